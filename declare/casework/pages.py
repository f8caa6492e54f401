"""What the reviewers' pages show, put together."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from flask import make_response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action, Actor, decide
from declare.accounts import people
from declare.accounts.cards import PersonCard
from declare.casework import cards, dossier, evidence, queries, record_sheets, selfchecked, service
from declare.casework.forms import AnswerForm, ConsultForm, DecisionForm, JudgementForm
from declare.casework.judging import question
from declare.casework.models import Outcome, Step
from declare.casework.precision import tallies
from declare.casework.queries import PAGE, TO_DO, Queued, Wanted
from declare.casework.subject import Matter, Subject
from declare.casework.unmasking import showing
from declare.casework.weights import CERTAIN, FULL, WEIGHTS, Precisions, precisions
from declare.checks.models import OPEN, WAITS, Finding
from declare.extensions import db
from declare.items.kinds.dates import DayKind
from declare.rules.book import all_rules, rule_by_id
from declare.rules.contents import group_of
from declare.rules.registry.resembling_clause import summed
from declare.vault import Reader
from declare.web import authority, lang, render, today, visitor

REGISTERS = group_of("F")
"""The group whose clauses are summed up for a person."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the queue as the page shows them."""

    queued: Queued
    card: PersonCard


def of_queue(asked: Mapping[str, str]) -> str:
    """The queue: a page of it, or those whose name holds what was asked for."""
    wanted, name = _wanted(asked), asked.get("name", "").strip()
    page = max(1, _number(asked.get("page")))
    rows = queries.queue(db.session, _actor(), wanted, page=None if name else page, known=_known())
    lines = _lines(rows)
    if name:
        lines = [line for line in lines if name in line.card.name]
    total = len(lines) if name else rows[0].persons if rows else 0
    if name:
        lines = lines[(page - 1) * PAGE : page * PAGE]
    asked_for = {
        key: value for key, value in asked.items() if value and key in ("unit", "severity", "rule", "name", "state")
    }
    return render(
        "casework/queue.html",
        lines=lines,
        total=total,
        page=page,
        pages=ceil(total / PAGE),
        first=(page - 1) * PAGE,
        units=queries.units(db.session, _actor()),
        rules=all_rules(),
        wanted=wanted,
        name=name,
        link=lambda number: url_for("people.queue", **asked_for, page=number),  # type: ignore[arg-type]
    )


def of_consulting(about: Subject, form: ConsultForm) -> str:
    """Why one looks: asked once, before anything is opened but the name."""
    card = people.card(db.session, about.person, about.reader())
    return render("casework/consult.html", about=about, card=card, form=form, days=service.DAYS)


def of_person(about: Subject) -> str:
    """One person with everything found, and the tables the open findings point at."""
    found = queries.findings_of(db.session, about.person.id)
    opened = dossier.opened(db.session, about, found, shown=[one for one in found if one.state == OPEN])
    to_do = [(one, said) for one, said in opened.findings if one.state == OPEN]
    told, known = [said for _one, said in to_do], _known()
    shares = cards.shares(to_do, known, lang=lang())
    newest = opened.history[-1] if opened.history else None
    latest = newest.year if newest else None
    return render(
        "casework/person.html",
        about=about,
        shown=showing.until(about.person.id),
        card=opened.card,
        latest=newest,
        until=_day(about),
        todo=[cards.card(one, said, lang=lang(), latest=latest) for one, said in to_do],
        done=[cards.card(one, said, lang=lang(), latest=latest) for one, said in opened.findings if one.state != OPEN],
        sheets=[*evidence.sheets(opened, to_do, lang=lang()), *record_sheets.sheets(opened, told, lang=lang())],
        elsewhere=record_sheets.missing(opened, told),
        hint=summed(said.clause for said in told if group_of(said.rule) is REGISTERS),
        shares=shares,
        score=sum(share.points for share in shares),
        place=queries.place(db.session, _actor(), about.person.id, known=known) if to_do else None,
        full=FULL,
        certain=CERTAIN,
        weights=_("、").join(map(str, WEIGHTS.values())),
    )


