"""配偶、共同生活的子女在国（境）外的公司或股权，既是经商办企业，也是国（境）外投资，两表都要填。"""

from collections.abc import Iterator

from declare.items.businesses import Business
from declare.items.choices import CompanyKind, CompanyState, OverseasKind, Relation
from declare.items.filing import FilingKind, Member
from declare.items.overseas_assets import InvestmentAbroad
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.duty import due
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.kinship import kin_in_household

OVERSEAS, COMPANY = CompanyKind.OVERSEAS, OverseasKind.COMPANY
OVER = (CompanyState.CANCELLED, CompanyState.TRANSFERRED)

MISSING_BUSINESS = Text(
    "国（境）外投资第{row}项为公司或股权，经商办企业表中没有同一人的国（境）外企业，请核对。",
    "Row {row} of the investments abroad is a company or shareholding, "
    "but no business of that person abroad is declared. Please check.",
)


@rule(
    "B18",
    Text("境外投资只列一处", "Business abroad reported in one place only"),
    severity=3,
    basis=(R17.article(4, 5), R17.article(4, 6)),
    audience=DECLARANT,
    says=Text(
        "经商办企业第{row}项为国（境）外企业，国（境）外投资表中没有同一人的公司或股权，请核对。",
        "Row {row} of the businesses is abroad, but no company or shareholding of that person "
        "is declared among the investments abroad. Please check.",
    ),
    reads=(Business, InvestmentAbroad),
)
def one_place(facts: Facts) -> Iterator[Found]:
    """Companies abroad that the spouse or a child living together shows in one of the two tables only."""
    firms = [row for row in facts.standing(Business) if row.kind is OVERSEAS]
    shares = [row for row in facts.standing(InvestmentAbroad) if row.kind is COMPANY]
    if not (firms or shares) or not due(facts, Business, InvestmentAbroad):
        return
    kin = kin_in_household(facts)
    firms, shares = [row for row in firms if row.who in kin], [row for row in shares if row.holder in kin]
    holders = {row.holder for row in shares}
    owners = {row.who for row in firms}
    for firm in firms:
        if firm.who not in holders and firm.state not in OVER:
            yield finding(firm, "kind")
    for held in shares:
        if held.holder not in owners:
            yield finding(held, "kind", says=MISSING_BUSINESS)


SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
CHILD = Member(key="ch", relation=Relation.CHILD, cohabiting=True)
APART = Member(key="ch", relation=Relation.CHILD, cohabiting=False)


def _firm(
    who: str = "sp", *, state: CompanyState = CompanyState.OPEN, kind: CompanyKind = CompanyKind.OVERSEAS
) -> Business:
    return Business(who=who, kind=kind, state=state)


def _share(holder: str = "sp", *, kind: OverseasKind = OverseasKind.COMPANY) -> InvestmentAbroad:
    return InvestmentAbroad(holder=holder, country="HK", kind=kind)


one_place.cases(
    silent("两表都有", report(_firm(), _share(), family=(SPOUSE,))),
    flagged("只在经商表", report(_firm(), family=(SPOUSE,)), at=("kind",)),
    flagged("只在境外投资表", report(_share(), family=(SPOUSE,)), at=("kind",)),
    flagged("共同生活的子女", report(_firm("ch"), family=(CHILD,))),
    silent("不共同生活的子女", report(_firm("ch"), family=(APART,))),
    silent("本人的境外投资不在经商表", report(_share("self"), family=(SPOUSE,))),
    flagged("经商表是配偶的，境外投资表是子女的", report(_firm("sp"), _share("ch"), family=(SPOUSE, CHILD)), times=2),
    flagged("境外房产不能代替股权", report(_firm(), _share(kind=OverseasKind.ESTATE), family=(SPOUSE,))),
    silent("境内企业", report(_firm(kind=CompanyKind.LIMITED), family=(SPOUSE,))),
    silent("境外房产", report(_share(kind=OverseasKind.ESTATE), family=(SPOUSE,))),
    silent("境外企业已注销", report(_firm(state=CompanyState.CANCELLED), family=(SPOUSE,))),
    silent("境外企业已转让", report(_firm(state=CompanyState.TRANSFERRED), family=(SPOUSE,))),
    silent("补充报告只报新办企业，财产待年度报告", report(_firm(), family=(SPOUSE,), kind=FilingKind.CHANGE)),
    flagged("补充报告两表都答", report(_firm(), family=(SPOUSE,), kind=FilingKind.CHANGE, none=(InvestmentAbroad,))),
)
