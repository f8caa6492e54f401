"""How a rule's findings were decided: counted for reviewers, from ten on, and for nobody else."""

from declare.casework.models import Outcome
from tests.casework.test_weights import decided


def page(bureau, login, rule="B30"):
    return bureau.visitor(login).get(f"/rules/{rule}/").text


def test_a_few_decisions_are_not_counted_out(bureau):
    decided(bureau, "B30", Outcome.ACCEPT, times=9)
    assert "已处理的不足 10 件，不列出" in page(bureau, "reviewer")
    decided(bureau, "B30", Outcome.REFER, times=1)
    shown = page(bureau, "reviewer")
    assert "<dd>10</dd>" in shown
    assert "<dd>9</dd>" in shown
    assert "<dd>55%</dd>" in shown
    assert "已处理的不足" in page(bureau, "discipline-lead", "B22")


def test_a_declarant_learns_nothing_of_decisions(bureau):
    decided(bureau, "B30", Outcome.ACCEPT, times=20)
    for login in ("cadre01", "system-admin"):
        assert "处理情况" not in page(bureau, login)
        assert "准确率" not in page(bureau, login)
