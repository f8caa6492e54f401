"""The pages of a report, put together: what each template is given."""

from dataclasses import dataclass

from flask import request, url_for
from flask_babel import gettext as _

from declare.declarations import selfcheck, shown
from declare.declarations.desk import ONE_ROW
from declare.declarations.drafts import Draft, complete
from declare.declarations.forms import RowForm, covered
from declare.declarations.models import Declaration
from declare.declarations.progress import tables_in, title
from declare.declarations.selfcheck import Hint
from declare.declarations.sheets import FAMILY
from declare.items.spec import Mode, State, Table
from declare.web import lang, render, today
from declare.web.entry_form import Label, Option

MUST_SAY = frozenset({"marriage"})
"""Tables everybody has something to say in."""


@dataclass(slots=True)
class Answers:
    """The question a table asks as a whole, as a field of a form."""

    id: str
    choices: list[Option]
    errors: list[str]
    label: Label
    name: str = "state"
    description: str = ""
    widget_name: str = "choice"


@dataclass(frozen=True, slots=True)
class Block:
    """One table on a page: its question, its rows, last year's rows for comparison."""

    table: Table
    title: str
    note: str
    answers: Answers
    answered: str
    rows: list[shown.Shown]
    last: list[shown.Shown]
    revision: int
    may_add: bool


def of_table(draft: Draft, table: Table, *, refused: str = "") -> str:
    """The page of an item with its tables, or of the family; `refused` stands at the question of one of them."""
    tables = tables_in(draft, table.item) if table.item else [table]
    blocks = [_block(draft, one, refused if one == table else "") for one in tables]
    return render(
        "declarations/table.html",
        draft=draft,
        table=table,
        title=title(table.item, tables, lang()) if table.item else table.title.to(lang()),
        full_title=table.item.title.to(lang()) if table.item else "",
        article=table.item.basis.named().to(lang()) if table.item else "",
        blocks=blocks,
        questions=[block.answers for block in blocks],
        hints=hints_for(draft, {one.key for one in tables}),
    )


def of_row(draft: Draft, table: Table, at: int | None, form: RowForm) -> str:
    """The page of one row."""
    return render("declarations/row.html", draft=draft, table=table, at=at, form=form, **_about(draft, table))


def of_removal(draft: Draft, table: Table, at: int) -> str:
    """The page that asks before a row is removed."""
    entry = draft.sheet(table.key).entries[at]
    row = shown.row(table, entry, at, lang=lang(), names=draft.names(lang()))
    return render("declarations/remove.html", draft=draft, table=table, row=row, **_about(draft, table))


def of_single(draft: Draft, table: Table, form: RowForm) -> str:
    """The page of a part that has one row."""
    entries = draft.sheet(table.key).entries
    rows = shown.rows(table, entries, lang=lang(), names=draft.names(lang()))
    return render("declarations/single.html", draft=draft, table=table, form=form, rows=rows, **_about(draft, table))


def states(draft: Draft, table: Table) -> list[State]:
    """The answers a table offers: status tables 首次, 有变化, 无变化, 无; event tables 有, 无."""
    if table.mode is Mode.EVENT:
        return [State.SOME, State.NONE]
    last = draft.last(table)
    offered = [State.FIRST] if last is None else [State.CHANGED, *([State.UNCHANGED] if last.entries else [])]
    return offered + ([] if table.key in MUST_SAY else [State.NONE])


def state_words(table: Table) -> dict[State, str]:
    """The answers in words."""
    event = table.mode is Mode.EVENT
    return {
        State.FIRST: _("首次填报"),
        State.CHANGED: _("有变化（与去年不同）"),
        State.UNCHANGED: _("无变化（与去年一致）"),
        State.SOME: _("有此类情况"),
        State.NONE: _("无此类情况") if event else _("无"),
    }


def hints_for(draft: Draft, tables: set[str]) -> list[Hint]:
    """What the self-check finds in some tables of a draft that are answered."""
    if not draft.declaration.is_draft or not any(complete(draft.sheet(key)) for key in tables):
        return []
    found = selfcheck.hints(selfcheck.findings(draft, today=today()), lang=lang())
    return [hint for hint in found if hint.table in tables]


def after(draft: Draft, table: Table) -> str:
    """Where to go once a table is answered: to the other table of its item if that is still open, else to the list."""
    tables = tables_in(draft, table.item) if table.item else []
    open_ones = [one for one in tables if one != table and not complete(draft.sheet(one.key))]
    if open_ones:
        return url_for("declarations.table", declaration_id=draft.declaration.id, table=table, _anchor=open_ones[0].key)
    return url_for("declarations.tasks", declaration_id=draft.declaration.id)


def after_row(declaration: Declaration, table: Table, *, again: bool) -> str:
    """Where to go once a row is saved: to a further new row, or to the rows."""
    endpoint = "declarations.new_row" if again else "declarations.table"
    return url_for(endpoint, declaration_id=declaration.id, table=table)


def _about(draft: Draft, table: Table) -> dict[str, object]:
    """What the page of a row says of its table."""
    return {
        "title": table.title.to(lang()),
        "note": table.note.to(lang()) if table.note else "",
        "article": table.item.basis.named().to(lang()) if table.item else "",
        "revision": draft.revisions.get(table.key, 0),
        "one_row": table.key in ONE_ROW,
    }


def _block(draft: Draft, table: Table, refused: str) -> Block:
    """One table on a page."""
    sheet, last, names = draft.sheet(table.key), draft.last(table), draft.names(lang())
    words = state_words(table)
    standing = request.form.get("state") if refused else sheet.state
    options = [Option(state.value, words[state], state == standing) for state in states(draft, table)]
    event = table.mode is Mode.EVENT
    return Block(
        table=table,
        title=table.title.to(lang()),
        note=table.note.to(lang()) if table.note else "",
        answers=Answers(
            f"{table.key}-state",
            options,
            [refused] if refused else [],
            label=Label(_("今年是否有此类情况") if event else _("今年的情况")),
        ),
        answered=words[sheet.state] if sheet.state else "",
        rows=shown.rows(table, sheet.entries, lang=lang(), names=names),
        last=shown.rows(table, last.entries, lang=lang(), names=names) if last and event else [],
        revision=draft.revisions.get(table.key, 0),
        may_add=draft.declaration.is_draft and not (sheet.entries and table.key in ONE_ROW),
    )


def nobody_to_name(draft: Draft, table: Table) -> bool:
    """Whether a table is about relatives of whom the family has none."""
    return table.key != FAMILY and not covered(draft, table, today=today())
