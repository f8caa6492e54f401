"""The forms of parameters: another value, and the second person's answer."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the published types
from wtforms.validators import Length, StopValidation, ValidationError

from declare.law import Dated
from declare.parameters import values
from declare.rules.parameters import Parameter
from declare.web import lang, today
from declare.web.forms import DayField, Form, LineField, required, stripped

REASON = Length(min=5, max=2000, message=_l("请写明理由，5 至 2000 个字。"))
FURTHEST = timedelta(days=3660)
NAMES = {"yes_no": "yes_no", "words": "textarea"}
HINTS = {
    "words": lambda: _("每行一个词。"),
    "part": lambda: _("分数，如 1/3。"),
    "day": lambda: _("日期，如 2027-01-01。"),
}


class ValueField(LineField):
    """The new value, drawn by its kind; `worth` is what was typed as a value."""

    worth: Any = None
    choices: Sequence[SelectChoice] = ()

    def of(self, dated: Dated[Any]) -> None:
        """Says which parameter it is for."""
        kind = values.kind_of(dated)
        self.dated, self.widget_name = dated, NAMES.get(kind.widget, "text")
        self.unit = dated.unit.to(lang()) if dated.unit else ""
        self.width = 20 if self.widget_name == "text" else None
        self.inputmode = {"whole": "numeric", "number": "decimal"}.get(kind.widget)
        self.description = HINTS[kind.widget]() if kind.widget in HINTS else ""
        if kind.widget == "yes_no":
            self.choices = [SelectChoice(value=key, label=word) for key, word in (("yes", _("是")), ("no", _("否")))]

    def pre_validate(self, form: Any) -> None:
        """What was typed as a value of the parameter's kind."""
        if not self.data:
            raise StopValidation(_("请填写新值。"))
        try:
            self.worth = values.kind_of(self.dated).typed(self.data)
        except values.Refused as refused:
            raise StopValidation(str(refused)) from None


class ProposalForm(Form):
    """Another value, from which day, and why."""

    value = ValueField(_l("新值"), filters=[stripped])
    since = DayField(
        _l("开始适用的日期"),
        missing=_l("请填写开始适用的日期。"),
        description=_l("最早为明天。此前提交的报告、发生的事项仍按当日的标准核对。"),
    )
    reason = TextAreaField(
        _l("理由"),
        [required(_l("请写明理由。")), REASON],
        filters=[stripped],
        description=_l("为什么要调整；加密保存，审批人能看到。"),
    )

    def __init__(self, parameter: Parameter, **given: Any) -> None:
        dated = parameter.dated
        super().__init__(data={"value": values.in_box(dated, dated.held(today()).value)}, **given)
        self.dated = dated
        self.value.of(dated)

    def validate(self, extra_validators: Any = None) -> bool:
        """The fields one by one; then the value is another than the one that would hold on that day."""
        sound: bool = super().validate(extra_validators)
        if sound and self.value.worth == self.dated.held(self.since.data).value:
            self.value.errors = [_("与当日适用的值相同，请填写不同的值。")]
            return False
        return sound

    def said(self) -> dict[str, Any]:
        """From which day, and why."""
        return {"since": self.since.data, "reason": self.reason.data or ""}

    def validate_since(self, field: Field) -> None:
        """The day is still to come, so that nothing checked already changes, and not too far off."""
        if field.data <= today():
            raise ValidationError(_("请填写明天或以后的日期。"))
        if field.data > today() + FURTHEST:
            raise ValidationError(_("请填写十年以内的日期。"))


class DecisionForm(Form):
    """Whether a value comes into force, and why."""

    agree = RadioField(_l("审批意见"), [required(_l("请选择审批意见。"))], choices=[])
    reason = TextAreaField(
        _l("理由"),
        [required(_l("请写明理由。")), REASON],
        filters=[stripped],
        description=_l("同意或不同意的理由；加密保存。"),
    )

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.agree.choices = [
            SelectChoice(value="yes", label=_l("同意，自所列日期起适用")),
            SelectChoice(value="no", label=_l("不同意")),
        ]
