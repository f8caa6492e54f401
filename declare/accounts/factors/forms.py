"""The forms of second factors."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

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


class RemoveForm(Form):
    """One's own password, before something is taken away."""

    password = SecretField(_l("密码"), [required(_l("请填写密码。"))], autocomplete="current-password")
