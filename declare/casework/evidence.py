"""The rows a finding points at, as a reviewer sees them: secrets masked, what was looked at marked, last year beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _

from declare.casework.comparison import differing, given, same_row
from declare.casework.dossier import Dossier
from declare.checks.models import Finding
from declare.declarations.shown import HEADLINES, fields, value
from declare.items import table_by_key
from declare.items.filing import Filing
from declare.items.kinds.numbers import NumberKind
from declare.items.kinds.places import NOWHERE
from declare.items.spec import REGION, SECRET, Entry, Field, Mode, Table
from declare.law import Lang
from declare.rules.finding import Finding as Said
from declare.rules.finding import Place


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: its text, whether it is masked, whether a rule looked at it, whether it differs from the other year."""

    text: str
    masked: bool = False
    marked: bool = False
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a report as a reviewer reads it: columns, and the rows with those concerned marked."""

    key: str
    title: str
    columns: list[tuple[str, str, bool]]
    rows: list[tuple[dict[str, Cell], bool]]


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of this year beside the same of another: label, this year's cell, the other's."""

    title: str
    here: str
    there: str
    lines: list[tuple[str, Cell, Cell]]


def rows_of(report: Filing | None, table: str) -> Sequence[Entry]:
    """The rows of a table in a report."""
    if report is None:
        return ()
    if table in ("basic", "closing"):
        return (getattr(report, table),)
    if table == "family":
        return report.family or ()
    answer = getattr(report.tables, table, None)
    return answer.entries if answer else ()


def names_of(report: Filing, lang: Lang) -> dict[str, str]:
    """What the members of a family are called: relation and name."""
    return {
        member.key: " ".join(filter(None, [member.relation.label.to(lang) if member.relation else "", member.name]))
        for member in report.family or ()
    }


def cell(field: Field, found: object, *, lang: Lang, names: Mapping[str, str], marked: bool = False) -> Cell:
    """A value as a reviewer may see it; of a secret address the prefecture, of another secret its ends."""
    if found is None:
        return Cell("", marked=marked)
    if field.privacy is not SECRET:
        return Cell(value(field, found, lang=lang, names=names), marked=marked)
    if field.redaction is REGION:
        return Cell(prefecture(field, found, lang), masked=True, marked=marked)
    return Cell(field.kind.mask(found), masked=True, marked=marked)


def prefecture(field: Field, found: object, lang: Lang) -> str:
    """What may be seen of an address: its prefecture, where it is known."""
    coarse = field.kind.coarse(found, lang=lang)
    known = "" if coarse == NOWHERE.to(lang) else coarse.partition(" ")[2]
    return f"{known} ••••••".strip()


def sheets(dossier: Dossier, concerned: Sequence[tuple[Finding, Said]], *, lang: Lang) -> list[Sheet]:
    """The tables that open findings point at, in the report each finding is about, every table once."""
    wanted: dict[tuple[int, str], list[Place]] = {}
    reports: dict[int, Filing] = {}
    for finding, said in concerned:
        report = dossier.report(finding)
        if report is None:
            continue
        reports[report.year] = report
        for place in said.where:
            if place.table and place.declaration is None and rows_of(report, place.table):
                wanted.setdefault((report.year, place.table), []).append(place)
    years = len(reports) > 1
    return [
        _sheet(reports[year], dossier.before(reports[year]), table_by_key(key), places, lang=lang, years=years)
        for (year, key), places in sorted(wanted.items(), key=lambda item: -item[0][0])
    ]


def _sheet(
    report: Filing, before: Filing | None, table: Table, places: list[Place], *, lang: Lang, years: bool
) -> Sheet:
    """One table with its rows."""
    names = names_of(report, lang)
    keys = [*HEADLINES.get(table.key, table.keys[:3]), *(place.field for place in places if place.field)]
    shown = [table.field(key) for key in dict.fromkeys(keys) if key in table.keys]
    marks = {(_row(place), place.field) for place in places}
    entries, others = rows_of(report, table.key), rows_of(before, table.key)
    columns = [(field.key, heading(field, lang), isinstance(field.kind, NumberKind)) for field in shown]
    compared = before is not None and table.mode is Mode.STATUS
    if compared:
        columns.append(("before", _("与上年"), False))
    rows = []
    for at, entry in enumerate(entries):
        cells = {
            field.key: _bare(field, given(entry, field), lang, names, marked=(at, field.key) in marks)
            for field in shown
        }
        if compared:
            cells["before"] = _against(table, entry, others, lang)
        rows.append((cells, any(place == at for place, _field in marks)))
    title = f"{table.title.to(lang)} · {report.year}" if years else table.title.to(lang)
    return Sheet(
        f"{table.key}-{report.year}",
        f"{title}（{len(entries)}）" if lang == "zh" else f"{title} ({len(entries)})",
        columns,
        rows,
    )


