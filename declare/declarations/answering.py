"""自查说明的填写 · The hints of the self-check on a page, each with one short answer beside it; no answer is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from flask import request
from flask_babel import gettext as _
from markupsafe import Markup

from declare.declarations import remarks, selfcheck
from declare.declarations.drafts import Draft
from declare.declarations.remarks import LONGEST, PART, Remark, Remarks
from declare.declarations.selfcheck import Hint
from declare.web import lang, today
from declare.web.entry_form import Label

SEEN = "answers"
"""The hidden field that says at which revision the answers were drawn."""


@dataclass(slots=True)
class Answer:
    """The field beside one hint."""

    name: str
    hint: Hint
    of: Remark
    value: str = ""
    errors: list[str] = field(default_factory=list)
    widget_name: str = "textarea"
    rows: int = 2
    optional: bool = True

    description: str = ""

    @property
    def id(self) -> str:
        """Where a link in the error summary leads."""
        return self.name

    def beside(self) -> "Answer":
        """The field with the hint's own words above it, where its card is not shown."""
        return replace(self, description=self.hint.sentence)

    @property
    def label(self) -> Label:
        """What the field is called; read aloud it says of which hint."""
        of = Markup('<span class="govuk-visually-hidden">{}</span>').format(_("：%(title)s", title=self.hint.title))
        return Label(Markup(_("说明")) + of)  # noqa: S704  # nosec B704 - our own word


class Answers:
    """All hints of a draft with their answers, as saved or as typed; `revision` is what was saved when the page was drawn."""

    def __init__(self, draft: Draft, *, typed: bool = False) -> None:
        self.draft = draft
        self.revision = draft.revisions.get(PART, 0)
        self.form_errors: list[str] = []
        saved = remarks.said(draft.remarks)
        found = sorted(selfcheck.findings(draft, today=today()), key=lambda one: -one.severity)
        self.fields = [
            Answer(name, hint, empty, value=saved.get(empty, ""))
            for hint, (name, empty, _one) in zip(selfcheck.hints(found, lang=lang()), remarks.keyed(found), strict=True)
        ]
        if typed:
            self._read()

    def _read(self) -> None:
        """Takes what was typed; a field that was not sent stays as it was saved."""
        for one in self.fields:
            sent = request.form.get(one.name)
            one.value = one.value if sent is None else " ".join(sent.replace("\0", "").split())
            if len(one.value) > LONGEST:
                one.errors.append(_("最多填写%(n)s字，请精简。", n=LONGEST))

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def fits(self) -> bool:
        """Whether they can be saved; where they were saved elsewhere meanwhile, the page is to be sent once more."""
        if self.overtaken:
            self.form_errors.append(_("自查说明刚在别处保存过。请核对以下说明，确认后再保存一次。"))
        return not self.errors

    @property
    def errors(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.form_errors) or any(one.errors for one in self.fields)

    @property
    def given(self) -> int:
        """How many hints are answered."""
        return sum(bool(one.value) for one in self.fields)

    @property
    def overtaken(self) -> bool:
        """Whether they were saved elsewhere since the page was drawn."""
        return request.form.get(SEEN, str(self.revision)) != str(self.revision)

    @property
    def remarks(self) -> Remarks:
        """The answers that were given; those to hints that are gone are dropped."""
        return tuple(
            Remark(rule=one.of.rule, where=one.of.where, nth=one.of.nth, words=one.value)
            for one in self.fields
            if one.value
        )
