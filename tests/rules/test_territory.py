"""Where a declarant holds office."""

import pytest

from declare.items.filing import Basic
from declare.rules.cases import report
from declare.rules.facts import Facts
from declare.rules.territory import jurisdiction, within


@pytest.mark.parametrize(
    ("codes", "own", "lies"),
    [
        ("320104", "320100", True),
        ("320104", "320102", True),
        ("320500", "320100", False),
        ("320500", "320000", True),
        ("110105", "110000", True),
        ("310000,320500；320100", "320100", True),
        ("全国", "320100", False),
        ("3201001", "320100", False),
        ("", "320100", False),
        ("320100", "", False),
    ],
)
def test_a_place_lies_in_the_prefecture_or_in_the_province(codes, own, lies):
    assert within(codes, own) is lies


def test_the_last_report_that_told_the_jurisdiction_holds():
    earlier = (report(year=2024), report(year=2023, basic=Basic(jurisdiction="320100")))
    assert jurisdiction(Facts(report(), earlier=earlier)) == "320100"
    assert jurisdiction(Facts(report())) == ""
