"""The table of claims: a claim that fails is said and fails the run; one that cannot be tried is not called held."""

import pytest

from tests.prove import __main__ as prove
from tests.prove import figure as figures
from tests.prove.figure import Absent, Outcome


@pytest.fixture
def entered(monkeypatch):
    monkeypatch.setattr(figures, "_figures", {})
    monkeypatch.setattr(prove.Path, "glob", lambda *_: [])
    return figures.figure


def held(*, quick):
    return Outcome("0 / 10" if quick else "0 / 10 000", held=True)


def test_what_holds_is_printed(entered, capsys):
    entered("swaps", "密文 · ciphertext", goal="0")(held)
    assert prove.main([]) == 0
    assert "0 / 10 000" in capsys.readouterr().out


def test_a_short_run_is_passed_on(entered, capsys):
    entered("swaps", "密文 · ciphertext", goal="0")(held)
    prove.main(["--quick"])
    assert "0 / 10 " in capsys.readouterr().out


def test_what_does_not_hold_fails_the_run(entered, capsys):
    entered("lost", "丢失 · lost", goal="0")(lambda *, quick: Outcome("1", held=False, notes=("第 7 份",)))
    assert prove.main([]) == 1
    out = capsys.readouterr().out
    assert "NOT HELD" in out
    assert "第 7 份" in out


def test_what_cannot_be_tried_is_not_called_held(entered, capsys):
    def nothing(*, quick):
        raise Absent("PostgreSQL")

    entered("down", "数据库中断 · database down", goal="0")(nothing)
    assert prove.main([]) == 0
    out = capsys.readouterr().out
    assert "not tried" in out
    assert " held" not in out


def test_a_name_stands_there_once(entered):
    entered("swaps", "密文 · ciphertext", goal="0")(held)
    with pytest.raises(ValueError, match="swaps"):
        entered("swaps", "密文 · ciphertext", goal="0")(held)


def test_names_choose(entered, capsys):
    entered("swaps", "密文 · ciphertext", goal="0")(held)
    entered("lost", "丢失 · lost", goal="0")(held)
    prove.main(["sw"])
    assert "丢失" not in capsys.readouterr().out


def test_one_that_breaks_down_is_said_and_the_others_go_on(entered, capsys):
    def broken(*, quick):
        raise LookupError("somewhere")

    entered("broken", "断 · broken", goal="0")(broken)
    entered("swaps", "密文 · ciphertext", goal="0")(held)
    assert prove.main([]) == 1
    out = capsys.readouterr().out
    assert "failed" in out
    assert "LookupError" in out
    assert "0 / 10 000" in out
