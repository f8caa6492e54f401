"""What the audit hands out is checked by the stand-alone verifier, without the system; whatever is changed in it does not pass."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

from declare.audit import AuditLeaf, append_placed, checkpoint, documents
from declare.audit.heads import latest
from declare.extensions import db
from tests.audit.conftest import write

VERIFIER = Path(__file__).parents[2] / "docs/verify_audit.py"
KEY = ["audit", "public-key"]


@pytest.fixture
def verifier():
    """The verifier as a module, for many documents in a row."""
    scope = {"__name__": "verifier"}
    exec(compile(VERIFIER.read_text(encoding="utf-8"), str(VERIFIER), "exec"), scope)
    return lambda proof, leaves, key: all(fits for _, fits in scope["checks"](proof, leaves, key))


@pytest.fixture
def log(floor):
    """Twenty leaves, one with a reason and words of every length; heads at seven and at twenty."""
    write(7)
    checkpoint(db.session)
    object_ = "a" * 40 + "中" * 300
    append_placed(db.session, actor=2**40, role="r" * 40, action="finding.decide", object=object_, reason="why")
    db.session.commit()
    write(12, start=300)
    checkpoint(db.session)
    db.session.commit()
    return floor


def run(app, *words):
    answer = app.test_cli_runner().invoke(args=["audit", *map(str, words)])
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.output) if answer.output.startswith("{") else answer.output.strip()


def leaves(first, last):
    return [documents.of_leaf(db.session.get(AuditLeaf, seq)) for seq in range(first, last + 1)]


def test_the_program_says_by_its_exit_whether_a_document_fits(log, tmp_path):
    document, key = tmp_path / "proof.json", run(log, "public-key")
    for words in (("head",), ("prove", 5), ("consistent", 7, 20), ("consistent", 3, 7), ("head", "--since", 11)):
        document.write_text(json.dumps(run(log, *words)), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(VERIFIER), str(document), key], check=False, capture_output=True, text=True
        )
        assert (done.returncode, "NOT" in done.stdout) == (0, False), words
    document.write_text(document.read_text().replace('"first": 11', '"first": 12'), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(VERIFIER), str(document), key], check=False, capture_output=True, text=True
    )
    assert (done.returncode, "only added to: DOES NOT FIT" in done.stdout) == (1, True)


def test_every_leaf_is_proved_and_no_word_of_it_can_be_changed(log, verifier):
    key = run(log, "public-key")
    for seq in range(1, 21):
        proof = run(log, "prove", seq)
        assert verifier(proof, (), key)
        for name, value in proof["leaf"].items():
            false = copy.deepcopy(proof)
            false["leaf"][name] = {"seq": seq + 1, "actor": 77, "at": "2020-01-01T00:00:00+00:00"}.get(
                name, f"{value}00"
            )
            assert not verifier(false, (), key), name


def test_every_extract_fits_and_none_can_be_shortened(log, verifier):
    key, head = run(log, "public-key"), latest(db.session)
    for first in range(1, 21):
        for last in range(first, 21):
            proof = documents.of_extract(db.session, first, last, head)
            rows = leaves(first, last)
            assert verifier(proof, rows, key)
            assert not verifier(proof, rows[:-1], key)
            assert not verifier(proof, rows[1:], key)
            assert not verifier(proof, [*rows[:-1], dict(rows[-1], role="x")], key)
            assert not verifier(dict(proof, first=first + 1), rows[1:], key)


def test_a_head_of_another_key_does_not_fit(log, verifier):
    head = run(log, "head")
    assert verifier(head, (), head["head"]["key"])
    assert not verifier(head, (), "A" * 43 + "=")
    for name, value in {"size": 19, "root": "00" * 32, "at": "2020-01-01T00:00:00.000000+00:00"}.items():
        assert not verifier({**head, "head": {**head["head"], name: value}}, (), head["head"]["key"])


@pytest.mark.parametrize(
    "words", [("prove", 21), ("prove", 0), ("consistent", 3, 8), ("consistent", 0, 7), ("consistent", 9, 7)]
)
def test_what_cannot_be_proved_is_said_in_one_sentence(log, words):
    answer = log.test_cli_runner().invoke(args=["audit", *map(str, words)])
    assert answer.exit_code == 1
    assert answer.output.startswith("Error: ")
    assert "Traceback" not in answer.output


def test_without_a_signed_head_there_is_nothing_to_hand_out(floor):
    answer = floor.test_cli_runner().invoke(args=["audit", "head"])
    assert (answer.exit_code, "flask audit checkpoint" in answer.output) == (1, True)
