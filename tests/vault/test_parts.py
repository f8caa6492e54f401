"""A manifest notices every part that is missing, new, older or renamed; many records are named in one line."""

import os

import pytest

from declare.vault import complete, manifest
from declare.vault.store import compact


def parts(sealer):
    return [
        (name, revision, sealer.seal(name, revision, name.encode()))
        for name, revision in (("a", 1), ("b", 4), ("c", 0))
    ]


def test_a_manifest_fits_its_parts_in_any_order_and_no_others(vault, rows):
    sealer, other = vault.create(rows, "filing/1"), vault.create(rows, "filing/2")
    whole = parts(sealer)
    mac = manifest(sealer, whole)
    assert complete(sealer, reversed(whole), mac)
    assert not complete(other, whole, mac)
    assert not complete(sealer, whole[:2], mac)
    assert not complete(sealer, [*whole, ("d", 0, b"x")], mac)
    assert not complete(sealer, [("a", 0, whole[0][2]), *whole[1:]], mac)
    assert not complete(sealer, [("a", 1, sealer.seal("a", 1, b"a")), *whole[1:]], mac)
    assert not complete(sealer, [("z", 1, whole[0][2]), *whole[1:]], mac)
    assert not complete(sealer, whole, os.urandom(32))


@pytest.mark.parametrize(
    ("records", "line"),
    [
        (["person/7"], "person/7"),
        (["person/2", "person/10", "person/1", "person/3"], "person/1-3 person/10"),
        (["person/1", "filing/2", "filing/1", "audit"], "filing/1-2 person/1 audit"),
        (["x/01", "x/1", "x/2"], "x/1-2 x/01"),
        (["person/1", "person/1"], "person/1"),
    ],
)
def test_records_are_named_in_one_line(records, line):
    assert compact(records) == line
