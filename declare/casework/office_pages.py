"""What the pages of 工作事项 show: the list of findings, one finding with the records it points at, the decision on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from flask import url_for
from flask_babel import gettext as _

from declare.access import Action, Actor, decide
from declare.accounts.cards import PersonCard
from declare.casework import cards, office_matters, record_sheets, records, service
from declare.casework.dossier import Dossier
from declare.casework.forms import AnswerForm, DecisionForm
from declare.casework.models import Outcome, Step
from declare.casework.office_matters import OfficeMatter
from declare.casework.records import Whose
from declare.checks.models import WAITS
from declare.extensions import db, vault
from declare.items.kinds.identity import IdNumberKind
from declare.items.registries import registry_by_key
from declare.items.work import work_by_key
from declare.rules.finding import Finding as Said
from declare.web import lang, render, visitor


@dataclass(frozen=True, slots=True)
class Line:
    """One finding of the list: the card, the record it is about, whom it is about as far as that may be seen."""

    card: cards.Card
    where: str
    about: str


def of_list(*, done: bool, page: int) -> str:
    """The findings still to be done, or those done."""
    found, total = office_matters.listed(db.session, _actor(), done=done, page=page)
    kinds = office_matters.kinds(db.session, [said for _row, said in found])
    lines = [Line(cards.card(row, said, lang=lang()), _where(said, kinds), _about(said)) for row, said in found]
    return render(
        "casework/office.html",
        lines=lines,
        done=done,
        total=total,
        page=page,
        pages=ceil(total / office_matters.PAGE),
        link=lambda number: url_for("office.matters", page=number, state="done" if done else None),
    )


def of_matter(about: OfficeMatter, form: DecisionForm | AnswerForm) -> str:
    """One finding with the records it points at, what was decided, and the form that fits its state."""
    finding, said = about.finding, about.said
    opened = _opened(about)
    answering = isinstance(form, AnswerForm)
    return render(
        "casework/office_finding.html",
        finding=cards.card(finding, said, lang=lang()),
        about=_about(said),
        where=_where(said, office_matters.kinds(db.session, [said])),
        pairs=record_sheets.pairs(opened, said, lang=lang()),
        elsewhere=0 if said.declarant else record_sheets.missing(opened, [said]),
        parameters=cards.parameters(said, lang=lang()),
        history=[(Step(step.step), Outcome(step.outcome), step, reason) for step, reason in opened.reasons],  # type: ignore[call-arg]
        form=form,
        answer=form if answering else answer_form(about),
        decidable=not answering and finding.state in service.OPEN_TO_DECIDE,
        may_answer=finding.state == WAITS and decide(_actor(), Action.CONFIRM_OFFICE_FINDING, about.resource()).allowed,
        second=service.needs_second(finding, Outcome.ACCEPT),
    )


def decision_form(about: OfficeMatter, *, sent: bool = False) -> DecisionForm:
    """What can be done about a finding nobody can be asked about."""
    form = DecisionForm() if sent else DecisionForm(formdata=None, seen=service.version(about.finding))
    return form.without(Outcome.INQUIRE)


def answer_form(about: OfficeMatter) -> AnswerForm:
    """The second person's answer."""
    return AnswerForm(formdata=None, seen=service.version(about.finding))


def after(about: OfficeMatter) -> str:
    """Where one goes after deciding: the next open finding, else the list."""
    following = office_matters.following(db.session, _actor(), about.finding.id)
    return url_for("office.matter", finding_id=following) if following else url_for("office.matters")


def _opened(about: OfficeMatter) -> Dossier:
    """The reasons given on a finding and the records it points at, opened; of somebody not entered, no record is opened."""
    finding, said = about.finding, about.said
    steps = office_matters.decisions(db.session, finding.id)
    reader = office_matters.reader()
    reasons = []
    if steps:
        opener = vault.opening(db.session, finding.record, reader)
        reasons = [(step, opener.open(step.part, 1, step.sealed).decode()) for step in steps]
    kept = {} if said.declarant else records.of(db.session, records.named([said]), reader, Whose())
    nobody = PersonCard(name="", id_number="")
    return Dossier(card=nobody, history=(), findings=[(finding, said)], reasons=reasons, records=kept)


def _where(said: Said, kinds: Mapping[str, str]) -> str:
    """The records a finding points at, by kind and number."""
    names = records.named([said]) or [str(said.numbers.get("record") or "")]
    return str(_("；")).join(filter(None, (_named(name, kinds) for name in names)))


def _named(name: str, kinds: Mapping[str, str]) -> str:
    """One record by kind and number."""
    head, _slash, rest = name.partition("/")
    number, _slash, row = rest.partition("/")
    kind = kinds.get(f"{head}/{number}", "")
    if head == "work" and kind:
        return str(_("%(kind)s %(number)s 号", kind=work_by_key(kind).title.to(lang()), number=number))
    if head == "extract" and kind:
        title = registry_by_key(kind).title.to(lang())
        return str(_("%(kind)s %(number)s 号第 %(row)s 行", kind=title, number=number, row=int(row or 0) + 1))
    return str(_("人员档案 %(number)s 号", number=number)) if head == "person" else ""


def _about(said: Said) -> str:
    """Whom a finding is about, masked; "" where it is about nobody."""
    return IdNumberKind().mask(said.declarant) if said.declarant else ""


def _actor() -> Actor:
    """The person signed in, as decisions see them."""
    who = visitor()
    return who.actor() if who else Actor(account=0)
