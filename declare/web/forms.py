"""What all forms share: protection against foreign sites, the language of the page, one shape for templates."""

from datetime import date
from typing import Any

from flask_babel import LazyString, lazy_gettext
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import Field, PasswordField, StringField
from wtforms.validators import InputRequired, StopValidation

from declare.items.kinds.dates import DayKind
from declare.items.spec import Wrong
from declare.web.language import lang

PARTS = ("year", "month", "day")


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form of a page; `form_errors` hold sentences that belong to no single field."""


class LineField(StringField):
    """One line; `autocomplete` says what the browser may fill in, `widget_name` how the page draws it."""

    def __init__(self, *args: Any, autocomplete: str = "off", widget_name: str = "text", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.autocomplete, self.widget_name = autocomplete, widget_name


class SecretField(PasswordField):
    """A password: `current-password` or `new-password` for the browser's keeper of passwords."""

    def __init__(self, *args: Any, autocomplete: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.autocomplete, self.widget_name = autocomplete, "password"


class DayField(Field):
    """A day in three boxes, kept as it was typed; `data` is the day, None where there is none yet (`missing` says so)."""

    widget_name = "date"

    def __init__(self, label: Any, *args: Any, missing: LazyString | None = None, **given: Any) -> None:
        super().__init__(label, *args, **given)
        self.typed, self.missing = ["", "", ""], missing
        self.box = f"{self.name}-year"

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Takes what was typed, else the day given."""
        self.id, self.process_errors, self.data = self.box, [], data if isinstance(data, date) else None
        if formdata:
            self.typed = [formdata.get(f"{self.name}-{part}", "").strip() for part in PARTS]
        elif self.data:
            self.typed = [str(self.data.year), str(self.data.month), str(self.data.day)]

    def pre_validate(self, form: Any) -> None:
        """The day itself; a sentence where there is none."""
        if not any(self.typed):
            raise StopValidation(str(self.missing or _("请填写此项。")))
        try:
            self.data = DayKind().clean("-".join(self.typed))
        except Wrong as wrong:
            self.data = None
            raise StopValidation(wrong.says.to(lang())) from None

    @property
    def boxes(self) -> list[tuple[str, str, str, str, int]]:
        """The boxes: name, id, label, value, width."""
        names = [f"{self.name}-{part}" for part in PARTS]
        words, widths = (_("年"), _("月"), _("日")), (4, 2, 2)
        return [(name, name, *rest) for name, *rest in zip(names, words, self.typed, widths, strict=True)]


def required(message: LazyString | None = None) -> InputRequired:
    """The field must be filled in; the sentence says so by name where one is given."""
    return InputRequired(message or lazy_gettext("请填写此项。"))


def stripped(value: Any) -> Any:
    """Text without the spaces around it."""
    return value.strip() if isinstance(value, str) else value
