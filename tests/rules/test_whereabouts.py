"""A place is in mainland China where its name says so."""

import pytest

from declare.items.filing import Basic
from declare.rules.around import Around, UnitFacts
from declare.rules.cases import report
from declare.rules.subject import Subject
from declare.rules.whereabouts import in_mainland

AT_UNIT = Subject("", unit="JD", around=Around(units=[UnitFacts("JD", "江东市消防救援支队")]))
NOBODY = Subject("")


@pytest.mark.parametrize(
    "place",
    [
        "南京市玄武区",
        "江苏省南京市",
        "平安县某饭店",
        "和平镇",
        "支队食堂",
        "办公室",
        "单位门口",
        "家中",
        "南京市日本料理店",
    ],
)
def test_known_to_be_here(place):
    assert in_mainland(place, NOBODY)


@pytest.mark.parametrize(
    "place",
    [
        "",
        "  ",
        "东京",
        "日本大阪市",
        "新加坡",
        "香港",
        "中国香港特别行政区",
        "澳门",
        "台湾省台北市",
        "国外",
        "某酒店",
        "首尔市中区",
    ],
)
def test_abroad_or_not_said(place):
    assert not in_mainland(place, NOBODY)


def test_named_after_the_unit_or_the_home():
    assert in_mainland("江东大酒店", AT_UNIT)
    assert not in_mainland("江东大酒店", NOBODY)
    at_home = Subject("", history=(report(basic=Basic(unit="JD", home_address="江东市和平路1号")),))
    assert in_mainland("江东大酒店", at_home)
    by_unit = Subject("", history=(report(basic=Basic(unit="江东消防支队")),))
    assert in_mainland("江东大酒店", by_unit)
    assert not in_mainland("东京江东饭店", AT_UNIT)
