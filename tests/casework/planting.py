"""Facts for casework: a home of the register that resembles a declared one, duties that do not go together, somebody not entered."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from declare import checks, create_app
from declare.barrier import declared, system
from declare.checks.source import source
from declare.config import Settings
from declare.extensions import db
from declare.interchange import keeping
from declare.interchange.records import WorkRecord
from declare.items.registries import RosterEntry, TitleRecord
from declare.items.registries.choices import TitleState
from declare.items.spec import table_of
from declare.items.work import Duties
from declare.registries import service
from declare.rules.around import NOWHERE
from declare.vault import Reader
from declare.web import SYSTEM, transaction

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ELSEWHERE = "江东省江东市望山区江堤路5号3幢1单元101室"
STRANGER = "110105196001010017"
STRANGERS_NAME = "不在册"


def subjects(app, persons=None):
    """What is known of some persons, or of everybody."""
    with app.app_context():
        asked = source().persons(db.session, None) if persons is None else persons
        found = source().read(db.session, asked, NOWHERE, Reader(None, "system", "test"), None)()
        db.session.rollback()
    return found


def homes(subject):
    """The homes of somebody's latest report."""
    answer = subject.latest and subject.latest.tables.real_estate
    return answer.entries if answer else ()


def alike(entry, declarant):
    """A home of the same size whose certificate is one character apart, somewhere else."""
    last = "8" if entry.certificate[-2] != "8" else "9"
    number = entry.certificate[:-2] + last + entry.certificate[-1:]
    return TitleRecord(
        subject=declarant,
        certificate=number,
        address=ELSEWHERE,
        area=entry.area,
        kind=entry.kind,
        state=TitleState.HELD,
    )


def similar_home(app):
    """A person with one home, and in the register one that resembles it, checked; the person's id."""
    person, subject = next((one, subject) for one, subject in subjects(app).items() if len(homes(subject)) == 1)
    row = alike(homes(subject)[0], subject.declarant)
    with app.app_context():
        with transaction() as session:
            service.keep(session, table_of(TitleRecord), [row], received=date(2026, 6, 1), at=AT, by=SYSTEM)
        with transaction() as session:
            checks.check(session, [person])
    return person


def office_matters(app):
    """One account with two administrators' duties, and somebody on the roster whom nobody has entered, checked."""
    entry = RosterEntry(subject=STRANGER, name=STRANGERS_NAME, since=date(2024, 1, 1), managed_by="ZD")
    duties = Duties(account="a1", roles=("system_admin", "audit_admin"))
    with app.app_context():
        with transaction() as session:
            service.keep(session, table_of(RosterEntry), [entry], received=date(2026, 1, 5), at=AT, by=SYSTEM)
            keeping.work(session, WorkRecord(table_of(Duties), duties), at=AT)
        with transaction() as session:
            checks.check_office(session)


if __name__ == "__main__":
    made = create_app(Settings(instance=Path(sys.argv[1]), demo=True))
    with declared(system("test")):
        print(similar_home(made))  # noqa: T201 - the person whose home it is
        office_matters(made)
