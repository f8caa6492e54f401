"""What the numbers of the law are called and counted in, by their keys; parameters of the system name themselves."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from declare.law.dated import Dated
from declare.law.text import Text


class Named(NamedTuple):
    """The name of a number and its unit."""

    title: Text
    unit: Text | None = None


YUAN, WAN = Text("元", "yuan"), Text("万元", "× 10,000 yuan")
DAYS, WORKING_DAYS, MONTHS = Text("天", "days"), Text("个工作日", "working days"), Text("个月", "months")
PERSONS, TABLES, CARS = Text("人", "persons"), Text("桌", "tables"), Text("辆", "cars")
MEALS, PERCENT, YEARS = Text("次", "meals"), Text("%", "%"), Text("周岁", "years")

NUMBERS: Mapping[str, Named] = {
    "report.annual_by": Named(Text("年度报告最迟提交日", "Last day for the annual report")),
    "report.change_within_days": Named(Text("事项变化后补报期限", "Term for reporting a change"), DAYS),
    "A10.rounding": Named(Text("每个分项允许的进位误差", "Rounding allowed for each part"), WAN),
    "C09.days": Named(Text("婚姻变化补报期限", "Term for reporting a change of marriage"), DAYS),
    "domestic_gift.register": Named(Text("应当登记的礼品价值", "Value from which a gift is registered"), YUAN),
    "domestic_gift.hand_over": Named(Text("应当上交的礼品价值", "Value from which a gift is handed over"), YUAN),
    "domestic_gift.hand_over.湖南": Named(
        Text("应当上交的礼品价值（湖南）", "Value from which a gift is handed over (Hunan)"), YUAN
    ),
    "domestic_gift.yearly_cumulative": Named(Text("一年内可以留存的礼品总值", "Gifts kept in one year, in all"), YUAN),
    "domestic_gift.register_within": Named(Text("收受礼品登记期限", "Term for registering a gift"), MONTHS),
    "domestic_gift.cash_any_value_hand_over": Named(
        Text("礼金、有价证券和贵金属不论价值一律上交", "Cash, securities and precious metal handed over at any value")
    ),
    "foreign_gift.declare": Named(
        Text("应当申报上交的涉外礼品价值", "Value from which a foreign gift is declared"), YUAN
    ),
    "foreign_gift.declare_within": Named(Text("涉外礼品申报期限", "Term for declaring a foreign gift"), MONTHS),
    "reception.escorts_up_to_10_guests": Named(
        Text("接待对象十人以内的陪餐人数", "Escorts at table for up to ten guests"), PERSONS
    ),
    "reception.escorts_above_10_guests": Named(
        Text("接待对象超过十人的，陪餐人数占其比例", "Escorts at table for more than ten guests, as a share of them")
    ),
    "reception.list_shows_support_staff": Named(
        Text("接待清单列明陪同和工作人员", "The list shows escorts and support staff")
    ),
    "reception.work_meals_per_letter": Named(Text("一份公函安排的工作餐", "Work meals for one letter"), MEALS),
    "reception.alcohol": Named(Text("公务接待用酒", "Alcohol at official receptions")),
    "G08.within_days": Named(Text("报告材料转递期限", "Term for transferring the file"), DAYS),
    "G09.percent": Named(Text("每年随机抽查比例", "Share drawn for random checks each year"), PERCENT),
    "G12.within_months": Named(Text("线索提出处置意见期限", "Term for deciding what to do with a lead"), MONTHS),
    "G13.within_working_days": Named(Text("回复函询期限", "Term for answering an inquiry"), WORKING_DAYS),
    "G14.talk_warning": Named(Text("诫勉影响期", "Effect of an admonition"), MONTHS),
    "G14.party_warning": Named(Text("党内警告影响期", "Effect of a warning within the Party"), MONTHS),
    "G14.party_serious_warning": Named(
        Text("党内严重警告影响期", "Effect of a serious warning within the Party"), MONTHS
    ),
    "G14.removed_party_post": Named(Text("撤销党内职务影响期", "Effect of removal from a Party post"), MONTHS),
    "G14.warning": Named(Text("警告影响期", "Effect of a warning"), MONTHS),
    "G14.demerit": Named(Text("记过影响期", "Effect of a demerit"), MONTHS),
    "G14.serious_demerit": Named(Text("记大过影响期", "Effect of a serious demerit"), MONTHS),
    "G14.demotion": Named(Text("降级影响期", "Effect of a demotion"), MONTHS),
    "G14.removal": Named(Text("撤职影响期", "Effect of a removal"), MONTHS),
    "H06.months": Named(Text("日志最短留存期限", "Shortest time logs are kept"), MONTHS),
    "H10.age": Named(Text("未成年人信息特别保护年龄", "Age under which data are specially protected"), YEARS),
}
"""The numbers of the law."""

OCCASIONS: Mapping[str, Named] = {
    "persons": Named(Text("婚宴人数", "Persons at a wedding"), PERSONS),
    "tables": Named(Text("婚宴桌数", "Tables at a wedding"), TABLES),
    "joint_persons": Named(Text("双方合办婚宴人数", "Persons at a wedding held jointly"), PERSONS),
    "joint_tables": Named(Text("双方合办婚宴桌数", "Tables at a wedding held jointly"), TABLES),
    "other_persons": Named(Text("其他喜庆人数", "Persons at another celebration"), PERSONS),
    "other_tables": Named(Text("其他喜庆桌数", "Tables at another celebration"), TABLES),
    "before_working_days": Named(Text("事前报告", "Reported before"), WORKING_DAYS),
    "before_days": Named(Text("事前报告", "Reported before"), DAYS),
    "after_working_days": Named(Text("事后报告", "Reported after"), WORKING_DAYS),
    "after_days": Named(Text("事后报告", "Reported after"), DAYS),
    "funeral_after_days": Named(Text("丧事后报告", "Funerals reported after"), DAYS),
    "cars": Named(Text("用车数量", "Cars"), CARS),
    "cash_from_non_relatives": Named(Text("非亲属每人礼金", "Cash from one person who is no relative"), YUAN),
}
"""What a place sets for family occasions: `ceremony.宝鸡.tables`."""


def named(dated: Dated[Any]) -> Named | None:
    """What a number is called and counted in; None where nobody named it."""
    if dated.title:
        return Named(dated.title, dated.unit)
    if dated.key in NUMBERS:
        return NUMBERS[dated.key]
    kind, _, rest = dated.key.partition(".")
    place, _, limit = rest.partition(".")
    if kind != "ceremony" or limit not in OCCASIONS:
        return None
    title, unit = OCCASIONS[limit]
    return Named(Text(f"{place}：{title.zh}", f"{title.en} ({place})"), unit)
