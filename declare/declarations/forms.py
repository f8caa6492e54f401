"""The forms of a report: whom a field may name, what several fields must say together, and the forms beside the tables."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _

from declare.declarations.drafts import Draft
from declare.declarations.sheets import BASIC, CLOSING, FAMILY
from declare.items import table_by_key
from declare.items.choices import Relation
from declare.items.filing import Member
from declare.items.kinds import SELF
from declare.items.spec import Covers, Entry, Field, Table
from declare.law import Lang
from declare.rules.kinship import living_together
from declare.web.entry_form import Control, EntryForm, Option, Typed

ORDERED = (
    ("issued", "expires"),
    ("left", "returned"),
    ("valid_from", "valid_to"),
    ("since", "until"),
    ("traded", "exit_date"),
)
"""Days of one row that follow each other."""

AHEAD = frozenset({"expires", "valid_to", "until"})
"""Days that may lie ahead; all others have been."""

SUMS = {
    "wages": ("salary", "bonus", "other"),
    "labour_income": ("lecturing", "writing", "consulting", "reviewing", "art", "other"),
}
"""Tables with a total, and the fields it adds up."""

GIVEN = {BASIC: frozenset({"id_number"}), FAMILY: frozenset({"key"}), CLOSING: frozenset({"promise"})}
"""Fields no form asks for: who one is stands in one's account, a member's key is the system's, the promise is made when signing."""


class RowForm(EntryForm):
    """The form of one row of a report."""

    def __init__(
        self,
        draft: Draft,
        table: Table,
        *,
        lang: Lang,
        today: date,
        entry: Entry | None = None,
        typed: Typed | None = None,
    ) -> None:
        self._draft = draft
        self._today = today
        self._named = named_in(entry)
        without = GIVEN.get(table.key, frozenset())
        super().__init__(table, lang=lang, people=self._eligible, entry=entry, typed=typed, without=without)

    def check(self, entry: Entry) -> None:
        """Days that have been do not lie ahead, days follow each other, a total is the sum of its parts."""
        self._check_days(entry)
        if not self.errors:
            self._check_total(entry)

    @property
    def nobody(self) -> bool:
        """Whether a row must name somebody and there is nobody it could name."""
        return any(
            one.of.required and one.widget_name in ("person", "people") and not one.choices for one in self.fields
        )

    def _eligible(self, field: Field) -> Mapping[str, str]:
        """Whom a field may name: those the table is about, and whoever the row names already."""
        wanted = covered(self._draft, self.table, today=self._today) | self._named
        names = described(self._draft, self.lang)
        return {key: name for key, name in names.items() if key in wanted}

    def _control(self, field: Field, typed: Typed | None) -> Control:
        """A field; the husband or wife of a child is chosen among the children."""
        control = super()._control(field, typed)
        if self.table.key == FAMILY and field.key == "spouse_of":
            control.widget_name = "person"
            control.choices = [
                *children(self._draft, self.lang, chosen=control.value),
                Option("", _("不是子女的配偶"), control.blank),
            ]
            control.label = control.label._replace(text=_("是哪位子女的配偶"))
            control.description = _("子女的配偶须选；其他成员不选。")
        return control

    def _check_days(self, entry: Entry) -> None:
        """Days that have been do not lie ahead, and follow each other."""
        for control in self.fields:
            value = getattr(entry, control.of.key)
            has_been = control.widget_name in ("date", "month") and control.of.key not in AHEAD
            if has_been and value and str(value) > str(self._today)[: len(str(value))]:
                self.wrong(control.of.key, _("不能晚于填报日。"))
        for first, second in ORDERED:
            before, after = getattr(entry, first, None), getattr(entry, second, None)
            if before and after and after < before:
                self.wrong(second, _("不能早于“%(field)s”。", field=self[first].label.text))

    def _check_total(self, entry: Entry) -> None:
        """The total is the sum of its parts; the sum is put into the box, so that saving again is enough."""
        parts = SUMS.get(self.table.key)
        if parts is None:
            return
        total: Decimal = sum((getattr(entry, part) or Decimal(0) for part in parts), Decimal(0))
        if total != getattr(entry, "total"):  # noqa: B009 - the two tables with a total have this field
            self["total"].errors.append(_("前几项之和为 %(sum)s，已填入，请核对后再保存。", sum=f"{total:,.2f}"))
            self["total"].typed = [f"{total:.2f}"]

    def _value(self, control: Control) -> Any:
        """The value of one field; a total left empty is the sum of its parts."""
        if control.of.key == "total" and control.blank and self.table.key in SUMS:
            return Decimal(0)
        return super()._value(control)


def named_in(entry: Entry | None) -> set[str]:
    """The family keys a row names already."""
    keys: set[str] = set()
    for value in () if entry is None else (getattr(entry, name) for name in entry.__struct_fields__):
        if isinstance(value, tuple):
            keys |= set(value)
        elif isinstance(value, str):
            keys.add(value)
    return keys


def covered(draft: Draft, table: Table, *, today: date) -> set[str]:
    """The keys of those a table is about."""
    found = {member.key for member in draft.present() if _covers(table.covers, member, today)}
    return found | ({SELF} if table.covers in (Covers.SELF, Covers.COHABITING) else set())


def described(draft: Draft, lang: Lang) -> dict[str, str]:
    """Family keys to names with the relation beside them."""
    names = draft.names(lang)
    for member in draft.family:
        relation = member.relation.label.to(lang) if member.relation else ""
        names[member.key] = _("%(name)s（%(relation)s）", name=member.name, relation=relation)
    return names


def children(draft: Draft, lang: Lang, *, chosen: str) -> list[Option]:
    """The children, as the choices of a field."""
    names = described(draft, lang)
    keys = [member.key for member in draft.family if member.relation is Relation.CHILD]
    return [Option(key, names[key], key == chosen) for key in keys]


def closing_form(draft: Draft, *, lang: Lang, today: date, typed: Typed | None = None) -> RowForm:
    """The form of other matters."""
    return RowForm(draft, table_by_key(CLOSING), lang=lang, today=today, entry=draft.closing, typed=typed)


def revision_of(typed: Typed) -> int:
    """The revision a form was drawn with; -1 where none was sent, which no part has."""
    sent = typed.get("revision", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else -1


def _covers(covers: Covers, member: Member, today: date) -> bool:
    """Whether a table is about a member of the family."""
    match member.relation:
        case Relation.SPOUSE:
            return covers in (Covers.SPOUSE_CHILDREN, Covers.SPOUSE_CHILDREN_IN_LAW, Covers.COHABITING)
        case Relation.CHILD:
            return covers is not Covers.SELF and (covers is not Covers.COHABITING or living_together(member, today))
        case Relation.CHILD_SPOUSE:
            return covers is Covers.SPOUSE_CHILDREN_IN_LAW
    return False
