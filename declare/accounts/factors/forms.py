"""The forms of second factors."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the published types

from declare.accounts.factors.models import Device
from declare.web.forms import Form, LineField, SecretField, required, stripped


class CodeForm(Form):
    """A code: of an authenticator app, or one on paper."""

    code = LineField(
        _l("动态验证码或恢复码"),
        [required(_l("请填写验证码。"))],
        filters=[stripped],
        autocomplete="one-time-code",
        widget_name="identifier",
        description=_l("验证器应用里的 6 位数字；手机不在手边时，填一个恢复码。"),
    )


class AppForm(Form):
    """The first code of an app that is being set up."""

    code = LineField(
        _l("验证器显示的 6 位数字"),
        [required(_l("请填写验证器显示的 6 位数字。"))],
        filters=[stripped],
        autocomplete="one-time-code",
        widget_name="identifier",
    )


class AnswerForm(Form):
    """What the browser answered for a passkey, as JSON."""

    answer = HiddenField()


class PasskeyForm(AnswerForm):
    """A passkey the browser made, and what it lives in."""

    device = SelectField(
        _l("它在哪里"),
        description=_l("只是为了以后认得出来。"),
        choices=[
            SelectChoice(value=Device.OFFICE.value, label=_l("办公电脑")),
            SelectChoice(value=Device.HOME.value, label=_l("家里的电脑")),
            SelectChoice(value=Device.PHONE.value, label=_l("手机")),
            SelectChoice(value=Device.KEY.value, label=_l("安全密钥（形似优盘）")),
            SelectChoice(value=Device.OTHER.value, label=_l("其他")),
        ],
    )

    def lives_in(self) -> Device:
        """What was chosen; something else where it is none of these."""
        return Device(self.device.data) if self.device.data in set(Device) else Device.OTHER


class ProofForm(Form):
    """What shows once more who it is."""

    password = SecretField(_l("登录密码"), autocomplete="current-password")
    proof = HiddenField()
