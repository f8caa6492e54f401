"""配偶、共同生活的子女移居或者长期在国（境）外的，一般有境外存款；一处也没有填报的，请核对是否填全。"""

from collections.abc import Iterator

from declare.items.choices import FamilyChange, Relation
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.filing import FilingKind, Member
from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.law import R17, XF, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.duty import due
from declare.rules.emigration import given_up, over
from declare.rules.facts import SELF, Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.kinship import kin_in_household, spouse

Stay = Emigration | ResidenceAbroad
Asset = DepositAbroad | InvestmentAbroad


@rule(
    "B32",
    Text("有境外居留而无境外账户", "Family abroad without an account there"),
    severity=2,
    basis=(R17.article(4, 6), XF.article(395)),
    audience=DECLARANT,
    says=Text(
        "配偶或者共同生活的子女移居国（境）外或者在国（境）外一年以上，其本人没有境外存款和投资，报告人和配偶在该国（地区）也没有，请核对。",
        "A spouse or child living together has moved abroad or been there a year or more, yet neither they, nor the "
        "declarant or spouse in that country, have a deposit or investment there. Please check.",
    ),
    reads=(Emigration, ResidenceAbroad),
)
def without_account(facts: Facts) -> Iterator[Found]:
    """People abroad without any account or investment; one finding a person, naming the rows not covered."""
    stays = _stays(facts)
    if not stays or not due(facts, DepositAbroad, InvestmentAbroad):
        return
    assets: list[Asset] = [*facts.standing(DepositAbroad), *facts.standing(InvestmentAbroad)]
    holders = {asset.holder for asset in assets}
    couple = {SELF, partner.key} if (partner := spouse(facts)) else {SELF}
    countries = {asset.country for asset in assets if asset.holder in couple}
    for who, rows in stays.items():
        bare = [row for row in rows if row.country not in countries]
        if who not in holders and bare:
            yield finding(bare[0], "who", also=tuple((row, "who") for row in bare[1:]), country=bare[0].country)


def _stays(facts: Facts) -> dict[str, list[Stay]]:
    """The stays abroad still going on, of the spouse and the children living together, by person."""
    kin = kin_in_household(facts)
    stays: dict[str, list[Stay]] = {}
    for move in facts.rows(Emigration):
        if move.who in kin and not given_up(move):
            stays.setdefault(move.who, []).append(move)
    for stay in facts.rows(ResidenceAbroad):
        if stay.who in kin and not given_up(stay) and not over(stay, facts.filed_on):
            stays.setdefault(stay.who, []).append(stay)
    return stays


_SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
_CHILD = Member(key="ch", relation=Relation.CHILD, cohabiting=True)
_MINOR = Member(key="ch", relation=Relation.CHILD, born=day("2015-06-01"))
_APART = Member(key="ch", relation=Relation.CHILD, cohabiting=False)


def _moved(who: str = "sp", *, country: str = "CA", remark: str = "") -> Emigration:
    return Emigration(who=who, country=country, since=day("2020-05-01"), remark=remark)


def _stay(who: str = "ch", *, until: str | None = None, country: str = "CA", remark: str = "") -> ResidenceAbroad:
    return ResidenceAbroad(
        who=who, country=country, since=day("2021-09-01"), until=day(until) if until else None, remark=remark
    )


def _deposit(holder: str, country: str = "CA") -> DepositAbroad:
    return DepositAbroad(holder=holder, country=country)


without_account.cases(
    flagged("配偶移居，没有境外账户", report(_moved(), family=(_SPOUSE,)), at=("who",)),
    flagged("共同生活的子女在境外就读", report(_stay(), family=(_CHILD,))),
    flagged("未成年子女，未填是否共同生活", report(_stay(), family=(_MINOR,))),
    silent("不共同生活的子女", report(_stay(), family=(_APART,))),
    silent("本人有境外存款，在别国也算", report(_moved(), _deposit("sp", "HK"), family=(_SPOUSE,))),
    silent("本人有境外投资", report(_moved(), InvestmentAbroad(holder="sp", country="CA"), family=(_SPOUSE,))),
    silent("报告人在该国有存款", report(_stay(), _deposit("self"), family=(_CHILD,))),
    silent("配偶在该国有存款", report(_stay(), _deposit("sp"), family=(_SPOUSE, _CHILD))),
    flagged("报告人的存款在别国", report(_stay(), _deposit("self", "HK"), family=(_CHILD,))),
    flagged("另一子女的存款不算", report(_stay(), _deposit("ch2"), family=(_CHILD,))),
    silent("一年以上已在报告当日结束", report(_stay(until="2026-01-20"), family=(_CHILD,))),
    flagged("一年以上报告次日才结束", report(_stay(until="2026-01-21"), family=(_CHILD,))),
    silent("移居已放弃", report(_moved(remark="2019年已放弃"), family=(_SPOUSE,))),
    silent("一年以上备注已放弃", report(_stay(remark="已放弃学业回国"), family=(_CHILD,))),
    flagged("同一人两表都有，一条", report(_moved("ch"), _stay(), family=(_CHILD,)), at=("who", "who")),
    flagged(
        "两国居留，一国有报告人的存款", report(_moved("ch", country="US"), _stay(), _deposit("self"), family=(_CHILD,))
    ),
    flagged("配偶和子女各一条", report(_moved(), _stay(), family=(_SPOUSE, _CHILD)), times=2),
    silent(
        "已离异", report(_moved(), family=(Member(key="sp", relation=Relation.SPOUSE, change=FamilyChange.DIVORCE),))
    ),
    silent("补充报告只报移居，财产待年度报告", report(_moved(), family=(_SPOUSE,), kind=FilingKind.CHANGE)),
)
