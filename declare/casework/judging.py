"""A person's judgement on a match: whether two things are one is decided once, with a reason, and holds from then on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare import checks, jobs
from declare.audit import Act
from declare.casework import dossier, similar
from declare.casework.dossier import Dossier
from declare.casework.similar import Beside
from declare.casework.subject import Matter
from declare.checks import judgements
from declare.checks.models import REVOKED, Finding, Judgement
from declare.extensions import vault
from declare.law import Lang
from declare.rules.finding import Finding as Said
from declare.rules.matching import Pair
from declare.web import Authority, StaleRevision, leaf, now

PART = "reason"


class Answer(NamedTuple):
    """What a person answers: the verdict, the reason, and the state of things it was seen in."""

    verdict: str
    reason: str
    seen: str


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two things are one: both side by side, and every judgement so far with its reason."""

    beside: Beside
    past: list[tuple[Judgement, str]]
    seen: str

    @property
    def verdict(self) -> str:
        """What holds now; "" where nobody has decided or it was taken back."""
        last = self.past[-1][0].verdict if self.past else REVOKED
        return "" if last == REVOKED else last


def question(session: Session, about: Matter, opened: Dossier, said: Said, *, lang: Lang) -> Question | None:
    """What a finding's hint asks; None where it gives none."""
    found = similar.beside(opened, about.finding, said, lang=lang)
    if found is None:
        return None
    rows = judgements.of_pairs(session, about.subject.person.id, found.pairs)
    if not rows:
        return Question(found, [], _seen(rows))
    once = list({(row.at, row.account_id): row for row in rows}.values())
    openers = vault.openings(session, [row.record for row in once], about.subject.reader(), what="judgements")
    past = [(row, openers[row.record].open(PART, 1, row.sealed).decode()) for row in once]
    return Question(found, past, _seen(rows))


def asked(session: Session, about: Matter, *, lang: Lang) -> Question:
    """What a finding's hint asks, opened for the answer; StaleRevision where it asks nothing any more."""
    opened = dossier.opened(session, about.subject, [about.finding], shown=[about.finding])
    found = question(session, about, opened, opened.findings[0][1], lang=lang)
    if found is None:
        raise StaleRevision
    return found


def judge(session: Session, about: Matter, answered: Question, answer: Answer, *, by: Authority) -> None:
    """Keeps a judgement for every pair of keys and has the person checked anew. StaleRevision where another judged meanwhile."""
    session.execute(select(Finding.id).where(Finding.id == about.finding.id).with_for_update())
    person, pairs, moment = about.subject.person.id, answered.beside.pairs, now()
    rows = judgements.of_pairs(session, person, pairs)
    if answer.seen != _seen(rows) or (answer.verdict == REVOKED and not answered.verdict):
        raise StaleRevision
    for pair in pairs:
        _add(session, about, pair, answer, at=moment, by=by)
    checks.stale(session, [person])
    jobs.enqueue(session, "check", person=person)


def _add(session: Session, about: Matter, pair: Pair, answer: Answer, *, at: datetime, by: Authority) -> None:
    """One judgement on one pair, its reason sealed."""
    person = about.subject.person.id
    registered, declared = judgements.digests(person)(pair)
    row = Judgement(
        person_id=person,
        registered=registered,
        declared=declared,
        verdict=answer.verdict,
        account_id=by.account,
        at=at,
        sealed=b"",
    )
    session.add(row)
    session.flush()
    row.sealed = vault.create(session, row.record).seal(PART, 1, answer.reason.encode())
    leaf(session, by, Act.MATCH_JUDGE, f"{row.record} {about.finding.record} {answer.verdict}")


def _seen(rows: Sequence[Judgement]) -> str:
    """What a form carries, so that nobody judges what another has judged meanwhile.

    The state of the finding is no part of it: the check that follows a judgement changes it while the page is being read.
    """
    return str(rows[-1].id if rows else 0)
