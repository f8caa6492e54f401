"""`flask audit`: one line a person understands, and an exit code a machine does."""

import json

from sqlalchemy import update

from declare.audit import AuditLeaf, add_witness, root
from declare.extensions import db
from tests.audit.conftest import change


def test_the_command_prints_one_line_and_says_by_its_exit_whether_it_fits(floor, small):
    run = floor.test_cli_runner().invoke
    good = run(args=["audit", "verify"])
    assert (good.exit_code, good.output) == (0, "审计记录共12条，校验通过。\n")
    assert run(args=["audit", "checkpoint"]).output == "已签署12条时的检查点。\n"
    assert "没有新记录" in run(args=["audit", "checkpoint"]).output
    assert run(args=["audit", "verify", "--new"]).exit_code == 0
    change(update(AuditLeaf).where(AuditLeaf.seq == 4).values(role="x"))
    bad = run(args=["audit", "verify"])
    assert (bad.exit_code, bad.output) == (1, "第4条被改动。\n")
    told = run(args=["audit", "verify", "--json"])
    assert told.exit_code == 1
    assert json.loads(told.output) | {"root": ""} == {
        "verified": False, "size": 3, "root": "", "first": 4,
        "says": {"zh": "第4条被改动。", "en": "Leaf 4 was changed."},
    }  # fmt: skip


def test_the_command_compares_with_what_was_handed_out(floor, small):
    run = floor.test_cli_runner().invoke
    heads = [root(db.session, 6)]
    db.session.rollback()
    add_witness(floor, lambda _session: heads)
    assert run(args=["audit", "verify"]).exit_code == 0
    heads.append((11, bytes(32)))
    assert run(args=["audit", "verify"]).output.startswith("自第9条起，与此前见证的11条时")
