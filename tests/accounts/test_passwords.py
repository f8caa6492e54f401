"""Passwords: long, not common, hashed with Argon2id and a pepper, the same on every keyboard."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from declare.accounts import passwords
from declare.vault import KeyRing
from declare.vault.passwords import fits, hashed, outdated


@pytest.fixture(scope="module")
def ring(tmp_path_factory):
    return KeyRing(tmp_path_factory.mktemp("ring") / "keys")


COMMON = """
123456789012 111111111111 qwertyuiop12 password1234 Password1234! P@ssw0rd2024 passwordpassword woaini1314520 abcdefghijkl
zxcvbnmasdfg1 1qaz2wsx3edc iloveyou2024 administrator1 xiaofang119119 zhongguo2026 qwertyuiopasdf 987654321098 aaaabbbbcccc
lianzheng2026 woaizhongguo1949 20260101202601 为人民服务为人民服务
""".split()

GOOD = [
    "four quiet herons at dusk",
    "消防站旁边那棵老槐树今年开花了",
    "blauer-tisch-7-regen",
    "vQ8#kd0-zm4Lp",
    "tram hat seven lemons",
]


@pytest.mark.parametrize("password", COMMON)
def test_what_is_tried_first_is_refused(password):
    assert passwords.fault(password, login="zheng.hc") is not None


@pytest.mark.parametrize("password", GOOD)
def test_a_sentence_of_ones_own_will_do(password):
    assert passwords.fault(password, login="zheng.hc") is None


def test_length_counts_from_twelve_to_two_hundred():
    assert passwords.fault("kx9 vqm2 tr7", login="a") is None
    assert passwords.fault("kx9 vqm2 tr", login="a") is passwords.TOO_SHORT
    assert passwords.fault("kx9 vqm2" * 30, login="a") is passwords.TOO_LONG


def test_the_sign_in_name_is_no_part_of_it():
    assert passwords.fault("ZhengHC loves herons", login="zhenghc") is passwords.NAMED


def test_a_first_password_passes_its_own_rules_and_is_never_the_same():
    many = {passwords.first() for _ in range(200)}
    assert len(many) == 200 and all(passwords.fault(one, login="zheng") is None for one in many)


@given(st.text(max_size=40), st.text(max_size=40))
@example("ＡＢＣ", "ABC")
@settings(max_examples=12)
def test_a_hash_fits_its_password_alone(ring, password, other):
    from unicodedata import normalize

    stored = hashed(ring, password)
    assert fits(ring, password, stored)
    assert fits(ring, other, stored) is (normalize("NFKC", other) == normalize("NFKC", password))


def test_what_is_stored_says_how_it_was_made_and_never_repeats(ring):
    one, other = hashed(ring, "four quiet herons"), hashed(ring, "four quiet herons")
    assert one != other and one.startswith("1$argon2id$v=19$m=19456,t=2,p=1$")
    assert "herons" not in one


def test_without_the_pepper_nothing_fits(ring, tmp_path):
    assert not fits(KeyRing(tmp_path / "keys"), "four quiet herons", hashed(ring, "four quiet herons"))


def test_an_older_pepper_still_fits_and_is_known_to_be_old(tmp_path):
    ring = KeyRing(tmp_path / "keys")
    stored = hashed(ring, "four quiet herons")
    assert not outdated(ring, stored)
    ring.add("pepper")
    assert fits(ring, "four quiet herons", stored) and outdated(ring, stored)
    assert not outdated(ring, hashed(ring, "four quiet herons"))


@pytest.mark.parametrize(
    "stored", ["", "1$", "x$argon2id$", "9$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA", "1$argon2i$v=19$m=8,t=1,p=1$YQ$YQ"]
)
def test_a_broken_hash_fits_nothing(ring, stored):
    assert not fits(ring, "four quiet herons", stored)


def test_an_unknown_name_costs_the_same_work(ring):
    stored = hashed(ring, "four quiet herons")

    def spent(hash_):
        began = time.process_time()
        for _ in range(5):
            fits(ring, "wrong", hash_)
        return time.process_time() - began

    ratios = sorted(spent("") / spent(stored) for _ in range(5))
    assert 0.5 < ratios[2] < 2
