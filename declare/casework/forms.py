"""The forms of casework: why one consults, what one decides, whether one agrees."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the published types
from wtforms.validators import AnyOf, Length

from declare.casework.judging import Answer
from declare.casework.models import OFFERED, Outcome
from declare.casework.register.queries import Told
from declare.casework.service import APPROVAL_DEMANDED
from declare.checks.models import VERDICTS
from declare.web import lang, today
from declare.web.forms import Form, required, stripped

REASON = Length(min=5, max=2000, message=_l("请写明理由，5 至 2000 个字。"))


class ConsultForm(Form):
    """Why a person's reports are looked into."""

    purpose = TextAreaField(
        _l("查阅事由"),
        [required(_l("请填写查阅事由。")), Length(min=5, max=500, message=_l("请写明事由，5 至 500 个字。"))],
        filters=[stripped],
        description=_l("为哪项工作查阅，如“2025 年度报告综合分析”。事由加密保存，每次打开内容都留有记录。"),
    )
    approval = StringField(
        _l("批准文号"),
        [Length(max=60, message=_l("最多 60 个字。"))],
        filters=[stripped],
        description=_l("批准查阅的文件编号或批示日期。"),
    )
    approver = StringField(
        _l("批准人"),
        [Length(max=60, message=_l("最多 60 个字。"))],
        filters=[stripped],
        description=_l("批准这次查阅的负责人姓名和职务。"),
    )
    next = HiddenField()

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        if APPROVAL_DEMANDED.held(today()).value:
            self.approval.validators = [required(_l("请填写批准文号。")), *self.approval.validators]
            self.approver.validators = [required(_l("请填写批准人。")), *self.approver.validators]
        else:
            self.approval.optional = self.approver.optional = True  # type: ignore[attr-defined]  # the page marks it so

    @property
    def told(self) -> Told:
        """What was filled in."""
        return Told(self.purpose.data or "", self.approval.data or "", self.approver.data or "")


class DecisionForm(Form):
    """What is done with a finding, and why."""

    outcome = RadioField(_l("处理意见"), [required(_l("请选择处理意见。"))], choices=[])
    reason = TextAreaField(
        _l("理由"),
        [required(_l("请写明理由。")), REASON],
        filters=[stripped],
        description=_l("依据什么作出这一处理；理由加密保存。"),
    )
    seen = HiddenField()

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._offer(*OFFERED)

    def without(self, outcome: Outcome) -> "DecisionForm":
        """The form where one outcome makes no sense."""
        self._offer(*(one for one in OFFERED if one is not outcome))
        return self

    def _offer(self, *outcomes: Outcome) -> None:
        """Lets one choose among these."""
        self.outcome.choices = [SelectChoice(value=one.value, label=one.label.to(lang())) for one in outcomes]

    @property
    def chosen(self) -> Outcome:
        """The outcome chosen."""
        return Outcome(self.outcome.data)  # type: ignore[call-arg]  # a choice is found by its key alone


class AnswerForm(Form):
    """The second person's answer, and why."""

    agree = RadioField(_l("复核意见"), [required(_l("请选择复核意见。"))], choices=[])
    reason = TextAreaField(
        _l("理由"),
        [required(_l("请写明理由。")), REASON],
        filters=[stripped],
        description=_l("同意或退回的理由；加密保存。"),
    )
    seen = HiddenField()

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.agree.choices = [
            SelectChoice(value="yes", label=_l("同意采信，疑点办结")),
            SelectChoice(value="no", label=_l("退回，继续核查")),
        ]


class JudgementForm(Form):
    """Whether what a register tells of and an entry of the report are one thing, and why; the buttons are the answer."""

    verdict = HiddenField(validators=[AnyOf(VERDICTS, message=_l("请点击其中一个判断。"))])
    why = TextAreaField(
        _l("判断理由"),
        [required(_l("请写明理由。")), REASON],
        filters=[stripped],
        description=_l("看了哪些材料，凭什么判断；加密保存。以后比对同样两项时不再提出这一疑问。"),
    )
    as_of = HiddenField()

    @property
    def answer(self) -> Answer:
        """What was answered."""
        return Answer(self.verdict.data or "", self.why.data or "", self.as_of.data or "")
