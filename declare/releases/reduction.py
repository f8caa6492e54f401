"""One entry as an export shows it: every field reduced by its own definition. Withheld and empty look different."""

from collections.abc import Iterator, Sequence

from declare.items import EXTENSIONS, TABLES, table_by_key
from declare.items.filing import Filing
from declare.items.spec import DROP, Entry, Field, State, Table
from declare.law import Lang, Text
from declare.releases.classes import ANY, Marks
from declare.releases.marks import place
from declare.releases.pseudonyms import Pseudonyms
from declare.releases.writers import Sheet

WITHHELD = Text("不予提供", "withheld")
"""Stands where there is a value that is not let out."""

WHOLE = Text("不区分", "not distinguished")
NOT_GIVEN = (None, "", ())

COLUMNS = {
    "person": Text("人员代号", "Pseudonym"),
    "unit": Text("所在单位", "Own unit"),
    "grade": Text("职级段", "Grade band"),
    "sex": Text("本人性别", "Own sex"),
    "born": Text("出生年代", "Decade of birth"),
    "region": Text("所在地区", "Own region"),
    "year": Text("年度", "Year"),
    "kind": Text("报告种类", "Kind of report"),
    "state": Text("填报情况", "Answer"),
}
"""What stands before the fields of every table. The profile itself is not let out: these marks take its place."""

STATES = {
    State.FIRST: Text("首次填报", "First report"),
    State.CHANGED: Text("有变化", "Changed"),
    State.UNCHANGED: Text("无变化", "Unchanged"),
    State.SOME: Text("有此类情况", "Some"),
    State.NONE: Text("无此类情况", "None"),
}
"""How a table was answered."""

SEXES = {"male": Text("男", "Male"), "female": Text("女", "Female")}


def tables() -> tuple[Table, ...]:
    """The tables that are let out: the family, the statutory ones, the local extensions, other matters."""
    return (table_by_key("family"), *TABLES, *EXTENSIONS, table_by_key("closing"))


def sheets(lang: Lang) -> list[Sheet]:
    """The sheets of the audit profile."""
    heads = [label.to(lang) for label in COLUMNS.values()]
    return [
        Sheet(
            table.key,
            table.title.to(lang),
            [*COLUMNS, *(f"{table.key}.{field.key}" for field in table.fields)],
            [*heads, *(field.label.to(lang) for field in table.fields)],
        )
        for table in tables()
    ]


def entries(report: Filing) -> Iterator[tuple[Table, State | None, Entry]]:
    """Every row of a report with its table and how the table was answered."""
    family, closing = table_by_key("family"), table_by_key("closing")
    yield from ((family, None, member) for member in report.family or ())
    for table in (*TABLES, *EXTENSIONS):
        answer = getattr(report.tables, table.key)
        yield from ((table, answer.state, entry) for entry in (answer.entries if answer else ()))
    if any(getattr(report.closing, field.key) not in NOT_GIVEN for field in closing.fields):
        yield closing, None, report.closing


def reduced(table: Table, entry: Entry, *, person_id: int, names: Pseudonyms, lang: Lang) -> list[str]:
    """The fields of one row, reduced."""
    return [_field(table, field, entry, person_id, names, lang) for field in table.fields]


def _field(table: Table, field: Field, entry: Entry, person_id: int, names: Pseudonyms, lang: Lang) -> str:
    """One field, reduced as its definition says; a key of the family always under its pseudonym."""
    found = getattr(entry, field.key)
    if found in NOT_GIVEN:
        return ""
    if field.redaction is DROP:
        return WITHHELD.to(lang)
    pseudonym = names.family(person_id) if _names_family(table, field) else names.value
    return field.kind.reduce(found, field.redaction, pseudonym=pseudonym, lang=lang)


def _names_family(table: Table, field: Field) -> bool:
    """Whether a field holds keys of the family."""
    return field.kind.name in ("person", "people") or (table.key == "family" and field.key in ("key", "spouse_of"))


def shown_marks(marks: Marks, *, units: dict[str, str], lang: Lang) -> Sequence[str]:
    """The marks of a person as an export names them."""
    sex = SEXES[marks.sex].to(lang) if marks.sex in SEXES else ""
    whole = WHOLE.to(lang)
    grade = whole if marks.grade == ANY else marks.grade
    return [units.get(marks.unit, whole), grade, sex, marks.decade, place(marks.region) or whole]
