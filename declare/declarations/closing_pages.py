"""The last pages of a report, put together: all answers with the self-check, the promise, the receipt."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec
from flask import request
from flask_babel import gettext as _

from declare.accounts import stepping
from declare.declarations import deadlines, lists, pages, queries, selfcheck, shown
from declare.declarations.answering import Answer, Answers
from declare.declarations.drafts import Draft, complete
from declare.declarations.models import Declaration, Receipt
from declare.declarations.selfcheck import Hint
from declare.declarations.sheets import BASIC, CLOSING, FAMILY
from declare.declarations.submission import missing
from declare.extensions import db
from declare.items import table_by_key
from declare.items.spec import Table
from declare.web import lang, render, today
from declare.web.clock import BEIJING
from declare.web.entry_form import Label

PROMISE = "promise"
SHORTEST_KEY = 16


@dataclass(slots=True)
class Asked:
    """One field of the promise."""

    name: str
    label: Label
    widget_name: str
    value: str = ""
    description: str = ""
    errors: list[str] = field(default_factory=list)
    autocomplete: str = ""
    optional: bool = False

    @property
    def id(self) -> str:
        """Where a link in the error summary leads."""
        return self.name

    @property
    def data(self) -> str:
        """Whether a box is ticked."""
        return self.value


@dataclass(slots=True)
class SignForm:
    """The promise, the password once more, and why it is late where it is."""

    key: str
    promise: Asked
    password: Asked
    late_reason: Asked
    late: bool
    answers: Answers
    after: Hint | None = None
    form_errors: list[str] = field(default_factory=list)

    @classmethod
    def new(cls, draft: Draft, *, key: str, typed: bool = False) -> "SignForm":
        """The form before anything is filled in; `after` is what the rules say of a report after its last day."""
        after = selfcheck.late_today(draft, today=today())
        asked = _late(draft)
        return cls(
            key,
            Asked(PROMISE, Label(_("我已阅读并作出以上承诺")), "check"),
            Asked(
                "password",
                Label(_("登录密码")),
                "password",
                description=_("再次输入，确认是您本人提交。"),
                autocomplete="current-password",
            ),
            Asked(
                "late_reason",
                Label(_("逾期原因")),
                "textarea",
                description=_("已过截止日期，请说明原因。") if asked else "",
                optional=not asked,
            ),
            asked or after is not None,
            Answers(draft, typed=typed),
            selfcheck.hints([after], lang=lang())[0] if after else None,
        )

    @classmethod
    def typed(cls, draft: Draft, *, key: str) -> "SignForm":
        """The form as it was sent."""
        form = cls.new(draft, key=key, typed=True)
        for one in form.asked:
            one.value = request.form.get(one.name, "").replace("\0", "").strip()
        return form

    @property
    def asked(self) -> list[Asked]:
        """The fields of the promise itself."""
        return [*([self.late_reason] if self.late else []), self.promise, self.password]

    def __iter__(self) -> Iterator[Asked | Answer]:
        return iter([*self.answers, *self.asked])

    @property
    def errors(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.form_errors) or any(one.errors for one in self)

    def fits(self) -> bool:
        """Whether everything is given and the password is right; a wrong one is counted and written down."""
        if not self.promise.value:
            self.promise.errors.append(_("请阅读承诺并勾选。"))
        if self.answers.overtaken:
            self.form_errors.append(_("自查说明刚在别处保存过。请核对以下说明，确认后再提交一次。"))
        if self.late and not self.late_reason.optional and not self.late_reason.value:
            self.late_reason.errors.append(_("请说明逾期原因。"))
        if len(self.late_reason.value) > 1000:
            self.late_reason.errors.append(_("最多填写1000字，请精简。"))
        if not self.errors and len(self.key) >= SHORTEST_KEY and not self._confirmed():
            self.password.errors.append(_("密码不正确，请重新输入。"))
        return not self.errors and len(self.key) >= SHORTEST_KEY

    def _confirmed(self) -> bool:
        """Whether the form shows that it is the person signed in."""
        self.password.value = ""
        return stepping.proved()


@dataclass(frozen=True, slots=True)
class Part:
    """One table among all answers."""

    table: Table
    title: str
    article: str
    answered: str
    complete: bool
    rows: list[shown.Shown]
    endpoint: str


def of_answers(draft: Draft, answers: Answers | None = None) -> str:
    """Everything that was answered, what is missing on top, the self-check with the answers to it."""
    asked = (answers or Answers(draft)) if draft.declaration.is_draft else None
    return render(
        "declarations/answers.html",
        draft=draft,
        parts=[
            _part(draft, table)
            for table in (table_by_key(BASIC), table_by_key(FAMILY), *_tables(draft), table_by_key(CLOSING))
        ],
        missing=[(table, table.title.to(lang())) for table in missing(draft)] if draft.declaration.is_draft else [],
        answers=asked,
        due=lists.due_of(draft),
    )


def of_signing(draft: Draft, form: SignForm) -> str:
    """The promise."""
    says = table_by_key(CLOSING).field(PROMISE).hint
    promise = says.to(lang()) if says else ""
    due = lists.due_of(draft)
    shows = stepping.may_show()
    return render("declarations/sign.html", draft=draft, form=form, promise=promise, due=due, shows=shows)


def of_receipt(declaration: Declaration, receipt: Receipt) -> str:
    """The receipt."""
    document = msgspec.json.decode(receipt.body)
    filing = queries.latest_filing(db.session, declaration.id)
    at = filing.filed_at.astimezone(BEIJING) if filing else None
    return render(
        "declarations/receipt.html",
        declaration=declaration,
        kind=declaration.filing_kind.label.to(lang()),
        body=document["body"],
        key=document["key"],
        signature=document["signature"],
        day=shown.day(at.date(), lang=lang()) if at else "",
        time=f"{at:%H:%M}" if at else "",
    )


def _tables(draft: Draft) -> tuple[Table, ...]:
    """The statutory tables of a report."""
    return draft.tables


def _part(draft: Draft, table: Table) -> Part:
    """One table among all answers."""
    sheet = draft.sheet(table.key)
    endpoint = {BASIC: "declarations.profile", CLOSING: "declarations.closing"}.get(table.key, "declarations.table")
    return Part(
        table,
        table.title.to(lang()),
        table.item.basis.named().to(lang()) if table.item else "",
        pages.state_words(table)[sheet.state] if sheet.state else "",
        complete(sheet) or table.key in (BASIC, CLOSING),
        shown.rows(table, sheet.entries, lang=lang(), names=draft.names(lang())),
        endpoint,
    )


def _late(draft: Draft) -> bool:
    """Whether the last day has passed."""
    campaign = queries.campaign_of(db.session, draft.declaration.year)
    annual = draft.declaration.kind != "correction"
    return campaign is not None and annual and deadlines.late(campaign.deadline, today=today())
