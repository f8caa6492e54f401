"""The queue: a job is written in the caller's transaction, taken for a while, tried again later where it failed.

A job may run twice: its function finds out what is still to be done. It opens its own transactions.
"""

from collections.abc import Callable
from datetime import timedelta
from weakref import WeakKeyDictionary

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, SessionTransaction

from declare import audit
from declare.audit import Act
from declare.barrier import declared, system
from declare.config import now
from declare.extensions import db
from declare.jobs.models import DONE, FAILED, RUNNING, WAITING, Job

Work = Callable[..., None]
"""What a job does; called with the ids by name."""

LEASE = timedelta(minutes=30)
"""How long a job belongs to whoever took it; after that another one takes it."""

TRIES = 5
PAUSE = timedelta(seconds=30)

_work: dict[str, Work] = {}
_written: WeakKeyDictionary[SessionTransaction, dict[tuple[str, str], Job]] = WeakKeyDictionary()


def register(name: str, work: Work) -> None:
    """Says what is done for jobs of that name."""
    _work[name] = work


def enqueue(session: Session, name: str, **ids: int) -> Job:
    """Writes a job in the caller's transaction; it is done once that is committed. The same job twice there is one."""
    written = " ".join(f"{key}={number}" for key, number in sorted(ids.items()))
    session.connection()
    here = _written.setdefault(session.get_transaction(), {})  # type: ignore[arg-type]  # begun with the connection
    if (name, written) in here:
        return here[name, written]
    job = here[name, written] = Job(name=name, ids=written, state=WAITING, attempts=0, run_after=now(), created=now())
    session.add(job)
    session.flush()
    return job


def run_pending() -> int:
    """Does everything that is due, one job after the other, and says how many were tried."""
    tried = 0
    while (taken := _take()) is not None:
        _run(*taken)
        tried += 1
    return tried


def _take() -> tuple[int, str, dict[str, int]] | None:
    """Takes the next job that is due, or one whose lease is over."""
    due = or_(Job.state == WAITING, Job.state == RUNNING)
    wanted = select(Job).where(due, Job.run_after <= now()).order_by(Job.run_after, Job.id).limit(1)
    with db.sessionmaker.begin() as session:
        job = session.scalars(wanted.with_for_update(skip_locked=True)).first()
        if job is None:
            return None
        job.state, job.attempts, job.run_after = RUNNING, job.attempts + 1, now() + LEASE
        return job.id, job.name, job.arguments()


def _run(job_id: int, name: str, ids: dict[str, int]) -> None:
    """Does one job; a fault is noted without its words, which may quote anything."""
    try:
        with declared(system(f"job/{name}")):
            _work[name](**ids)
    except Exception:  # noqa: BLE001 - whatever went wrong, the queue goes on and the job is tried again
        db.session.rollback()
        _failed(job_id)
    else:
        _finished(job_id)


def _finished(job_id: int) -> None:
    """The job is done."""
    with db.sessionmaker.begin() as session:
        session.get_one(Job, job_id).state = DONE


def _failed(job_id: int) -> None:
    """The job is tried again later, each time later; after five times it is given up, which the audit says."""
    with db.sessionmaker.begin() as session:
        job = session.get_one(Job, job_id)
        job.run_after = now() + PAUSE * 2**job.attempts
        job.state = FAILED if job.attempts >= TRIES else WAITING
        if job.state == FAILED:
            audit.append(session, actor=None, role="system", action=Act.JOB_FAIL, object=f"job/{job.id} {job.name}")
