"""The form of one row of a table, made of the table's definition: what was typed, what is wrong with it, the typed row.

Every field has what templates/shared/form.html asks for. A form keeps what was typed exactly as it was, wrong or not.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import InvalidOperation
from typing import Any, NamedTuple

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from declare.items.kinds import ChoiceKind
from declare.items.spec import Entry, Field, Table, Wrong
from declare.law import Lang, Text

Typed = MultiDict[str, str]
People = Callable[[Field], Mapping[str, str]]
"""Whom a field may name: family keys and the names shown for them."""

LONGEST_LINE = 1_000
LONGEST_PROSE = 20_000
LONGEST_NUMBER = 40
TOO_LONG = Text("内容过长，请精简。", "This is too long: shorten it.")
NOT_LISTED = Text("请从列表中选择。", "Choose one from the list.")
RADIOS = range(1, 5)
"""So few choices are radio buttons, which cannot be taken back: where nothing need be chosen, that is a choice too."""
PARTS = {"date": ("year", "month", "day"), "month": ("year", "month")}


class Label(NamedTuple):
    """What a field is called."""

    text: str


class Option(NamedTuple):
    """One value that can be chosen."""

    value: str
    label: str
    checked: bool


@dataclass(slots=True)
class Control:
    """One field of a form as templates draw it; `value` is what stands in it."""

    of: Field
    label: Label
    description: str
    widget_name: str
    unit: str
    optional: bool
    typed: list[str]
    choices: list[Option]
    errors: list[str] = field(default_factory=list)
    note: str = ""

    @property
    def name(self) -> str:
        """The name it is sent under."""
        return self.of.key

    @property
    def id(self) -> str:
        """Where a link in the error summary leads."""
        return f"{self.of.key}-year" if self.widget_name in PARTS else self.of.key

    @property
    def value(self) -> str:
        """What stands in the box."""
        return self.typed[0] if self.typed else ""

    @property
    def boxes(self) -> list[tuple[str, str, str, str, int]]:
        """The boxes of a day or a month: name, id, label, value, width."""
        words = {"year": _("年"), "month": _("月"), "day": _("日")}
        parts = PARTS.get(self.widget_name, ())
        names = [f"{self.of.key}-{part}" for part in parts]
        return [
            (name, name, words[part], value, 4 if part == "year" else 2)
            for name, part, value in zip(names, parts, self.typed, strict=False)
        ]

    @property
    def blank(self) -> bool:
        """Whether nothing was given."""
        return not any(part.strip() for part in self.typed)


class EntryForm:
    """The form of one row: made of a row (or none), or of what was typed.

    `people` says whom a field may name, `without` leaves out fields the system fills in. After `read()`, `entry` is the
    typed row, or None where something is wrong; `form_errors` are sentences that belong to no single field.
    """

    def __init__(
        self,
        table: Table,
        *,
        lang: Lang,
        people: People,
        entry: Entry | None = None,
        typed: Typed | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        self.table = table
        self.lang = lang
        self.form_errors: list[str] = []
        self._people = people
        self._kept = entry or table.entry()
        self.fields = [self._control(field, typed) for field in table.fields if field.key not in without]

    def __iter__(self) -> Iterator[Control]:
        return iter(self.fields)

    def __getitem__(self, key: str) -> Control:
        return next(control for control in self.fields if control.of.key == key)

    @property
    def errors(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.form_errors) or any(control.errors for control in self.fields)

    def wrong(self, key: str, says: str) -> None:
        """Marks one field as wrong."""
        self[key].errors.append(says)

    def read(self) -> Entry | None:
        """The typed row, None where a field is wrong; fields left out of the form keep what they had."""
        values = {control.of.key: self._value(control) for control in self.fields}
        kept = {key: getattr(self._kept, key) for key in self.table.keys if key not in values}
        entry = self.table.entry(**kept, **values)
        self.check(entry)
        return None if self.errors else entry

    def check(self, entry: Entry) -> None:
        """What several fields must say together; a field that is wrong in itself counts as not given."""

    def _control(self, field: Field, typed: Typed | None) -> Control:
        """One field with what stands in it."""
        widget, lang = _widget(field), self.lang
        text = _as_shown(field, getattr(self._kept, field.key), lang) if typed is None else _as_sent(field, typed)
        unit = field.kind.unit.to(lang) if field.kind.unit else ""
        hint = field.hint.to(lang) if field.hint else ""
        options = [Option(value, label, value in text) for value, label in self._options(field).items()]
        if not field.required and len(options) in RADIOS and widget != "people":
            options.append(Option("", _("不填"), text == [""]))
        return Control(field, Label(field.label.to(lang)), hint, widget, unit, not field.required, text, options)

    def _options(self, field: Field) -> Mapping[str, str]:
        """What can be chosen: the people, the closed list, the countries, yes and no; nothing for what is typed."""
        kind = field.kind
        if isinstance(kind, ChoiceKind):
            return {option.value: option.label.to(self.lang) for option in kind.options}
        if kind.widget in ("person", "people"):
            return self._people(field)
        if kind.widget == "listed":
            return {code: names.to(self.lang) for code, names in kind.options.items()}  # type: ignore[attr-defined]
        return {"yes": _("是"), "no": _("否")} if kind.widget == "yes_no" else {}

    def _value(self, control: Control) -> Any:
        """The value of one field; what is wrong with it is noted there."""
        if control.blank:
            if control.of.required:
                control.errors.append(_("请选择一项。") if control.choices else _("请填写此项。"))
            return control.of.kind.empty
        try:
            return _cleaned(control)
        except Wrong as wrong:
            control.errors.append(wrong.says.to(self.lang))
            return control.of.kind.empty


def _cleaned(control: Control) -> Any:
    """What was typed as a value that fits its kind; raises Wrong."""
    kind, typed = control.of.kind, [part.strip() for part in control.typed]
    _demand_short(control)
    if control.widget_name in PARTS and not all(typed):
        raise Wrong(Text("请填写完整的日期。", "Give the whole date."))
    if control.choices and not set(typed) <= {option.value for option in control.choices}:
        raise Wrong(NOT_LISTED)
    try:
        value = kind.clean(("-" if control.widget_name in PARTS else ",").join(typed))
        fault = kind.check(value)
    except (InvalidOperation, OverflowError) as error:
        raise Wrong(TOO_LONG) from error
    if fault:
        raise Wrong(fault)
    return value


def _widget(field: Field) -> str:
    """How a field is asked for; the number of a document gets a box in which every character counts."""
    exact = field.index in ("id_number", "document", "uscc", "policy", "account")
    return "identifier" if exact and field.kind.widget == "text" else field.kind.widget


def _demand_short(control: Control) -> None:
    """Refuses what no honest answer is as long as."""
    limits = {"number": LONGEST_NUMBER, "textarea": LONGEST_PROSE}
    if sum(map(len, control.typed)) > limits.get(control.widget_name, LONGEST_LINE):
        raise Wrong(TOO_LONG)


def _as_sent(field: Field, typed: Typed) -> list[str]:
    """What was sent for a field, a part a box; without NUL, which no page can show."""
    if field.kind.widget in PARTS:
        parts = [typed.get(f"{field.key}-{part}", "") for part in PARTS[field.kind.widget]]
    else:
        parts = typed.getlist(field.key) if field.kind.widget == "people" else [typed.get(field.key, "")]
    return [part.replace("\0", "") for part in parts]


def _as_shown(field: Field, value: Any, lang: Lang) -> list[str]:
    """What stands in the box of a stored value: what a person would type for it."""
    kind = field.kind
    if value == kind.empty or value is None:
        return [""] * len(PARTS.get(kind.widget, ("",)))
    if kind.widget in PARTS:
        written = str(kind.write(value)).split("-")
        return [written[0], *(str(int(part)) for part in written[1:])]
    if kind.widget == "people":
        return list(value)
    if kind.widget == "yes_no":
        return ["yes" if value else "no"]
    if kind.widget in ("choice", "person", "listed"):
        return [str(kind.write(value))]
    return [kind.show(value, lang=lang, names={})]
