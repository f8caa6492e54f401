"""登记前自查 · The reviewers' own rules run on a disclosure, for the person alone: information that stops nobody."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from declare.accounts.models import Person
from declare.checks import in_force
from declare.disclosures import queries
from declare.items.spec import Entry, Table
from declare.law import Lang
from declare.rules.around import Around, Kept, UnitFacts
from declare.rules.book import PERSON, Rule, all_rules, run
from declare.rules.finding import Audience, Finding
from declare.rules.subject import Subject
from declare.rules.telling import cited
from declare.units import Unit
from declare.units.queries import chain
from declare.vault import Reader

HERE = "disclosure/0"
"""Where the disclosure that is looked at stands: nowhere yet."""

TERM = "E01"
"""The rule about the last day of a gift; the page of a disclosure that was filed says it already."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One finding as the person reads it; `mark` tells it from others, and from itself once its numbers have changed."""

    id: str
    mark: str
    severity: int
    title: str
    sentence: str
    rule: str
    citation: str
    rule_href: str
    citation_href: str


@cache
def rules(kind: type[Entry]) -> tuple[Rule, ...]:
    """The rules that look at disclosures of a kind and whose findings the person may see."""
    return tuple(
        rule
        for rule in all_rules()
        if rule.audience is Audience.DECLARANT and rule.scope is PERSON and kind in rule.reads
    )


def findings(
    session: Session,
    person: Person,
    table: Table,
    entry: Entry,
    reader: Reader,
    *,
    filed_on: date,
    today: date,
    own: int,
) -> list[Finding]:
    """What the rules find in one disclosure among all of the person's that stand; `own` is its row, 0 before it has one."""
    asked = rules(table.entry)
    if not asked:
        return []
    rows = [row for row in queries.standing(session, person.id, table.key) if row.id != own]
    others = [Kept(said, row.record, row.filed_on, ref=row.ref) for row, said in queries.entries(session, rows, reader)]
    units = surroundings(session, person)
    subject = Subject(
        "",
        kept=[*others, Kept(entry, HERE, filed_on)],
        unit=units[-1].code,
        today=today,
        around=Around(units=units),
    )
    with in_force(session):
        found = run(subject, asked)
    return [one for one in found if any(place.record == HERE for place in one.where)]


def surroundings(session: Session, person: Person) -> list[UnitFacts]:
    """The person's unit and those above it, the highest first: they say which place's numbers hold."""
    units = chain(session, session.get_one(Unit, person.unit_id))
    above = ["", *(unit.code for unit in units)]
    return [
        UnitFacts(unit.code, unit.name, parent, unit.region, unit.site)
        for unit, parent in zip(units, above, strict=False)
    ]


def hint(one: Finding, lang: Lang) -> Hint:
    """One finding in the words of one language."""
    articles = cited(one, lang)
    mark = sha256(f"{one.rule} {one.message.zh}".encode()).hexdigest()[:12]
    return Hint(
        id=mark,
        mark=mark,
        severity=one.severity,
        title=one.title.to(lang),
        sentence=one.message.to(lang),
        rule=one.rule,
        citation=_("；").join(article.words for article in articles),
        rule_href=url_for("rulebook.rule", rule_id=one.rule),
        citation_href=url_for("rulebook.rule", rule_id=one.rule, _anchor=articles[0].key) if articles else "",
    )
