"""Each combination of route, role, relation and state is decided as it stands, reviewed, in granted.txt."""

import sys

import pytest

from declare import create_app
from declare.config import Settings
from declare.web import permission
from tests.access import granted
from tests.access.product import guarded, measured

GOAL = 5_000


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return create_app(Settings(instance=tmp_path_factory.mktemp("instance")))


def test_every_combination_is_decided_as_it_was_reviewed(whole):
    made, wrong = measured(whole)
    sys.stdout.write(f"{made} authorisation assertions on {len(guarded(whole))} routes\n")
    assert wrong == [] and made >= GOAL


def test_with_the_guard_gone_the_same_comparison_finds_thousands(whole, monkeypatch):
    monkeypatch.setattr(permission, "demand", lambda *_: None)
    assert len(measured(whole)[1]) > GOAL


def test_what_was_reviewed_is_what_the_policy_says():
    text = granted.EXPECTED.read_text(encoding="utf-8")
    assert granted.table() == text, "python -m tests.access.granted writes the table anew; read the difference"


def test_nobody_is_granted_what_is_about_somebody_close():
    assert [one for one in granted.reviewed() if one[2].startswith("recused")] == []
