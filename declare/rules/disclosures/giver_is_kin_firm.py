"""配偶、子女及其配偶经商办企业的，领导干部不得收受其企业可能影响公正执行公务的礼品、礼金。"""

from collections.abc import Iterator

from declare.items.businesses import Business
from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import GiftDirection
from declare.items.folding import folded
from declare.law import D15, D18, D23, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, report, silent, told
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.gifts import received
from declare.rules.happening import day_of
from declare.rules.spelling import plain
from declare.rules.subject import Subject


@rule(
    "E26",
    Text("收礼企业与亲属企业相同", "Giver is a relative’s company"),
    severity=4,
    basis=(
        D23.article(97),
        D23.article(107),
        D18.article(88),
        D18.article(97, verified=False),
        D15.article(83),
    ),
    audience=REVIEWER,
    says=Text(
        "送礼单位与报告中亲属经商办企业的企业相同，请核对并说明。",
        "The giver’s unit is a company that the reports show as a relative’s business. Please check and explain.",
    ),
    reads=(Gift, ForeignGift),
    scope=PERSON,
)
def giver_is_kin_firm(subject: Subject) -> Iterator[Found]:
    """Gifts of companies in the business table of any report."""
    firms = _firms(subject)
    for gift in received(subject):
        firm = firms.get(plain(gift.giver_uscc)) or firms.get(folded(gift.giver_unit))
        if firm:
            field = "giver_uscc" if plain(gift.giver_uscc) in firms else "giver_unit"
            yield finding(gift, field, also=(firm,), on=day_of(gift, subject))


def _firms(subject: Subject) -> dict[str, Business]:
    """The relatives' companies by code and by name, each as the latest report shows it."""
    found: dict[str, Business] = {}
    for filing in subject.history:
        answer = filing.tables.businesses
        for firm in answer.entries if answer else ():
            if isinstance(firm, Business):
                found |= {key: firm for key in (plain(firm.uscc), folded(firm.company)) if key}
    return found


def _gift(unit: str = "", uscc: str = "", direction: GiftDirection | None = None) -> Kept:
    gift = Gift(happened=day("2025-08-01"), giver="张某", giver_unit=unit, giver_uscc=uscc, direction=direction)
    return told(gift, filed_on="2025-08-10")


_NAME, _CODE = "江东和泰贸易有限公司", "91320100MA1MW8Y26X"
_FIRM = Business(who="sp", company=_NAME, uscc=_CODE)
_OWNED = report(_FIRM)
_FOREIGN = told(ForeignGift(happened=day("2025-08-01"), giver_unit=_NAME), filed_on="2025-08-10")

giver_is_kin_firm.cases(
    flagged("名称相同", _OWNED, _gift("江东 和泰贸易有限公司"), at=("giver_unit", "businesses")),
    flagged("代码相同", _OWNED, _gift("和泰公司", "91320100ma1mw8y26x"), at=("giver_uscc", "businesses")),
    silent("名称、代码都不同", _OWNED, _gift("江东安达检测有限公司", "91320100302538451C")),
    silent("单位未填", _OWNED, _gift()),
    silent("企业名称、代码都未填", report(Business(who="sp")), _gift()),
    flagged("企业只在以前的报告中", report(year=2025), report(_FIRM, year=2023), _gift(_NAME)),
    flagged("几年都填报的企业，仍是一条", _OWNED, report(_FIRM, year=2024), _gift(_NAME, _CODE)),
    silent("没有报告", _gift(_NAME)),
    silent("赠送出去的", _OWNED, _gift(_NAME, direction=GiftDirection.GIVEN)),
    flagged("在涉外活动中收受的", _OWNED, _FOREIGN),
    flagged("两件礼品，各一条", _OWNED, _gift(_NAME), _gift(_NAME), times=2),
)
