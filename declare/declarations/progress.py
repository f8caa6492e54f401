"""How far a report is: the words of each task, computed from what is written and never stored."""

from collections import Counter
from dataclasses import dataclass

from flask import url_for
from flask_babel import LazyString, lazy_gettext
from flask_babel import gettext as _

from declare.declarations.drafts import Draft, complete, same_as_last
from declare.declarations.sheets import FAMILY
from declare.declarations.submission import missing_in_profile
from declare.items import ITEMS, table_by_key
from declare.items.spec import Item, State, Table
from declare.law import Lang
from declare.law.citation import numeral

SHORT: dict[str, LazyString] = {
    "passports": lazy_gettext("护照"),
    "trips_abroad": lazy_gettext("出国"),
    "permits": lazy_gettext("证件"),
    "trips_hkmt": lazy_gettext("往来"),
    "emigration": lazy_gettext("移居"),
    "residence_abroad": lazy_gettext("一年以上"),
    "stocks": lazy_gettext("股票"),
    "funds": lazy_gettext("基金"),
    "insurance": lazy_gettext("投资型保险"),
    "deposits_abroad": lazy_gettext("存款"),
    "investments_abroad": lazy_gettext("投资"),
}
"""What the tables of an item with several are called beside each other."""

TITLES: dict[str, LazyString] = {
    "passports": lazy_gettext("普通护照与因私出国"),
    "permits": lazy_gettext("往来港澳台证件与行程"),
    "emigration": lazy_gettext("配偶、子女移居或者连续在国（境）外一年以上"),
    "securities": lazy_gettext("股票、基金、投资型保险"),
    "overseas_assets": lazy_gettext("国（境）外存款和投资"),
}
"""What items with several tables are called; an item with one is called after it."""


@dataclass(frozen=True, slots=True)
class Status:
    """The word of a task and its tone."""

    tone: str
    label: str


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the task list."""

    mark: str
    label: str
    href: str
    said: str
    status: Status


@dataclass(frozen=True, slots=True)
class Group:
    """Tasks under one heading."""

    title: str
    tasks: list[Task]


def groups(draft: Draft, faults: Counter[str], *, lang: Lang) -> list[Group]:
    """The task list: profile and family, 家事 (article 3), 家产 (article 4), other matters."""
    tasks = {item: _item(draft, item, faults, lang) for item in ITEMS if tables_in(draft, item)}
    correction = draft.declaration.kind == "correction"
    home = [task for item, task in tasks.items() if item.basis.number == 3]
    property_ = [task for item, task in tasks.items() if item.basis.number == 4]
    listed = [
        Group(_("报告人与家庭"), [] if correction else [_profile(draft), _family(draft, faults)]),
        Group(_("家事 · 第三条"), home),
        Group(_("家产 · 第四条"), property_),
        Group(_("其他"), [] if correction else [_closing(draft)]),
    ]
    return [group for group in listed if group.tasks]


def done(draft: Draft) -> tuple[int, int]:
    """How many of the items are answered, and how many there are."""
    items = [item for item in ITEMS if tables_in(draft, item)]
    answered = [item for item in items if all(complete(draft.sheet(table.key)) for table in tables_in(draft, item))]
    return len(answered), len(items)


def tables_in(draft: Draft, item: Item) -> list[Table]:
    """The tables of an item that this report answers."""
    return [table for table in draft.tables if table.item == item]


def title(item: Item, tables: list[Table], lang: Lang) -> str:
    """What an item is called on the pages; its full title stands under the heading."""
    return str(TITLES.get(item.key, tables[0].title.to(lang)))


def _item(draft: Draft, item: Item, faults: Counter[str], lang: Lang) -> Task:
    """The line of one item; the word of its least finished table."""
    tables = tables_in(draft, item)
    mark = f"（{numeral(item.basis.item)}）" if lang == "zh" else f"({item.basis.item})"
    href = url_for("declarations.table", declaration_id=draft.declaration.id, table=tables[0])
    said = [line for table in tables if (line := _said(draft, table, alone=len(tables) == 1))]
    wrong = sum(faults[table.key] for table in tables)
    return Task(mark, title(item, tables, lang), href, _("；").join(said), _worst(draft, tables, wrong))


def _worst(draft: Draft, tables: list[Table], wrong: int) -> Status:
    """The word of an item: what needs attention first, then what is left, then done."""
    if wrong:
        return Status("fix", _("有 %(n)s 处需核对", n=wrong))
    order = {"todo": 0, "wait": 1, "same": 2, "done": 3}
    return min((status(draft, table) for table in tables), key=lambda one: order[one.tone])


def status(draft: Draft, table: Table) -> Status:
    """The word of one table."""
    sheet = draft.sheet(table.key)
    if complete(sheet):
        return Status("done", _("已确认"))
    if sheet.state is None and draft.last(table) is not None and same_as_last(draft, table):
        return Status("wait", _("待确认")) if sheet.entries else Status("same", _("去年：无"))
    return Status("todo", _("待填写"))


def _said(draft: Draft, table: Table, *, alone: bool) -> str:
    """One phrase on what a table holds: 护照 1 条, 出国：无."""
    sheet = draft.sheet(table.key)
    count, name = len(sheet.entries), str(SHORT.get(table.key, table.key))
    if not count:
        return "" if alone or sheet.state is not State.NONE else _("%(name)s：无", name=name)
    text = str(_("共 %(n)s 条", n=count) if alone else _("%(name)s %(n)s 条", name=name, n=count))
    if sheet.state is State.UNCHANGED:
        return str(_("%(text)s，与去年一致", text=text))
    return text if sheet.state else str(_("%(text)s，去年的内容，请核对", text=text))


def _profile(draft: Draft) -> Task:
    """The line of the declarant."""
    left = len(missing_in_profile(draft))
    word = Status("todo", _("待填写")) if left else Status("done", _("已填写"))
    said = _("还有 %(n)s 项未填", n=left) if left else draft.basic.post
    href = url_for("declarations.profile", declaration_id=draft.declaration.id)
    return Task("", _("本人基本情况"), href, said, word)


def _family(draft: Draft, faults: Counter[str]) -> Task:
    """The line of the family."""
    family = table_by_key(FAMILY)
    word = Status("fix", _("有 %(n)s 处需核对", n=faults[FAMILY])) if faults[FAMILY] else status(draft, family)
    said = _("共 %(n)s 人", n=len(draft.family)) if draft.family else _("先填家庭成员，后面各表可直接选择")
    href = url_for("declarations.table", declaration_id=draft.declaration.id, table=FAMILY)
    return Task("", _("家庭成员"), href, said, word)


def _closing(draft: Draft) -> Task:
    """The line of other matters."""
    filled = bool(draft.closing.other_matters)
    word = Status("done", _("已填写")) if filled else Status("same", _("没有可不填"))
    href = url_for("declarations.closing", declaration_id=draft.declaration.id)
    return Task("", _("其他需要报告的事项"), href, "", word)
