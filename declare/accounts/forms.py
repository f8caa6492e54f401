"""The forms of signing in, of one's own password, and of a new account."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the published types
from wtforms.validators import Length

from declare.access import ROLES, Role
from declare.web import lang
from declare.web.forms import Form, LineField, SecretField, required, stripped


class SignInForm(Form):
    """Name and password."""

    login = LineField(_l("登录名"), [required(_l("请填写登录名。"))], filters=[stripped], autocomplete="username")
    password = SecretField(_l("密码"), [required(_l("请填写密码。"))], autocomplete="current-password")


class PasswordForm(Form):
    """The present password and the new one."""

    old = SecretField(_l("原密码"), [required(_l("请填写原密码。"))], autocomplete="current-password")
    new = SecretField(
        _l("新密码"),
        [required(_l("请填写新密码。"))],
        autocomplete="new-password",
        description=_l("至少 12 个字符，可以用一句自己记得住的话；不要求大小写、数字或符号。"),
    )


class AccountForm(Form):
    """A new account."""

    login = LineField(
        _l("登录名"),
        [required(_l("请填写登录名。"))],
        filters=[stripped],
        widget_name="identifier",
        description=_l("3 至 64 个小写字母、数字、点或短横，建立后不再更改。"),
    )
    id_number = LineField(
        _l("公民身份号码"),
        filters=[stripped],
        widget_name="identifier",
        description=_l("填写后账号与该人员的档案相连；管理员专用账号不填。"),
    )
    roles = SelectMultipleField(
        _l("申请的角色"),
        choices=[],
        description=_l("由安全管理员授予后生效。"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.roles.choices = [SelectChoice(value=role.value, label=role.label.to(lang())) for role in Role]

    def asked(self) -> list[Role]:
        """The roles asked for."""
        return [ROLES[name] for name in self.roles.data or []]


class ReviewForm(Form):
    """What whoever looked over accounts and rights found."""

    note = TextAreaField(
        _l("复核意见"),
        [required(_l("请填写复核意见。")), Length(min=5, max=2000, message=_l("请写明复核意见，5 至 2000 个字。"))],
        filters=[stripped],
        description=_l("看了什么、有无不该有的账号或角色、已要求谁更正。写入审计并加密保存。"),
    )
