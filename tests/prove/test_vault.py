"""The attempts on what is sealed find nothing, and would find something: with the binding gone, moves are accepted."""

import pytest

from declare.vault import envelope
from declare.vault.pae import pae
from tests.prove import vault


def test_nothing_moves_in_a_short_run():
    assert vault.moved(600) == (600, 0)
    tried, accepted = vault.exchanged()
    assert tried > 3_000
    assert accepted == 0


def test_no_bit_turns_in_a_short_run():
    assert vault.bits_of_sealed(3)[1] == 0
    tried, accepted = vault.bits_of_keys(2)
    assert tried == 2 * ((60 + 32 + 16) * 8 + 2 * 31)
    assert accepted == 0


@pytest.mark.parametrize("kept", [slice(0, 5), slice(5, None)])
def test_without_its_place_something_sealed_would_open_elsewhere(monkeypatch, kept):
    """The control: the attempt notices a seal that is bound to its head alone, or to its place without part and record."""
    monkeypatch.setattr(envelope, "pae", lambda *pieces: pae(*pieces[kept]))
    assert vault.moved(2_000)[1] > 0


def test_a_key_row_bound_to_nothing_would_be_noticed(monkeypatch):
    monkeypatch.setattr(envelope.WrappedKey, "place", lambda _self: b"")
    monkeypatch.setattr(envelope, "commitment", lambda *_: bytes(32))
    assert vault.exchanged()[1] > 0
