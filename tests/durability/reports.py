"""Fifty reports ready to be handed in, and the process that hands them in; run as `python -m tests.durability.reports`."""

import sys
from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import select

from declare import create_app
from declare.accounts.models import Person
from declare.barrier import declared, system
from declare.declarations import queries, service, submission
from declare.declarations.drafts import complete, waiting
from declare.declarations.models import Campaign, Declaration
from declare.extensions import db
from declare.items import table_by_key
from declare.items.spec import State
from declare.items.wages import Wages
from declare.vault import Reader
from declare.web import SYSTEM, transaction

AT = datetime(2027, 1, 20, 2, 0, tzinfo=UTC)
YEAR = 2026
READER = Reader(None, "system", "durability")
PAY = Wages(salary=Decimal("20.00"), bonus=Decimal("3.50"), total=Decimal("23.50"))


def prepare(count):
    """Opens so many reports of the campaign and answers every question in them; gives their numbers."""
    with transaction() as session:
        campaign = session.get(Campaign, YEAR)
        filed = select(Declaration.person_id).distinct()
        people = session.scalars(select(Person).where(Person.id.in_(filed)).order_by(Person.id).limit(count)).all()
        heads = [service.open_declaration(session, person, campaign, at=AT, by=SYSTEM) for person in people]
        for head in heads:
            _answer(session, head)
        return [head.id for head in heads]


def _answer(session, head):
    """Confirms what reads as last year, enters the wages, answers the rest with nothing or no change."""
    draft = queries.opened(session, head, READER)
    service.confirm(session, draft, waiting(draft), by=SYSTEM)
    draft = queries.opened(session, head, READER)
    service.save_entry(session, draft, table_by_key("wages"), None, PAY, by=SYSTEM)
    draft = queries.opened(session, head, READER)
    for table in draft.tables:
        sheet = draft.sheet(table.key)
        if not complete(sheet):
            service.answer(session, draft, table, State.SOME if sheet.entries else State.NONE, by=SYSTEM)


def hand_in(number):
    """Hands one report in under the one key of this submission, as a person does who sends a form again; gives the filing."""
    with transaction() as session:
        head = session.get(Declaration, number)
        draft = queries.opened(session, head, READER)
        return submission.submit(session, draft, key=key_of(number), late_reason="", at=AT, by=SYSTEM)


def key_of(number):
    """The key a report is submitted under, the same at every attempt."""
    return f"durability-{number:012}"


def say(*words):
    """Tells the process that started this one, at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(numbers):
    """Hands the reports in one after the other and says of each, once it is committed, that it is in."""
    app = create_app()
    with app.app_context(), declared(system("test")):
        say("ready")
        for number in numbers:
            filing = hand_in(number)
            say("filed", number, filing.id, filing.content_hash.hex())
            db.session.close()


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]])
