"""第四条（一） · What the declarant’s office paid in the previous calendar year."""

from typing import Annotated

from declare.items.kinds import Wan
from declare.items.spec import BAND, PERSONAL, Covers, Entry, Item, Mode, say, table
from declare.law import R17, Text

ITEM = Item(
    "wages",
    Text("本人的工资及各类奖金、津贴、补贴等", "Wages, bonuses, allowances and subsidies of the declarant"),
    R17.article(4, 1),
)


@table(
    "wages",
    number="T12",
    title=Text("本人工资及各类奖金、津贴、补贴", "Wages and bonuses"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text(
        "报告上一年1月1日至12月31日的收入，扣除个人所得税、养老保险、医疗保险、职业年金；住房公积金个人和单位部分都计入。",
        "Income from 1 January to 31 December of the previous year, net of income tax, pension, medical insurance and occupational annuity. Count both your own and the unit’s part of the housing fund.",
    ),
)
class Wages(Entry, frozen=True):
    """One row of T12: the income of one calendar year."""

    salary: Annotated[
        Wan,
        say(
            "工资(含津贴补贴)",
            "Salary and allowances",
            PERSONAL,
            BAND,
            hint=Text(
                "基本工资和津贴补贴，加上住房公积金个人和单位部分，减去个人所得税和社会保险个人部分。",
                "Basic pay and allowances plus both parts of the housing fund, less income tax and your own social insurance.",
            ),
        ),
    ] = None
    bonus: Annotated[
        Wan,
        say(
            "奖金",
            "Bonuses",
            PERSONAL,
            BAND,
            optional=True,
            hint=Text("年终一次性奖金、考核奖等税后数。", "Year-end and performance bonuses after tax."),
        ),
    ] = None
    other: Annotated[Wan, say("其他", "Other", PERSONAL, BAND, optional=True)] = None
    total: Annotated[
        Wan, say("合计", "Total", PERSONAL, BAND, hint=Text("等于前几项之和。", "The sum of the fields above."))
    ] = None
