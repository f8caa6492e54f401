"""What is said about terms, work and safeguards: the sentence that fits, the fields it points at, the year it belongs to."""

import pytest

from declare.law import M17
from declare.rules.book import rule_by_id, run
from tests.rules.test_cases import seen

SAID = [
    ("G01", "2月1日提交", "2025年度的报告于2026-02-01提交，晚于期限2026-01-31", 2025, []),
    ("G01", "期限已过，上一年度没有提交", "2025年度的报告到2026-01-31仍未提交", 2025, []),
    ("G02", "第31日报告，没有原因", "晚于期限2025-06-01，请说明原因", 2025, ["marriage"]),
    ("G02", "第31日报告，写明原因", "已写明原因", 2025, ["marriage"]),
    ("G02", "家庭成员变化", "请说明原因", 2025, []),
    ("G03", "变动报告逾期，没有原因", "没有写明原因", 2025, []),
    ("G04", "没有任何报告", "2025-05-02提出的拟任人选，到2025-06-01没有提交", 2025, ["proposed"]),
    ("G06", "没有任何报告", "到2026-01-31没有提交2025年度的报告", 2025, [None]),
    ("G08", "第31日转递", "于2025-06-02转递，晚于2025-06-01", 2025, ["handed_over"]),
    ("G08", "尚未转递，期限已过", "到2025-06-01仍未转递", 2025, ["handed_over"]),
    ("G09", "不足10%", "应报告311人，随机抽查31人，不足10%，请核对", 2025, ["sampled"]),
    ("G09", "没有抽取种子", "2025年度的随机抽查没有留下抽取种子", 2025, ["seed"]),
    ("G09", "两样都有，仍是一条", "不足10%，也没有留下抽取种子", 2025, ["sampled", "seed"]),
    ("G09", "没有年度", "2026年度应报告311人", 2026, ["sampled"]),
    ("G09", "年度写错", "20255年度应报告311人", 20255, ["sampled"]),
    ("G10", "拟提拔，没有查核", "提出的人选", 2025, ["proposed"]),
    ("G10", "有线索，没有查核", "收到反映问题的线索后", 2025, ["received"]),
    ("G12", "满一个月次日处置", "于2025-06-03提出处置意见，晚于2025-06-02", 2025, ["disposed"]),
    ("G12", "尚未处置，期限已过", "到2025-06-02没有处置意见", 2025, ["disposed"]),
    ("G13", "第16个工作日回复", "于2025-07-23回复，晚于2025-07-22", 2025, ["replied"]),
    ("G13", "尚未回复，期限已过", "到2025-07-22没有回复", 2025, ["replied"]),
    ("G14", "影响期最后一日提出（talk_warning）", "影响期到2026-01-15为止", 2026, ["proposed", "decided"]),
    ("G14", "两项处理都在影响期内，仍是一条", "影响期到2027-01-10为止", 2026, ["proposed", "decided"]),
    ("H01", "查阅人是报告人本人", "报告人本人", 2026, ["by"]),
    ("H01", "查阅人是配偶", "家庭成员或近亲属", 2026, ["by"]),
    ("H01", "查阅人在下级单位", "报告人单位的下级", 2026, ["by"]),
    ("H01", "没有有效期", "报告人本人", 2026, ["by"]),
    ("H02", "没有有效期", "三项缺1项", 2026, ["until"]),
    ("H02", "三项都没有，仍是一条", "三项缺3项", 2026, ["approval", "scope", "until"]),
    ("H03", "没有写明份数，导出一百零一份", "导出101份，多于100份", 2026, ["exported"]),
    ("H03", "批准5份，导出6份", "导出6份，多于5份", 2026, ["exported"]),
    ("H04", "登记了一次（plea）", "请核对处理情况。", 2025, [None]),
    ("H04", "次日才登记", "登记时间2025-07-02晚于发生时间2025-07-01", 2025, [None]),
    ("H04", "没有写明时间", "请核对处理情况。", 2025, [None]),
    ("H05", "三种，仍是一条", "三种职责中的3种", 2026, ["roles"]),
    ("H06", "少一天", "只留存到2026-05-24，2026-05-23以后的应当留存", 2026, []),
    ("H06", "没有日志", "只留存到2026-11-23", 2026, []),
    ("H06", "校验没有通过", "校验没有通过", 2026, []),
    ("H07", "使用次日才评估", "“个人所得税”自2026-03-01起使用", 2026, []),
    ("H08", "两样都没有，仍是一条", "没有写明由谁作出或者理由", 2026, ["by", "reason"]),
    ("H09", "保存期满次日", "保存期到2026-11-22为止", 2026, []),
    ("H10", "几种角色都可以看，仍是一条", "不满14周岁未成年人的信息有2种", 2026, []),
]


def only(id, name):
    """The one finding of a case."""
    rule = rule_by_id(id)
    case = next(case for case in rule.examples if case.name == name)
    (found,) = run(seen(rule, case), [rule])
    return found


@pytest.mark.parametrize(("id", "name", "words", "year", "fields"), SAID, ids=[f"{row[0]} {row[1]}" for row in SAID])
def test_a_finding_says_what_fits_and_where(id, name, words, year, fields):
    found = only(id, name)
    assert words in found.message.zh
    assert found.year == year
    assert [place.field if place.record else place.table for place in found.where] == fields


@pytest.mark.parametrize(
    ("id", "name", "keys"),
    [
        ("G03", "年度报告逾期，没有原因", ["report.annual_by"]),
        ("G03", "变动报告逾期，没有原因", ["report.change_within_days"]),
        ("G14", "影响期最后一日提出（demerit）", ["G14.demerit"]),
        ("H03", "没有写明份数，导出一百零一份", ["H03.most"]),
        ("H03", "批准5份，导出6份", []),
        ("H06", "校验没有通过", []),
    ],
)
def test_a_finding_names_the_number_it_rests_on(id, name, keys):
    assert [threshold.key for threshold in only(id, name).thresholds] == keys


def test_articles_nobody_compared_with_the_text_say_so():
    unverified = {id: [cited.article for cited in rule_by_id(id).basis if not cited.verified] for id in ("G08", "G14")}
    assert unverified == {"G08": ["第七条"], "G14": ["第七条", "第十条", "第十条"]}
    assert M17.article(7, verified=False) in rule_by_id("G14").basis
