"""What all forms share: protection against foreign sites, the language of the page, one shape for templates."""

from typing import Any

from flask_babel import LazyString, lazy_gettext
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired


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


def required(message: LazyString | None = None) -> InputRequired:
    """The field must be filled in; the sentence says so by name where one is given."""
    return InputRequired(message or lazy_gettext("请填写此项。"))


def stripped(value: Any) -> Any:
    """Text without the spaces around it."""
    return value.strip() if isinstance(value, str) else value
