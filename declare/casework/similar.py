"""A registered thing beside the entry of the report it resembles: line by line, secrets masked, and what both have in common."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from declare.casework.cells import Cell, cell, names_of, row_at, rows_of
from declare.casework.comparison import agreeing, given
from declare.casework.dossier import Dossier
from declare.casework.records import named
from declare.casework.veil import Veil
from declare.checks.models import Finding
from declare.declarations.shown import fields
from declare.items.filing import Filing
from declare.items.spec import Entry, table_of
from declare.law import Lang
from declare.rules.facts import SELF
from declare.rules.finding import Finding as Said
from declare.rules.matching import Pair
from declare.rules.similar_entry import Similar, hints, similar, whose

SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Line:
    """What both say in one field, and whether they agree; None where one of them says nothing."""

    label: str
    here: Cell
    there: Cell
    agree: bool | None


@dataclass(frozen=True, slots=True)
class Beside:
    """The two side by side: what they are called, their lines, what they have in common, the keys they go by."""

    here: str
    there: str
    lines: list[Line]
    traits: str
    pairs: tuple[Pair, ...]


def beside(dossier: Dossier, finding: Finding, said: Said, *, lang: Lang) -> Beside | None:
    """The two things a finding's hint is about; None where it gives none, or where one of them is no longer kept."""
    report = dossier.report(finding)
    if report is None or not hints(said):
        return None
    rows = [dossier.records[name].row for name in named([said]) if name in dossier.records]
    found = similar(report, rows, _entries(dossier, finding, said))
    if found is None:
        return None
    here, there = table_of(type(found.registered)), table_of(type(found.declared))
    source, year = _("登记信息"), _("%(year)s 年度报告", year=report.year)
    return Beside(
        here=f"{source} · {here.title.to(lang)}",
        there=f"{year} · {there.title.to(lang)}",
        lines=[_whose(report, found, lang), *_lines(dossier, report, found, lang)],
        traits=found.match.explained().to(lang),
        pairs=found.pairs,
    )


def _entries(dossier: Dossier, finding: Finding, said: Said) -> list[Entry]:
    """The entries of reports a finding points at."""
    found: list[Entry] = []
    for place in said.where:
        at, row = dossier.at(finding, place), row_at(place)
        if at is not None and row is not None and place.table:
            found += rows_of(dossier.history[at], place.table)[row : row + 1]
    return found


def _whose(report: Filing, found: Similar, lang: Lang) -> Line:
    """Whom the register names, as a member of the family."""
    table = table_of(type(found.registered))
    number = getattr(found.registered, SUBJECT)
    key = whose(report, number)
    named = Cell(str(_("本人")) if key == SELF else names_of(report, lang).get(key, ""))
    shown = named if named.text else cell(table.field(SUBJECT), number, lang=lang, names={})
    holder = getattr(found.declared, "holder", "") or getattr(found.declared, "who", "")
    told = str(_("本人")) if holder == SELF else names_of(report, lang).get(holder, "")
    return Line(_("有关人员"), shown, Cell(told), key == holder if key and holder else None)


def _lines(dossier: Dossier, report: Filing, found: Similar, lang: Lang) -> list[Line]:
    """Every field one of the two gives, those of the register first."""
    here, there = table_of(type(found.registered)), table_of(type(found.declared))
    keys = dict.fromkeys(field.key for table in (here, there) for field in fields(table))
    names = names_of(report, lang)
    told = [key for key in keys if key not in (SUBJECT, "holder", "who")]
    lines = [_line(dossier.veil, names, key, found, lang) for key in told]
    return [line for line in lines if line.here.text or line.there.text]


def _line(veil: Veil, names: Mapping[str, str], key: str, found: Similar, lang: Lang) -> Line:
    """One field of both."""
    here, there = table_of(type(found.registered)), table_of(type(found.declared))
    left = here.field(key) if key in here.keys else None
    right = there.field(key) if key in there.keys else None
    one, other = left and given(found.registered, left), right and given(found.declared, right)
    label = (left or right or here.field(SUBJECT)).label.to(lang)
    return Line(
        label,
        cell(left, one, lang=lang, names=names, sight=veil.over(here.key)) if left else Cell(""),
        cell(right, other, lang=lang, names=names, sight=veil.over(there.key)) if right else Cell(""),
        agreeing(left, one, other) if left and right else None,
    )
