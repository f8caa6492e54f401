"""What the pages of disclosures share: who discloses what, the form as it is drawn or sent, what was kept of it."""

import re
import secrets
from dataclasses import dataclass

from flask import request
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from declare.access import Resource
from declare.accounts.models import Person
from declare.disclosures import family, queries, service
from declare.disclosures.forms import DisclosureForm
from declare.disclosures.models import Disclosure
from declare.disclosures.queries import Opened
from declare.extensions import db
from declare.items.filing import Member
from declare.items.spec import Entry, Table
from declare.vault import Reader
from declare.web import authority, lang, now, today, visitor
from declare.web.commit import abandon

OWN = "own disclosure"
FAMILY = "family for a disclosure"
KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")


@dataclass(frozen=True, slots=True)
class Beginning:
    """Somebody about to disclose something."""

    person: Person
    table: Table

    def resource(self) -> Resource:
        """A disclosure of their own that is not there yet."""
        return Resource("disclosure", owner=self.person.id, unit=self.person.unit_path)


def beginning(kind: Table) -> Beginning | None:
    """The person signed in, about to disclose; None where the account belongs to no person."""
    number = own_person()
    person = db.session.get(Person, number) if number else None
    return Beginning(person, kind) if person else None


def head(disclosure_id: int) -> Disclosure | None:
    """The disclosure an address names."""
    return queries.disclosure(db.session, disclosure_id)


def own_person() -> int | None:
    """The person behind the account signed in."""
    who = visitor()
    return who.actor().person if who else None


def reader(purpose: str = OWN) -> Reader:
    """The person signed in, as the vault sees them."""
    by = authority()
    return Reader(by.account, by.role, purpose)


def opened(row: Disclosure) -> Opened:
    """A disclosure, opened for the person signed in."""
    return queries.opened(db.session, row, reader())


def members(table: Table, person_id: int) -> tuple[Member, ...]:
    """Whom a disclosure of that kind can name; the family is opened only where somebody can be named."""
    if not any(field.kind.widget == "person" for field in table.fields):
        return ()
    return family.members(db.session, person_id, reader(FAMILY))


def new_form(start: Beginning, *, sent: bool = False) -> DisclosureForm:
    """The form of a new disclosure, empty or as it was sent."""
    return DisclosureForm(
        start.table,
        lang=lang(),
        today=today(),
        filed_on=today(),
        members=members(start.table, start.person.id),
        typed=request.form if sent else None,
        key=(_sent_key() if sent else "") or fresh_key(),
    )


def correcting_form(found: Opened, *, sent: bool = False) -> DisclosureForm:
    """The form of a correction: as it stands, or as it was sent."""
    return DisclosureForm(
        found.table,
        lang=lang(),
        today=today(),
        filed_on=found.row.filed_on,
        members=members(found.table, found.row.person_id),
        entry=found.entry,
        typed=request.form if sent else None,
        revision=_sent_revision() if sent else found.row.revision,
    )


def filed(start: Beginning, entry: Entry, key: str) -> Disclosure | None:
    """The disclosure kept of a form: a new one, or the one its first sending made; None where that one says something else."""
    try:
        found = queries.by_key(db.session, start.person.id, key)
        if found is None:
            return service.keep(
                db.session, start.person, start.table, entry, filed_on=today(), at=now(), by=authority(), key=key
            )
    except IntegrityError:
        abandon()
        return queries.by_key(db.session, start.person.id, key)
    return found if found.kind == start.table.key and _says(found, entry) else None


def ask_again(form: DisclosureForm) -> None:
    """Has a form sent once more that was sent before with something else in it."""
    form.key = fresh_key()
    form.form_errors.append(_("这一页刚才已经登记过一条。如果这是另一件事，请核对后再登记一次。"))


def overtaken(form: DisclosureForm, row: Disclosure) -> bool:
    """Whether the disclosure was corrected since the form was drawn; the form then says so and can be sent once more."""
    if form.revision == row.revision:
        return False
    form.revision = row.revision
    form.form_errors.append(_("这一条刚在别处更正过。请核对以下内容，确认后再保存一次。"))
    return True


def fresh_key() -> str:
    """A key for one form."""
    return secrets.token_urlsafe(24)


def _says(row: Disclosure, entry: Entry) -> bool:
    """Whether a disclosure, or what it said before a correction, is what was sent."""
    found = opened(row)
    return entry in (found.entry, *(before.entry for before in found.before))


def _sent_key() -> str:
    """The key a form came with; one the sender made up is as good."""
    sent = request.form.get("key", "")
    return sent if KEY.fullmatch(sent) else ""


def _sent_revision() -> int:
    """The revision a form was drawn with; -1 where none was sent, which no disclosure has."""
    sent = request.form.get("revision", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else -1
