"""提交前自查 · The reviewers' own rules run on a draft, for the declarant alone: information that stops nobody."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from flask import url_for
from flask_babel import gettext as _

from declare.checks import in_force
from declare.declarations import remarks
from declare.declarations.drafts import Draft
from declare.declarations.freezing import document
from declare.extensions import db
from declare.items import table_by_key
from declare.items.filing import Filing
from declare.law import Lang
from declare.rules.book import REPORT, Rule, all_rules, rule_by_id, run
from declare.rules.facts import Facts
from declare.rules.finding import Audience, Finding
from declare.rules.subject import Subject
from declare.rules.telling import cited

SAID_ELSEWHERE = frozenset({"A09", "A12", "G03"})
"""Rules about what the page itself says: tables not answered, the promise not made, the reason for being late."""

LATE = "G01"
"""The rule about the last day of a full report; the page of the promise says it."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One finding as the declarant reads it; `table` None where it concerns the report as a whole."""

    id: str
    severity: int
    title: str
    sentence: str
    rule: str
    citation: str
    table: str | None
    entry: int | None
    place: str
    rule_href: str = ""
    citation_href: str = ""


@cache
def rules() -> tuple[Rule, ...]:
    """The rules on a report whose findings its declarant may see."""
    return tuple(
        rule
        for rule in all_rules()
        if rule.audience is Audience.DECLARANT and rule.scope is REPORT and rule.id not in SAID_ELSEWHERE
    )


def findings(draft: Draft, *, today: date) -> list[Finding]:
    """What the rules find in a report as it stands, were it filed today."""
    return findings_in(draft, document(draft, filed_on=today, ref="", promise=True))


def findings_in(draft: Draft, filing: Filing) -> list[Finding]:
    """What the rules find in the document that is made of a draft."""
    earlier = (draft.before,) if draft.before else ()
    with in_force(db.session):
        return run(Facts(filing, earlier=earlier, today=filing.filed_on), rules())


def lateness(draft: Draft, filing: Filing) -> Finding | None:
    """What the rules say where the document of a draft comes after the last day of the law; None where it is in time."""
    before = (draft.before,) if draft.before else ()
    alone = Subject(filing.declarant, history=(*before, filing), today=filing.filed_on)
    with in_force(db.session):
        found = run(alone, [rule_by_id(LATE)])
    return next((one for one in found if one.year == filing.year), None)


def late_today(draft: Draft, *, today: date) -> Finding | None:
    """The same for a draft, were it filed today."""
    return (
        lateness(draft, document(draft, filed_on=today, ref="", promise=True)) if draft.declaration.is_draft else None
    )


def kept(draft: Draft, filing: Filing) -> remarks.Kept:
    """Both sides of the self-check on what is signed; to being late the reason answers."""
    late = lateness(draft, filing)
    told = (remarks.hinted(late, filing.late_reason),) if late else ()
    return (*remarks.kept(findings_in(draft, filing), draft.remarks), *told)


def by_table(found: Iterable[Finding]) -> Counter[str]:
    """How many findings point at each table."""
    return Counter(table for one in found for table in {place.table for place in one.where if place.table})


def hints(found: Iterable[Finding], *, lang: Lang) -> list[Hint]:
    """Findings in the words of one language, the gravest first."""
    ranked = sorted(found, key=lambda one: -one.severity)
    return [_hint(f"{at}-{one.rule}", one, lang) for at, one in enumerate(ranked)]


def _hint(id: str, one: Finding, lang: Lang) -> Hint:
    """One finding in the words of one language."""
    here = next((place for place in one.where if place.table and place.declaration is None), None)
    table, articles = here.table if here else None, cited(one, lang)
    return Hint(
        id=id,
        severity=one.severity,
        title=one.title.to(lang),
        sentence=one.message.to(lang),
        rule=one.rule,
        citation=_("；").join(article.words for article in articles),
        table=table,
        entry=here.entry if here else None,
        place=table_by_key(table).title.to(lang) if table else "",
        rule_href=url_for("rulebook.rule", rule_id=one.rule),
        citation_href=url_for("rulebook.rule", rule_id=one.rule, _anchor=articles[0].key) if articles else "",
    )
