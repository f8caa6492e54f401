"""A receipt is checked with the public key alone, and single fields are proven without showing the others."""

import base64
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.vault import Refused, receipts, salted_commitments

BODY = {"year": 2025, "declarant": "某某", "root": "ab", "parts": ["a", None, True], "amount": "238.00"}
SECRET = bytes(range(32))
FIELDS = [(f"real_estate.0.{name}", name.encode()) for name in ("address", "area", "price", "owners", "kind")]


def test_a_receipt_is_verified_with_the_public_key_alone(vault):
    document = receipts.issue(vault, BODY)
    assert receipts.verify(document, vault.public_key("receipt")) == BODY


def test_the_signature_is_over_the_canonical_body_so_that_any_tool_can_check_it(vault):
    document = json.loads(receipts.issue(vault, BODY))
    signature = base64.b64decode(document["signature"])
    assert vault.verify("receipt", receipts.canonical(document["body"]), signature)


@pytest.mark.parametrize(
    "change",
    [
        {"body": BODY | {"year": 2024}},
        {"body": BODY | {"more": 1}},
        {"body": {}},
        {"signature": base64.b64encode(bytes(64)).decode()},
        {"signature": "no base64"},
        {"key": "0" * 16},
    ],
)
def test_nothing_of_a_receipt_can_be_changed(vault, change):
    document = json.loads(receipts.issue(vault, BODY)) | change
    with pytest.raises(Refused):
        receipts.verify(json.dumps(document).encode(), vault.public_key("receipt"))


def test_a_receipt_laid_out_anew_is_the_same_receipt(vault):
    document = json.loads(receipts.issue(vault, BODY))
    written = json.dumps(dict(reversed(document.items())), indent=2, ensure_ascii=True).encode()
    assert receipts.verify(written, vault.public_key("receipt")) == BODY


def test_another_installation_or_purpose_did_not_sign_it(vault):
    with pytest.raises(Refused):
        receipts.verify(receipts.issue(vault, BODY), vault.public_key("tree"))
    assert receipts.verify(receipts.issue(vault, BODY, purpose="manifest"), vault.public_key("manifest")) == BODY


@pytest.mark.parametrize("document", [b"", b"[]", b"{}", b'{"body":1,"key":"","signature":""}', b"\xff"])
def test_what_is_no_receipt_is_refused(vault, document):
    with pytest.raises(Refused):
        receipts.verify(document, vault.public_key("receipt"))


def test_the_canonical_form_is_sorted_tight_and_utf_8():
    assert receipts.canonical({"b": 1, "a": {"d": "京", "c": []}}) == '{"a":{"c":[],"d":"京"},"b":1}'.encode()


@given(st.dictionaries(st.text(max_size=5), st.integers(-(2**50), 2**50) | st.text(max_size=5) | st.none(), max_size=6))
def test_the_canonical_form_reads_back_to_itself(body):
    assert receipts.canonical(json.loads(receipts.canonical(body))) == receipts.canonical(body)


@pytest.mark.parametrize("body", [{"a": 1.5}, {"a": [{"b": (0.1,)}]}])
def test_a_float_is_never_signed(body):
    with pytest.raises(TypeError):
        receipts.canonical(body)


@pytest.mark.parametrize("size", range(1, 6))
def test_every_field_is_proven_by_itself(size):
    made = salted_commitments(SECRET, FIELDS[:size])
    for name, value in FIELDS[:size]:
        proof = made.proof(name)
        assert receipts.proves(made.root, name, value, proof)
        assert not receipts.proves(made.root, name, value + b"0", proof)
        assert not receipts.proves(made.root, name + "0", value, proof)
        assert not receipts.proves(made.root, name, value, proof._replace(salt=os.urandom(32)))
        assert not receipts.proves(os.urandom(32), name, value, proof)


def test_a_proof_reveals_no_other_salt():
    made = salted_commitments(SECRET, FIELDS)
    salts = {proof.salt for proof in map(made.proof, made.names)}
    assert len(salts) == len(FIELDS)
    assert not [hash_ for proof in map(made.proof, made.names) for hash_ in proof.path if hash_ in salts]


def test_equal_values_are_committed_to_differently_and_another_filing_has_other_salts():
    made = salted_commitments(SECRET, [("a", b"same"), ("b", b"same")])
    again = salted_commitments(SECRET, [("a", b"same"), ("b", b"same")])
    assert (made.root, made.proof("a")) == (again.root, again.proof("a"))
    assert made.proof("a").path[0] != made.proof("b").path[0]
    assert salted_commitments(bytes(32), [("a", b"same"), ("b", b"same")]).root != made.root


def test_no_fields_have_the_empty_root_and_a_field_counts_once():
    assert salted_commitments(SECRET, []).names == ()
    with pytest.raises(ValueError, match="once"):
        salted_commitments(SECRET, [("a", b"1"), ("a", b"2")])