def _row(place: Place) -> int | None:
    """The row a place stands in; the profile and other matters have one, a place that is a whole table has none."""
    return 0 if place.table in ("basic", "closing") else place.entry


def heading(field: Field, lang: Lang) -> str:
    """The label of a column, its unit with it."""
    unit = field.kind.unit.to(lang) if field.kind.unit else ""
    label = field.label.to(lang)
    return f"{label}（{unit}）" if unit and lang == "zh" else f"{label} ({unit})" if unit else label


def _bare(field: Field, found: object, lang: Lang, names: Mapping[str, str], *, marked: bool) -> Cell:
    """A cell of a column whose head names the unit."""
    if found is None or field.privacy is SECRET or not field.kind.unit:
        return cell(field, found, lang=lang, names=names, marked=marked)
    return Cell(field.kind.show(found, lang=lang, names=names), marked=marked)


def _against(table: Table, entry: Entry, others: Sequence[Entry], lang: Lang) -> Cell:
    """What changed against the year before."""
    other = same_row(table, entry, others)
    if other is None:
        return Cell(_("新增"), differs=True)
    changed = differing(table, entry, other)
    if not changed:
        return Cell(_("一致"))
    return Cell("、".join(_change(field, entry, other, lang) for field in changed[:3]), differs=True)


def _change(field: Field, entry: Entry, other: Entry, lang: Lang) -> str:
    """One field that changed, with the difference where it is a number."""
    here, there = given(entry, field), given(other, field)
    label = field.label.to(lang)
    if isinstance(here, Decimal) and isinstance(there, Decimal):
        return f"{label} {here - there:+,.2f}".replace("-", "−")
    return label


def pairs(dossier: Dossier, finding: Finding, said: Said, *, lang: Lang) -> list[Pair]:
    """The rows a finding points at, each beside the same row of the year before, or of the report it names."""
    report = dossier.report(finding)
    if report is None:
        return []
    spots = dict.fromkeys((place.table, _row(place)) for place in said.where if not place.declaration)
    return [
        pair
        for table, entry in spots
        if table and entry is not None and (pair := _pair(dossier, report, said, table, entry, lang=lang))
    ]


def _pair(dossier: Dossier, report: Filing, said: Said, key: str, at: int, *, lang: Lang) -> Pair | None:
    """One row beside the other year's."""
    entries, before = rows_of(report, key), dossier.before(report)
    if not 0 <= at < len(entries):
        return None
    table, entry = table_by_key(key), entries[at]
    other = same_row(table, entry, rows_of(before, key))
    marked = {place.field for place in said.where if (place.table, _row(place)) == (key, at)}
    changed = set(differing(table, entry, other)) if other else set()
    here, there = names_of(report, lang), names_of(before, lang) if before else {}
    lines = [
        (
            field.label.to(lang),
            cell(field, given(entry, field), lang=lang, names=here, marked=field.key in marked),
            _beside(field, other, lang, there, differs=field in changed),
        )
        for field in fields(table)
        if given(entry, field) is not None or given(other, field) is not None or field.key in marked
    ]
    title = table.title.to(lang)
    if len(entries) > 1:
        title = f"{title} · {_('第 %(n)s 项', n=at + 1)}"
    if before and other is None and table.mode is Mode.STATUS:
        title = _("%(title)s（上年无对应项）", title=title)
    return Pair(title, str(report.year), str(before.year) if before and other else "", lines)


def _beside(field: Field, other: Entry | None, lang: Lang, names: Mapping[str, str], *, differs: bool) -> Cell:
    """The other year's cell."""
    found = cell(field, given(other, field), lang=lang, names=names)
    return Cell(found.text, masked=found.masked, differs=differs)
