"""自查的一步 · The step before a disclosure is kept: hints are shown once, and the same form sent again keeps it."""

from flask import request, session

from declare.accounts.models import Person
from declare.disclosures import desk, selfcheck
from declare.disclosures.forms import DisclosureForm
from declare.disclosures.models import Disclosure
from declare.disclosures.queries import Opened
from declare.disclosures.selfcheck import TERM, Hint
from declare.extensions import db
from declare.items.spec import Entry, Table
from declare.web import lang, today

READ = "checked"
"""The hidden field that carries the marks of the hints a person has read."""

FRESH = "disclosure"
"""What a session remembers until the page is drawn: the number of the disclosure kept a moment ago."""


def tells(form: DisclosureForm, person: Person, entry: Entry, *, row: Disclosure | None = None) -> bool:
    """Whether there is a hint the person has not read yet; the form then shows all of them."""
    read = set(request.form.get(READ, "").split())
    found = hints(person, form.table, entry, row=row)
    if all(one.mark in read for one in found):
        return False
    form.hints = found
    return True


def hints(person: Person, table: Table, entry: Entry, *, row: Disclosure | None = None) -> list[Hint]:
    """What the rules say of a disclosure, the gravest first."""
    found = selfcheck.findings(
        db.session,
        person,
        table,
        entry,
        desk.reader(),
        filed_on=row.filed_on if row else today(),
        today=today(),
        own=row.id if row else 0,
    )
    return [selfcheck.hint(one, lang()) for one in sorted(found, key=lambda one: -one.severity)]


def remember(row: Disclosure) -> None:
    """Has the page of a disclosure show its hints the next time it is drawn; the session keeps the number alone."""
    session[FRESH] = row.id


def once(found: Opened) -> list[Hint]:
    """The hints of a disclosure kept a moment ago; nothing the second time, and nothing the page says anyway."""
    if session.pop(FRESH, None) != found.row.id or not found.row.stands:
        return []
    person = db.session.get_one(Person, found.row.person_id)
    return [one for one in hints(person, found.table, found.entry, row=found.row) if one.rule != TERM]
