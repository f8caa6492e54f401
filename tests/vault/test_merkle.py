"""The hash tree of RFC 9162, against the plain definition and for every size up to seventy."""

import hashlib

import pytest

from declare.vault.merkle import EMPTY, Tree, consistency, consistent, included, leaf_hash, node_hash, span, split

LEAVES = [leaf_hash(str(number).encode()) for number in range(70)]
SIZES = range(1, 71)


def defined(leaves):
    """The root as the RFC defines it, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    at = split(len(leaves))
    return hashlib.sha256(b"\x01" + defined(leaves[:at]) + defined(leaves[at:])).digest()


def test_the_roots_of_the_certificate_transparency_test_vectors():
    entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    leaves = [leaf_hash(bytes.fromhex(entry)) for entry in entries]
    assert EMPTY.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Tree(leaves[:1]).root().hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert Tree(leaves[:3]).root().hex() == "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"
    assert Tree(leaves).root().hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@pytest.mark.parametrize("size", [0, *SIZES])
def test_the_root_is_the_defined_one(size):
    assert Tree(LEAVES[:size]).root() == defined(LEAVES[:size])


@pytest.mark.parametrize("size", SIZES)
def test_every_entry_is_proven_and_no_other_place_or_tree_is(size):
    tree = Tree(LEAVES[:size])
    root = tree.root()
    for at in range(size):
        path = tree.path(at)
        assert included(LEAVES[at], index=at, size=size, path=path, root=root)
        assert not included(LEAVES[at], index=at, size=size, path=path, root=EMPTY)
        assert not included(EMPTY, index=at, size=size, path=path, root=root)
        assert not included(LEAVES[at], index=at, size=size, path=(*path, EMPTY), root=root)
        assert not included(LEAVES[at], index=at + size, size=size, path=path, root=root)
        assert size == 1 or not included(LEAVES[at], index=(at + 1) % size, size=size, path=path, root=root)
        assert size == 1 or not included(LEAVES[at], index=at, size=size, path=path[:-1], root=root)


@pytest.mark.parametrize("second", SIZES)
def test_every_earlier_tree_is_proven_to_be_the_beginning_and_no_other_is(second):
    tree = Tree(LEAVES)
    new = defined(LEAVES[:second])
    for first in range(1, second + 1):
        path = consistency(tree.node, first=first, second=second)
        old = defined(LEAVES[:first])
        assert consistent(first=first, second=second, path=path, old=old, new=new)
        assert not consistent(first=first, second=second, path=path, old=EMPTY, new=new)
        assert not consistent(first=first, second=second, path=path, old=old, new=EMPTY)
        assert not consistent(first=first, second=second, path=(*path, EMPTY), old=old, new=new)
        assert first == second or not consistent(first=first, second=second, path=path[:-1], old=old, new=new)


@pytest.mark.parametrize(("first", "second"), [(0, 3), (4, 3), (-1, 2)])
def test_sizes_that_cannot_be_are_not_consistent(first, second):
    assert not consistent(first=first, second=second, path=(EMPTY,), old=EMPTY, new=EMPTY)


def test_a_proof_for_a_negative_place_is_no_proof():
    assert not included(LEAVES[0], index=-1, size=1, path=(), root=LEAVES[0])


def test_leaves_and_nodes_are_never_confused():
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != node_hash(LEAVES[0], LEAVES[1])


def test_a_proof_asks_for_few_nodes():
    asked = []

    def node(level, place):
        asked.append((level, place))
        return b""

    span(node, 0, 1_000_003)
    assert len(asked) <= 20
