"""The forms of exports: what one asks for, and the decision on it."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the published types
from wtforms.validators import Length

from declare.releases.models import Profile
from declare.releases.writers import FORMATS
from declare.web import lang
from declare.web.forms import Form, required, stripped

LABELS = {"csv": "CSV", "xlsx": "XLSX (Excel)", "jsonl": "JSONL"}


class RequestForm(Form):
    """What one asks for."""

    profile = RadioField(_l("内容"), [required(_l("请选择内容。"))], choices=[])
    year = SelectField(_l("年度"), choices=[])
    formats = SelectMultipleField(_l("格式"), [required(_l("请至少选择一种格式。"))], choices=[])
    purpose = TextAreaField(
        _l("用途"),
        [required(_l("请填写用途。")), Length(min=5, max=500, message=_l("请写明用途，5 至 500 个字。"))],
        filters=[stripped],
        description=_l("写进导出清单，收到文件的人都能看到。"),
    )

    def __init__(self, years: Sequence[int], **given: Any) -> None:
        newest = str(years[0]) if years else "all"
        super().__init__(data={"year": newest, "formats": ["csv", "xlsx"]}, **given)
        self.profile.choices = [SelectChoice(value=one.value, label=one.label.to(lang())) for one in Profile]
        self.year.choices = [SelectChoice(value="all", label=_l("全部年度"))]
        self.year.choices += [SelectChoice(value=str(year), label=str(year)) for year in years]
        self.formats.choices = [SelectChoice(value=name, label=LABELS[name]) for name in FORMATS]

    def chosen(self) -> tuple[Profile, int | None, list[str]]:
        """Profile, year (None: all) and formats."""
        year = self.year.data
        profile = Profile(self.profile.data)  # type: ignore[call-arg]  # a choice is found by its key alone
        return profile, None if year == "all" else int(year), list(self.formats.data or [])


class DecisionForm(Form):
    """Whether an export is let out, and why."""

    agree = RadioField(_l("审批意见"), [required(_l("请选择审批意见。"))], choices=[])
    reason = TextAreaField(
        _l("理由"),
        [required(_l("请写明理由。")), Length(min=5, max=500, message=_l("请写明理由，5 至 500 个字。"))],
        filters=[stripped],
        description=_l("同意或不同意的理由；加密保存。"),
    )

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.agree.choices = [
            SelectChoice(value="yes", label=_l("同意导出，7 天内有效")),
            SelectChoice(value="no", label=_l("不同意")),
        ]