def of_finding(
    about: Matter, form: DecisionForm | None, *, answer: AnswerForm | None = None, judging: JudgementForm | None = None
) -> str:
    """One finding with its evidence, and the form that fits its state."""
    siblings, steps = queries.decisions_beside(db.session, about.finding)
    opened = dossier.opened(db.session, about.subject, [about.finding], steps, shown=[about.finding])
    finding, said = opened.findings[0]
    first = steps[-1] if steps else None
    return render(
        "casework/finding.html",
        about=about,
        shown=showing.until(about.subject.person.id),
        card=opened.card,
        finding=cards.card(finding, said, lang=lang()),
        hinted=selfchecked.answered(opened.checks, said, lang=lang()),
        pairs=[*evidence.pairs(opened, finding, said, lang=lang()), *record_sheets.pairs(opened, said, lang=lang())],
        elsewhere=record_sheets.missing(opened, [said]),
        parameters=cards.parameters(said, lang=lang()),
        question=question(db.session, about, opened, said, lang=lang()),
        judging=judging or JudgementForm(formdata=None),
        history=[(Step(step.step), Outcome(step.outcome), step, reason) for step, reason in opened.reasons],  # type: ignore[call-arg]
        beside=_beside(siblings, finding),
        form=answer or form,
        faulty=judging or answer or form,
        answering=answer,
        decidable=form is not None and finding.state in service.OPEN_TO_DECIDE,
        may_answer=finding.state == WAITS and first is not None and _may_answer(Matter(finding, about.subject, first)),
        answer=answer or AnswerForm(formdata=None, seen=service.version(finding)),
        until=_day(about.subject),
        second=service.needs_second(finding, Outcome.ACCEPT),
    )


def of_answering(about: Matter, form: AnswerForm) -> ResponseReturnValue:
    """The finding again, with what is wrong in the answer."""
    if about.subject.consultation is None:
        consult = ConsultForm(formdata=None, next=url_for("findings.finding", finding_id=about.finding.id))
        return of_consulting(about.subject, consult)
    return make_response(of_finding(about, None, answer=form), 422)


def of_waiting() -> str:
    """What waits for a second signature."""
    rows = queries.waiting(db.session, _actor())
    by = authority()
    reader = Reader(by.account, by.role, "waiting")
    names = people.cards(db.session, [row.person for row in rows], reader, what="waiting")
    titles = {row.finding.rule: rule_by_id(row.finding.rule).title.to(lang()) for row in rows}
    return render("casework/waiting.html", rows=rows, names=names, titles=titles)


def after(about: Matter) -> str:
    """Where one goes after deciding: the person's next open finding, else the queue."""
    siblings = queries.findings_of(db.session, about.subject.person.id)
    following = next((one for one in siblings if one.state == OPEN and one.id != about.finding.id), None)
    if following is not None:
        return url_for("findings.finding", finding_id=following.id)
    return url_for("people.queue")


def _lines(rows: list[Queued]) -> list[Line]:
    """People of the queue with their names: one query, one leaf."""
    by = authority()
    reader = Reader(by.account, by.role, "queue")
    names = people.cards(db.session, [row.person for row in rows], reader, what="queue")
    return [Line(row, names[row.person.id]) for row in rows]


def _wanted(asked: Mapping[str, str]) -> Wanted:
    """What the queue is narrowed to."""
    severity = _number(asked.get("severity"))
    state = asked.get("state", OPEN)
    return Wanted(
        unit=asked.get("unit", ""),
        severity=severity if 1 <= severity <= 5 else 0,
        rule=asked.get("rule", "")[:8],
        state=state if state in TO_DO else OPEN,
    )


def _number(text: str | None) -> int:
    """A number of an address, 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0


def _actor() -> Actor:
    """The person signed in, as decisions see them."""
    who = visitor()
    return who.actor() if who else Actor(account=0)


def _known() -> Precisions:
    """The precision of every rule, as the decisions so far show it."""
    return precisions(tallies(db.session), today())


def _may_answer(about: Matter) -> bool:
    """Whether the person signed in may be the second one."""
    return decide(_actor(), Action.CONFIRM_FINDING, about.resource()).allowed


def _beside(siblings: list[Finding], finding: Finding) -> dict[str, int | None]:
    """The open findings before and after this one, and its place among them."""
    ids = [one.id for one in siblings if one.state == OPEN or one.id == finding.id]
    at = ids.index(finding.id)
    return {
        "previous": ids[at - 1] if at else None,
        "next": ids[at + 1] if at + 1 < len(ids) else None,
        "place": at + 1,
        "total": len(ids),
    }


def _day(about: Subject) -> str:
    """Until when the consultation is valid."""
    return DayKind().show(about.consultation.until, lang=lang(), names={}) if about.consultation else ""
