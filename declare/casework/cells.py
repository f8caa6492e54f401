"""How a reviewer sees a row: secrets masked, what was looked at marked, the unit in the heading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from declare.casework.veil import MASKED, Sight
from declare.declarations.shown import value
from declare.items.filing import Filing
from declare.items.kinds.places import NOWHERE
from declare.items.spec import REGION, SECRET, Entry, Field
from declare.law import Lang
from declare.rules.finding import Place


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: its text, whether it is masked, whether a rule looked at it, whether it differs from the other year.

    `secret` is what one asks for to see it whole (`real_estate.address`); `whole` where that was granted.
    """

    text: str
    masked: bool = False
    marked: bool = False
    differs: bool = False
    secret: str = ""
    whole: bool = False


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


def cell(
    field: Field,
    found: object,
    *,
    lang: Lang,
    names: Mapping[str, str],
    marked: bool = False,
    differs: bool = False,
    sight: Sight = MASKED,
) -> Cell:
    """A value as a reviewer may see it; of a secret address the prefecture, of another secret its ends, unless it was granted."""
    if found is None:
        return Cell("", marked=marked, differs=differs)
    if field.privacy is SECRET and not sight.lifts(field.key):
        text = prefecture(field, found, lang) if field.redaction is REGION else field.kind.mask(found)
        return Cell(text, masked=True, marked=marked, differs=differs, secret=sight.name(field.key))
    text = value(field, found, lang=lang, names=names)
    return Cell(text, marked=marked, differs=differs, whole=field.privacy is SECRET)


def bare(
    field: Field, found: object, lang: Lang, names: Mapping[str, str], *, marked: bool, sight: Sight = MASKED
) -> Cell:
    """A cell of a column whose head names the unit."""
    if found is None or field.privacy is SECRET or not field.kind.unit:
        return cell(field, found, lang=lang, names=names, marked=marked, sight=sight)
    return Cell(field.kind.show(found, lang=lang, names=names), marked=marked)


def prefecture(field: Field, found: object, lang: Lang) -> str:
    """What may be seen of an address: its prefecture, where it is known."""
    coarse = field.kind.coarse(found, lang=lang)
    known = "" if coarse == NOWHERE.to(lang) else coarse.partition(" ")[2]
    return f"{known} ••••••".strip()


def heading(field: Field, lang: Lang) -> str:
    """The label of a column, its unit with it."""
    unit = field.kind.unit.to(lang) if field.kind.unit else ""
    label = field.label.to(lang)
    return f"{label}（{unit}）" if unit and lang == "zh" else f"{label} ({unit})" if unit else label


def row_at(place: Place) -> int | None:
    """The row a place stands in; the profile and other matters have one, a place that is a whole table has none."""
    return 0 if place.table in ("basic", "closing") else place.entry
