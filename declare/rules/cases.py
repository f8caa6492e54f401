"""Examples of a rule: a small scene that flags or stays silent, written in the words of the law."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from declare.items.answers import Answer
from declare.items.edition_2017 import Tables
from declare.items.filing import Basic, Closing, Filing, FilingKind, Member
from declare.items.registries import Managed
from declare.items.spec import Entry, Mode, State, table_of
from declare.rules.facts import Facts
from declare.rules.history import in_order

DECLARANT_ID = "11010519491231002X"


@dataclass(frozen=True, slots=True)
class Case:
    """One example: its name, whether the rule speaks, the scene, and the severity where the rule has several."""

    name: str
    flags: bool
    filings: tuple[Filing, ...]
    managed: tuple[Managed, ...]
    severity: int | None
    times: int

    def facts(self) -> Facts:
        """The facts of the last report of the scene."""
        *earlier, last = in_order(self.filings)
        return Facts(last, earlier=tuple(reversed(earlier)), managed=self.managed)


def flagged(
    name: str,
    filing: Filing,
    *earlier: Filing,
    managed: tuple[Managed, ...] = (),
    severity: int | None = None,
    times: int = 1,
) -> Case:
    """A scene in which the rule speaks, `times` times; `filing` is the report checked, `earlier` those before it."""
    return Case(name, True, (*earlier, filing), managed, severity, times)


def silent(name: str, filing: Filing, *earlier: Filing, managed: tuple[Managed, ...] = ()) -> Case:
    """A scene in which the rule says nothing."""
    return Case(name, False, (*earlier, filing), managed, None, 0)


def report(
    *entries: Entry,
    year: int = 2025,
    filed_on: str | None = None,
    kind: FilingKind = FilingKind.ANNUAL,
    family: tuple[Member, ...] | None = (),
    basic: Basic | None = None,
    closing: Closing | None = None,
    states: dict[str, State] | None = None,
    none: tuple[type[Entry], ...] = (),
    submitted_by: str = "",
    corrects: str = "",
    ref: str = "",
) -> Filing:
    """A report made of entries; their tables are answered 首次 or 有此类情况 unless `states` says otherwise.

    `none` names the tables answered 无; every other table is not answered. Filed on 20 January by default.
    """
    answers: dict[str, Answer[Entry]] = {table_of(entry).key: Answer(state=State.NONE) for entry in none}
    for entry in entries:
        table = table_of(type(entry))
        state = State.FIRST if table.mode is Mode.STATUS else State.SOME
        before = answers[table.key].entries if table.key in answers else ()
        answers[table.key] = Answer(state=state, entries=(*before, entry))
    for key, state in (states or {}).items():
        answers[key] = Answer(state=state, entries=answers[key].entries if key in answers else ())
    return Filing(
        edition="2017",
        kind=kind,
        year=year,
        filed_on=date.fromisoformat(filed_on) if filed_on else date(year + 1, 1, 20),
        declarant=DECLARANT_ID,
        basic=basic or Basic(id_number=DECLARANT_ID),
        family=family,
        tables=Tables(**answers),  # type: ignore[arg-type]  # each answer's table is read off its entries
        closing=closing or Closing(promise=True),
        submitted_by=submitted_by,
        corrects=corrects,
        ref=ref,
    )


def day(text: str) -> date:
    """A day written as 2025-05-02."""
    return date.fromisoformat(text)


def num(text: str) -> Decimal:
    """An amount, area or percentage written with its decimals."""
    return Decimal(text)
