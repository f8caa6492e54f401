"""The records a finding points at, shown small: a table of those alike, or one record with all it says; secrets masked."""

from collections.abc import Sequence
from datetime import date

from flask_babel import gettext as _

from declare.casework.cells import Cell, Pair, Sheet, bare, cell, heading, names_of
from declare.casework.comparison import given
from declare.casework.dossier import Dossier
from declare.casework.records import named
from declare.declarations.shown import fields
from declare.items.kinds.numbers import NumberKind
from declare.items.spec import SECRET, Field, Table, table_of
from declare.law import Lang
from declare.rules.around import Kept
from declare.rules.finding import Finding as Said
from declare.web.values import day

COLUMNS = 3
"""How many fields a table of records shows beside those a rule looked at."""

Marks = set[tuple[str, str | None]]


def sheets(dossier: Dossier, concerned: Sequence[Said], *, lang: Lang) -> list[Sheet]:
    """The records that findings point at, those of a kind in one table."""
    marks = _marks(concerned)
    alike: dict[Table, list[Kept]] = {}
    for name in named(concerned):
        if name in dossier.records:
            kept = dossier.records[name]
            alike.setdefault(table_of(type(kept.row)), []).append(kept)
    return [_sheet(dossier, table, rows, marks, lang=lang) for table, rows in alike.items()]


def pairs(dossier: Dossier, said: Said, *, lang: Lang) -> list[Pair]:
    """Every record a finding points at, with all it says."""
    marks = _marks([said])
    found = [dossier.records[name] for name in named([said]) if name in dossier.records]
    return [_pair(dossier, kept, marks, lang=lang) for kept in found]


def missing(dossier: Dossier, concerned: Sequence[Said]) -> int:
    """How many records findings point at that are not shown here."""
    return len([name for name in named(concerned) if name not in dossier.records])


def source(kept: Kept, *, lang: Lang) -> str:
    """Where a record comes from, and its day."""
    words = {"disclosure": _("随时申报"), "extract": _("登记信息"), "work": _("工作记录")}
    told = words[kept.place.partition("/")[0]]
    return f"{told} · {day(kept.on, lang=lang)}" if kept.on and kept.on > date.min else str(told)


def _marks(concerned: Sequence[Said]) -> Marks:
    """The fields of records that rules looked at."""
    return {(place.record, place.field) for said in concerned for place in said.where if place.record}


def _columns(table: Table, rows: Sequence[Kept], marks: Marks) -> list[Field]:
    """What a table of records shows: fields a rule looked at, and the first ones given that are no secret."""
    looked = {field for record, field in marks if record in {kept.place for kept in rows}}
    filled = [field for field in fields(table) if any(given(kept.row, field) is not None for kept in rows)]
    telling = [field for field in filled if field.privacy is not SECRET and field.key not in looked][:COLUMNS]
    return [field for field in fields(table) if field in telling or field.key in looked]


def _sheet(dossier: Dossier, table: Table, rows: Sequence[Kept], marks: Marks, *, lang: Lang) -> Sheet:
    """Records of one kind in a table."""
    names, sight = _names(dossier, lang), dossier.veil.over(table.key)
    shown = _columns(table, rows, marks)
    columns = [("source", _("来源"), False)]
    columns += [(field.key, heading(field, lang), isinstance(field.kind, NumberKind)) for field in shown]
    lines = []
    for kept in rows:
        cells = {"source": Cell(source(kept, lang=lang))}
        for field in shown:
            marked = (kept.place, field.key) in marks
            cells[field.key] = bare(field, given(kept.row, field), lang, names, marked=marked, sight=sight)
        lines.append((cells, False))
    count = f"（{len(rows)}）" if lang == "zh" else f" ({len(rows)})"
    return Sheet(f"records-{table.key}", f"{table.title.to(lang)}{count}", columns, lines)


def _pair(dossier: Dossier, kept: Kept, marks: Marks, *, lang: Lang) -> Pair:
    """One record with everything it says."""
    table, names = table_of(type(kept.row)), _names(dossier, lang)
    sight = dossier.veil.over(table.key)
    lines = [
        (field.label.to(lang), cell(field, value, lang=lang, names=names, marked=marked, sight=sight), Cell(""))
        for field in fields(table)
        for value, marked in [(given(kept.row, field), (kept.place, field.key) in marks)]
        if value is not None or marked
    ]
    return Pair(table.title.to(lang), source(kept, lang=lang), "", lines)


def _names(dossier: Dossier, lang: Lang) -> dict[str, str]:
    """What the family is called, after the last report."""
    return names_of(dossier.history[-1], lang) if dossier.history else {}
