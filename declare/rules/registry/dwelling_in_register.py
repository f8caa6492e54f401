"""本人、配偶、共同生活的子女所有或者共有的住房，应当全部在房产情况表中填报。"""

from collections.abc import Iterator

from declare.items.choices import EstateKind
from declare.items.real_estate import RealEstate
from declare.items.registries import TitleRecord
from declare.items.registries.choices import TitleState
from declare.law import M17, R17, Text
from declare.rules.book import rule
from declare.rules.cases import CHILD_ID, DECLARANT_ID, SPOUSE_ID, extract, flagged, num, report, silent
from declare.rules.estate_scenes import ADDRESS, TITLE, declared, title
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found
from declare.rules.homes import DWELLINGS
from declare.rules.household_scenes import ALL, CHILD, CHILD_AT_HOME, DIVORCED, PARENT, SPOUSE
from declare.rules.registered import homes_held, unreported

SAYS = Text(
    "不动产登记中家庭名下的一处住房，面积{area}平方米，房产情况表中没有，请核对。",
    "A dwelling of {area} ㎡ registered to the household is not in the table of real estate. Please check.",
)
SIZELESS = Text(
    "不动产登记中家庭名下的一处住房，房产情况表中没有，请核对。",
    "A dwelling registered to the household is not in the table of real estate. Please check.",
)


@rule(
    "F09",
    Text("房产报告中未见", "Dwelling not in the report"),
    severity=4,
    basis=(R17.article(4, 3), M17.article(4, 7)),
    clause="M17-4(7)",
    audience=REVIEWER,
    says=SIZELESS,
    reads=(TitleRecord,),
)
def dwelling_in_register(facts: Facts) -> Iterator[Found]:
    """Dwellings the household holds in the register that the report does not show."""
    for pair in homes_held(facts):
        row = pair.registered.row
        if not pair.same and row.kind in DWELLINGS:
            yield unreported(pair, says=SIZELESS if row.area is None else SAYS, area=row.area)


_UNTOLD = report(none=(RealEstate,))
_COUPLE = report(none=(RealEstate,), family=SPOUSE)

dwelling_in_register.cases(
    silent("已填报，按证号", report(declared(address="改写的地址")), title()),
    silent("证号的括号、空格不同", report(declared(TITLE.replace("(", "（").replace(")", "） "))), title()),
    silent("换发了新证，地址一致", report(declared("苏(2024)江东不动产权第0099999号")), title()),
    silent("地址写法不同", report(declared("", address="江苏省江东市和平路１＃3栋502")), title()),
    silent(
        "少写了区，面积一致",
        report(declared("", address="江东市和平路1号3幢502")),
        title(address="江东市城南区和平路1号3幢502室"),
    ),
    flagged("没有填报", _UNTOLD, title(), at=("",)),
    flagged("房产情况表没有回答", report(), title()),
    flagged(
        "填报的是邻室，面积相同，仍请核对",
        report(declared("", address="江东市和平路1号3幢503室")),
        title(),
        at=("", "real_estate"),
    ),
    flagged("填报的是别处的房产", report(declared("", address="江东市解放路9号1幢101室", area="80.00")), title()),
    flagged("证号差一个字符，面积相同，仍请核对", report(declared(TITLE.replace("5号", "6号"), address="")), title()),
    *(flagged(f"{kind.label.zh}算住房", _UNTOLD, title(kind=kind)) for kind in EstateKind if kind in DWELLINGS),
    silent("车位另行核对", _UNTOLD, title(kind=EstateKind.PARKING)),
    silent("没有写用途的另行核对", _UNTOLD, title(kind=None)),
    silent("已转让", _UNTOLD, title(state=TitleState.SOLD)),
    silent("没有写登记状态", _UNTOLD, title(state=None)),
    flagged("报告日当天登记", _UNTOLD, title(registered="2026-01-20")),
    silent("报告以后登记", _UNTOLD, title(registered="2026-01-21")),
    flagged("没有登记日期", _UNTOLD, title(registered=None)),
    flagged("没有面积", _UNTOLD, title(area=None)),
    flagged("配偶名下", _COUPLE, title(subject=SPOUSE_ID)),
    silent("已离异的配偶名下", report(family=DIVORCED), title(subject=SPOUSE_ID)),
    flagged("共同生活的子女名下", report(family=CHILD_AT_HOME), title(subject=CHILD_ID)),
    silent("独立生活的子女名下", report(family=CHILD), title(subject=CHILD_ID)),
    silent("父母名下的另行核对", report(family=PARENT), title(subject=SPOUSE_ID)),
    flagged("夫妻共有，同一证号，只一条", _COUPLE, title(), title(subject=SPOUSE_ID), at=("", "")),
    flagged("夫妻共有，各有一证，只一条", _COUPLE, title(), title(subject=SPOUSE_ID, certificate="房权证江字第2001号")),
    flagged("一人名下同址两证，各一条", _UNTOLD, title(), title(certificate="房权证江字第2001号"), times=2),
    silent("夫妻共有，已填报一项", report(declared(), family=SPOUSE), title(), title(subject=SPOUSE_ID)),
    flagged("两处都没有填", _UNTOLD, title(), title(certificate="2", address="江东市解放路9号"), times=2),
    flagged("两处同址，只填了一处", report(declared()), title(), title(certificate="2", area="60.00")),
    silent("去向已经写明", report(declared(exit=True)), title()),
    flagged("上年填过，本年没有", _UNTOLD, report(declared(), year=2024), title()),
    silent(
        "登记和填报都没有证号和地址的，不能相认也不重复",
        report(family=ALL),
        extract(TitleRecord(subject=DECLARANT_ID, area=num("90"), state=TitleState.HELD), received="2026-03-01"),
    ),
    silent("地址相同", report(declared("", address=ADDRESS, area="60.00")), title()),
)
