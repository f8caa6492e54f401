"""Each version of a report, and each draft of one, has a data key of its own: one that got out opens no other."""

from itertools import permutations

import pytest

from declare.declarations import queries, service, submission
from declare.declarations.models import Declaration, Section
from declare.extensions import db, vault
from declare.vault import Opener, Refused
from declare.web import SYSTEM, transaction
from tests.durability import reports


@pytest.fixture
def versions(bureau):
    """A report that was handed in, and its correction: the record of each draft and each filing, with something sealed in it."""
    with bureau.app.app_context():
        (number,) = reports.prepare(1)
        sealed = parts_of(number)
        filed = reports.hand_in(number)
        sealed[filed.record] = (queries.FILED, 1, filed.sealed)
        with transaction() as session:
            head = session.get(Declaration, number)
            draft = service.open_correction(session, head, ["wages"], at=reports.AT, by=SYSTEM)
        sealed |= parts_of(draft.id)
        with transaction() as session:
            opened = queries.opened(session, session.get(Declaration, draft.id), reports.READER)
            again = submission.submit(
                session, opened, key="correction-1", late_reason="", at=reports.AT, by=SYSTEM
            )  # fmt: skip
        sealed[again.record] = (queries.FILED, 1, again.sealed)
        yield sealed


def parts_of(declaration_id):
    """One sealed part of a draft, by its record."""
    row = db.session.get(Section, (declaration_id, "wages"))
    return {f"declaration/{declaration_id}": (row.table, row.revision, row.sealed)}


def test_the_key_of_one_version_opens_no_other(versions):
    stored = vault._stored(db.session, versions)
    keys = {record: vault._unwrapped(one) for record, one in stored.items()}
    assert len(versions) == len(set(keys.values())) == len({one.key_id for one in stored.values()}) == 4
    for record, (part, revision, sealed) in versions.items():
        assert Opener(record, stored[record].key_id, keys[record], alarm=print).open(part, revision, sealed)
    for stolen, (record, (part, revision, sealed)) in permutations_of(keys, versions):
        for key_id in (stored[record].key_id, stored[stolen].key_id):
            with pytest.raises(Refused):
                Opener(record, key_id, keys[stolen], alarm=lambda _: None).open(part, revision, sealed)


def permutations_of(keys, versions):
    """Each key with what was sealed under another."""
    return [(stolen, (record, versions[record])) for stolen, record in permutations(keys, 2)]
