"""The rows a finding points at, as a reviewer sees them: secrets masked, what was looked at marked, last year beside."""

from collections.abc import Sequence
from decimal import Decimal

from flask_babel import gettext as _

from declare.casework.cells import Cell, Pair, Sheet, bare, cell, heading, names_of, row_at, rows_of
from declare.casework.comparison import differing, given, same_row
from declare.casework.dossier import Dossier
from declare.checks.models import Finding
from declare.declarations.shown import HEADLINES, fields
from declare.items import table_by_key
from declare.items.filing import Filing
from declare.items.kinds.numbers import NumberKind
from declare.items.spec import Entry, Field, Mode, Table
from declare.law import Lang
from declare.rules.finding import Finding as Said
from declare.rules.finding import Place

Report = int
"""Which of a person's reports, counted from the earliest."""


def sheets(dossier: Dossier, concerned: Sequence[tuple[Finding, Said]], *, lang: Lang) -> list[Sheet]:
    """The tables of this person's reports that open findings point at, every table once, the latest report first."""
    wanted: dict[tuple[Report, str], list[Place]] = {}
    for finding, said in concerned:
        for place in said.where:
            at = dossier.at(finding, place)
            if at is not None and place.table and rows_of(dossier.history[at], place.table):
                wanted.setdefault((at, place.table), []).append(place)
    years = len({at for at, _table in wanted}) > 1
    ordered = sorted(wanted.items(), key=lambda item: -item[0][0])
    return [_sheet(dossier, at, table_by_key(key), places, lang=lang, years=years) for (at, key), places in ordered]


def _sheet(dossier: Dossier, number: Report, table: Table, places: list[Place], *, lang: Lang, years: bool) -> Sheet:
    """One table with its rows."""
    report = dossier.history[number]
    before, names = dossier.before(report), names_of(report, lang)
    keys = [*HEADLINES.get(table.key, table.keys[:3]), *(place.field for place in places if place.field)]
    shown = [table.field(key) for key in dict.fromkeys(keys) if key in table.keys]
    marks = {(row_at(place), place.field) for place in places}
    entries, others = rows_of(report, table.key), rows_of(before, table.key)
    columns = [(field.key, heading(field, lang), isinstance(field.kind, NumberKind)) for field in shown]
    compared = before is not None and table.mode is Mode.STATUS
    if compared:
        columns.append(("before", _("与上年"), False))
    rows = []
    for at, entry in enumerate(entries):
        cells = {
            field.key: bare(
                field,
                given(entry, field),
                lang,
                names,
                marked=(at, field.key) in marks,
                sight=dossier.veil.over(table.key),
            )
            for field in shown
        }
        if compared:
            cells["before"] = _against(table, entry, others, lang)
        rows.append((cells, any(place == at for place, _field in marks)))
    title = f"{table.title.to(lang)} · {report.year}" if years else table.title.to(lang)
    return Sheet(
        f"{table.key}-{report.year}-{number}",
        f"{title}（{len(entries)}）" if lang == "zh" else f"{title} ({len(entries)})",
        columns,
        rows,
    )


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
    """The rows of this person's reports that a finding points at, each beside the same row of the year before."""
    spots: dict[tuple[Report, str, int], set[str | None]] = {}
    for place in said.where:
        at, row = dossier.at(finding, place), row_at(place)
        if at is not None and place.table and row is not None:
            spots.setdefault((at, place.table, row), set()).add(place.field)
    found = (
        _pair(dossier.history[at], dossier, key, row, marked, lang=lang) for (at, key, row), marked in spots.items()
    )
    return [pair for pair in found if pair]


def _pair(report: Filing, dossier: Dossier, key: str, at: int, marked: set[str | None], *, lang: Lang) -> Pair | None:
    """One row beside the other year's."""
    entries, before = rows_of(report, key), dossier.before(report)
    if not 0 <= at < len(entries):
        return None
    table, entry = table_by_key(key), entries[at]
    other = same_row(table, entry, rows_of(before, key))
    changed = set(differing(table, entry, other)) if other else set()
    here, there = names_of(report, lang), names_of(before, lang) if before else {}
    sight = dossier.veil.over(key)
    lines = [
        (
            field.label.to(lang),
            cell(field, given(entry, field), lang=lang, names=here, marked=field.key in marked, sight=sight),
            cell(field, given(other, field), lang=lang, names=there, differs=field in changed, sight=sight),
        )
        for field in fields(table)
        if given(entry, field) is not None or given(other, field) is not None or field.key in marked
    ]
    title = table.title.to(lang)
    if len(entries) > 1:
        title = f"{title} · {_('第 %(n)s 项', n=at + 1)}"
    if before and other is None and table.mode is Mode.STATUS:
        title = _("%(title)s（上年无对应项）", title=title)
    beside = _("%(year)s 年度", year=before.year) if before and other else ""
    return Pair(title, _("%(year)s 年度", year=report.year), beside, lines)
