"""工资收入的变化一般与职务职级的变化相应；职级未变而大幅增减，或者升降相反的，请核对。"""

from collections.abc import Iterator

from declare.items.choices import FilingKind
from declare.items.filing import Basic, Filing
from declare.items.labour_income import LabourIncome
from declare.items.wages import Wages
from declare.law import R17, Dated, Text
from declare.rules.balance import total
from declare.rules.book import rule
from declare.rules.cases import day, flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.ranks import climbed
from declare.rules.year_on_year import two_years

RISE = Dated(
    "C13.rise_percent",
    {"2017-02-08": 50},
    basis=None,
    checked="2026-11-01",
    title=Text("职级未变时工资可以增加的百分比", "By how much pay may rise in one rank"),
    unit=Text("%", "%"),
)
FALL = Dated(
    "C13.fall_percent",
    {"2017-02-08": 30},
    basis=None,
    checked="2026-11-01",
    title=Text("职级未变时工资可以减少的百分比", "By how much pay may fall in one rank"),
    unit=Text("%", "%"),
)
AGAINST = Dated(
    "C13.against_percent",
    {"2017-02-08": 10},
    basis=None,
    checked="2026-11-01",
    title=Text("工资可以与职级升降相反的百分比", "By how much pay may go against a change of rank"),
    unit=Text("%", "%"),
)
PROMOTED = Text(
    "职级较上年晋升，工资合计由{before}万元减为{now}万元，请核对。",
    "The rank rose since last year, while the year’s pay fell from {before} to {now} (10,000 yuan). Please check.",
)
DEMOTED = Text(
    "职级较上年降低，工资合计由{before}万元增为{now}万元，请核对。",
    "The rank fell since last year, while the year’s pay rose from {before} to {now} (10,000 yuan). Please check.",
)


@rule(
    "C13",
    Text("工资与职级变化不符", "Pay and rank do not move together"),
    severity=2,
    basis=R17.article(4, 1),
    audience=REVIEWER,
    says=Text(
        "职务职级与上年相同，工资合计由{before}万元变为{now}万元，请核对。",
        "Post and rank are those of last year, while the year’s pay went from {before} to {now} (10,000 yuan). Please check.",
    ),
    thresholds=(RISE, FALL, AGAINST),
    reads=(Wages,),
)
def pay_and_rank(facts: Facts) -> Iterator[Found]:
    """A year's pay that rose or fell far in one rank, or went against a promotion or demotion."""
    rows = two_years(facts, Wages)
    if rows is None or facts.last_year is None or rows[0] == rows[1]:
        return
    before, now = (total(row.total for row in side) for side in rows)
    steps = climbed(facts.last_year.basic.grade, facts.basic.grade)
    if not before or not now or steps is None:
        return
    change = (now - before) * 100
    if not steps:
        limit, found = (RISE if change > 0 else FALL), not _new_in_post(facts)
        says = None
    else:
        limit, found = AGAINST, (change < 0) is (steps > 0)
        says = PROMOTED if steps > 0 else DEMOTED
    if found and abs(change) > before * value_on(limit, facts.filed_on):
        yield finding(rows[1][0], "total", says=says, thresholds=(limit,), before=before, now=now)


def _new_in_post(facts: Facts) -> bool:
    """Whether the post changed in the two years compared, so that one of them was paid in part by another."""
    since, posts = facts.basic.in_post_since, (facts.basic.post, facts.last_year.basic.post if facts.last_year else "")
    return posts[0] != posts[1] or (since is not None and since.year >= facts.year - 1)


def _year(
    pay: str | None, grade: str = "三级指挥长", *, post: str = "副支队长", since: str = "", year: int = 2025
) -> Filing:
    basic = Basic(grade=grade, post=post, in_post_since=day(since) if since else None)
    return report(Wages(total=num(pay) if pay else None), basic=basic, year=year)


_LAST = _year("20.00", year=2024)

pay_and_rank.cases(
    silent("略有增加", _year("21.00"), _LAST),
    silent("没有变化", _year("20.00"), _LAST),
    silent("正好增加百分之五十", _year("30.00"), _LAST),
    flagged("增加超过百分之五十", _year("30.01"), _LAST, at=("total",)),
    silent("正好减少百分之三十", _year("14.00"), _LAST),
    flagged("减少超过百分之三十", _year("13.99"), _LAST),
    silent("没有上年报告", _year("60.00")),
    silent(
        "补充报告不比较",
        report(Wages(total=num("60.00")), basic=Basic(grade="三级指挥长"), kind=FilingKind.CHANGE),
        _LAST,
    ),
    silent("任现职在上年", _year("60.00", since="2024-01-01"), _LAST),
    flagged("任现职在上年以前", _year("60.00", since="2023-12-31"), _LAST),
    silent("职务变了，职级未变", _year("60.00", post="支队长"), _LAST),
    silent("晋升，工资增加", _year("60.00", "二级指挥长"), _LAST),
    silent("晋升，工资正好减少百分之十", _year("18.00", "二级指挥长"), _LAST),
    flagged("晋升，工资减少超过百分之十", _year("17.99", "二级指挥长"), _LAST, says="职级较上年晋升"),
    flagged("晋升当年，工资减少超过百分之十", _year("17.99", "二级指挥长", since="2025-05-01"), _LAST),
    silent("降级，工资减少", _year("10.00", "一级指挥员"), _LAST),
    silent("降级，工资正好增加百分之十", _year("22.00", "一级指挥员"), _LAST),
    flagged("降级，工资增加超过百分之十", _year("22.01", "一级指挥员"), _LAST),
    silent("降级，工资没有变化", _year("20.0", "一级指挥员"), _LAST),
    silent("换了职级序列", _year("60.00", "二级调研员"), _LAST),
    silent("职级没有填", _year("60.00", ""), _year("20.00", "", year=2024)),
    flagged("职级写法不同", _year("60.00", " 三级指挥长"), _LAST),
    silent("本年工资没有填合计", _year(None), _LAST),
    silent("上年工资没有填合计", _year("60.00"), _year(None, year=2024)),
    silent("上年没有答工资表", _year("60.00"), report(LabourIncome(), year=2024, basic=Basic(grade="三级指挥长"))),
    flagged(
        "分两项填写的，合并计算",
        report(Wages(total=num("20.00")), Wages(total=num("11.00")), basic=Basic(grade="三级指挥长", post="副支队长")),
        _LAST,
    ),
)
