"""The forms of asking to see what is masked, and of the answer."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the published types

from declare.casework.forms import REASON
from declare.casework.unmasking.asked import label
from declare.web import lang
from declare.web.forms import Form, required, stripped


class AskForm(Form):
    """Which fields, for how long, and why."""

    fields = SelectMultipleField(
        _l("需要查看的栏目"),
        [required(_l("请至少选择一个栏目。"))],
        choices=[],
        description=_l("只选办理所必需的；批准后只显示所选栏目。"),
    )
    days = SelectField(_l("需要几天"), choices=[], description=_l("自批准时起算，到期自动失效。"))
    reason = TextAreaField(
        _l("理由"),
        [required(_l("请写明理由。")), REASON],
        filters=[stripped],
        description=_l("为核实什么、为何必须看到全文；加密保存，由审批人阅看。"),
    )

    def __init__(self, offered: Sequence[str], longest: int, **given: Any) -> None:
        super().__init__(**given)
        self.fields.choices = [SelectChoice(value=name, label=label(name, lang())) for name in offered]
        self.days.choices = [SelectChoice(value=str(day), label=str(day)) for day in range(1, longest + 1)]


class AnswerForm(Form):
    """Whether it may be seen, and why."""

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
            SelectChoice(value="yes", label=_l("同意查看")),
            SelectChoice(value="no", label=_l("不同意")),
        ]
