"""The battery of tampering finds everything, on few places here and on a thousand in the full proof; and it can find a miss."""

import pytest

from tests.prove import audit


def test_every_kind_of_tampering_is_noticed_and_its_first_leaf_named():
    counted, missed = audit.tried(each=3)
    assert counted.total() == 3 * 17
    assert not missed


def test_what_changes_nothing_counts_as_missed():
    with audit.log() as witnessed:
        nothing = audit.Attempt("nothing", lambda _session: None, range(1, 2))
        assert not audit.noticed(nothing, witnessed)
        assert audit.noticed(audit.edit(7, "actor"), witnessed)


def test_without_a_witness_a_rebuild_with_every_key_would_be_believed():
    with audit.log() as witnessed:
        assert audit.noticed(audit.rebuilding(40), witnessed)
        assert not audit.noticed(audit.rebuilding(40), [])


@pytest.mark.slow
def test_a_thousand_attempts():
    outcome = audit.tampering(quick=False)
    assert outcome.held, outcome.notes
