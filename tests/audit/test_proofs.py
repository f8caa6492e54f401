"""Roots and proofs out of the database are those of the plain definition, and ask it for few rows."""

import pytest
from sqlalchemy import event, func, select

from declare.audit import AuditNode, append_placed, consistency, inclusion, root
from declare.audit.recount import Recount, edge
from declare.extensions import db
from declare.vault.merkle import EMPTY, Tree, consistent
from tests.audit.conftest import write


def tree_of(leaves):
    return Tree([leaf.hash for leaf in leaves])


def test_every_size_up_to_seventy_has_its_root_and_every_leaf_its_proof(floor):
    leaves = []
    for size in range(1, 71):
        leaves += write(1, start=size)
        assert root(db.session) == (size, tree_of(leaves).root())
        if size % 7 == 0 or size in {1, 2, 63, 64, 65}:
            for leaf in leaves:
                proof = inclusion(db.session, leaf)
                assert proof.holds()
                assert (proof.size, proof.root) == (size, tree_of(leaves).root())


def test_every_pair_of_sizes_is_consistent(floor):
    leaves = write(33)
    roots = {size: tree_of(leaves[:size]).root() for size in range(1, 34)}
    for second in (1, 2, 3, 16, 17, 32, 33):
        for first in range(1, second + 1):
            path = consistency(db.session, first, second)
            assert consistent(first=first, second=second, path=path, old=roots[first], new=roots[second])


def test_a_root_and_a_proof_of_an_earlier_size_stay_what_they_were(leaves):
    assert root(db.session, 9) == (9, tree_of(leaves[:9]).root())
    assert inclusion(db.session, leaves[4], at=9).root == tree_of(leaves[:9]).root()
    assert inclusion(db.session, leaves[4], at=9).holds()


def test_an_empty_audit_has_the_empty_root(floor):
    assert root(db.session) == (0, EMPTY)


def test_a_leaf_that_is_not_in_the_audit_has_no_proof(leaves):
    with pytest.raises(LookupError):
        inclusion(db.session, leaves[9], at=9)
    with pytest.raises(ValueError, match="smaller"):
        consistency(db.session, 5, 4)
    with pytest.raises(ValueError, match="smaller"):
        consistency(db.session, 0, 4)


def test_a_forged_leaf_does_not_hold(leaves):
    leaves[3].hash = leaves[4].hash
    assert not inclusion(db.session, leaves[3]).holds()


def test_leaves_written_in_one_transaction_are_one_tree(floor):
    leaves = write(64)
    assert root(db.session)[1] == tree_of(leaves).root()
    assert db.session.scalar(select(func.count()).select_from(AuditNode)) == 63


def test_a_proof_takes_three_queries_whatever_the_size(floor):
    leaves = write(200)
    queries = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: queries.append(args[2]))
    assert inclusion(db.session, leaves[101]).holds()
    assert len([query for query in queries if "SELECT" in query]) <= 5


def test_a_leaf_takes_at_most_four_statements(floor):
    write(127)
    queries = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: queries.append(args[2]))
    append_placed(db.session, actor=1, role="declarant", action="declaration.save", object="declaration/1")
    assert len([query for query in queries if "audit" in query]) == 4


@pytest.mark.parametrize("size", range(1, 71))
def test_a_recount_can_begin_anywhere(size):
    hashes = [bytes([number]) * 32 for number in range(80)]
    tree, whole = Tree(hashes), Recount()
    for hash_ in hashes[:size]:
        whole.add(hash_)
    part = Recount(size, [tree.node(level, (done >> level) - 1) for done, level in edge(size)])
    assert part.root() == whole.root() == Tree(hashes[:size]).root()
    for hash_ in hashes[size:]:
        assert part.add(hash_) == whole.add(hash_)
    assert part.root() == tree.root()
    assert Recount().root() == EMPTY
