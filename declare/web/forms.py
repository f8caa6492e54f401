"""What all forms share: protection against foreign sites, the language of the page, one shape for templates."""

from typing import Any

from flask_babel import LazyString, lazy_gettext
from flask_wtf import FlaskForm
from wtforms.validators import InputRequired


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form of a page; `form_errors` hold sentences that belong to no single field."""


def required(message: LazyString | None = None) -> InputRequired:
    """The field must be filled in; the sentence says so by name where one is given."""
    return InputRequired(message or lazy_gettext("请填写此项。"))


def stripped(value: Any) -> Any:
    """Text without the spaces around it."""
    return value.strip() if isinstance(value, str) else value
