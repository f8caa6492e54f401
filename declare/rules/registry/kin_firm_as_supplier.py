"""配偶、子女及其配偶的企业不得借领导干部的职权与其任职单位发生采购、招标等交易。"""

from collections.abc import Iterator
from datetime import date

from declare.items.businesses import Business
from declare.items.choices import CompanyState
from declare.items.filing import Basic, FilingKind
from declare.items.registries import Award
from declare.law import D18, D23, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, day, extract, flagged, num, person, report, silent, unit
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.firm_scenes import CODE, COMPANY, OTHER_CODE, business
from declare.rules.household_scenes import ALL, DIVORCED, SPOUSE
from declare.rules.kinship import away
from declare.rules.standing import full


@rule(
    "F18",
    Text("亲属企业与本单位交易", "Relative’s firm supplies the unit"),
    severity=5,
    basis=(
        D23.article(104),
        D23.article(107),
        D18.article(97, verified=False),
    ),
    audience=REVIEWER,
    says=Text(
        "采购招标记录显示，经商办企业第{row}项的企业{awarded}中标报告人所在单位或者下属单位的采购，请核对并说明情况。",
        "Procurement records show that the firm in row {row} of the businesses won a purchase of the declarant’s unit or one "
        "below it on {awarded}. Please check and explain.",
    ),
    reads=(Business,),
)
def kin_firm_as_supplier(facts: Facts) -> Iterator[Found]:
    """Awards of the declarant's unit, or one below it, to a firm of the family; one finding an award."""
    if not facts.around.rows(Award):
        return
    left = away(facts)
    firms: dict[int, tuple[Award, list[Business]]] = {}
    for row in facts.rows(Business):
        if row.who in left:
            continue
        for award in facts.around.awards_to(uscc=row.uscc, name=row.company):
            if _counts(facts, award):
                firms.setdefault(id(award), (award, []))[1].append(row)
    for award, (row, *others) in firms.values():
        yield finding(
            row,
            "company",
            also=(*others, award),
            on=award.awarded,
            year=facts.year,
            awarded=award.awarded,
            amount=award.amount,
        )


def _counts(facts: Facts, award: Award) -> bool:
    """Whether an award of the declarant's own unit, known by the filing day, is compared with this report."""
    if award.awarded is None or award.awarded > facts.filed_on:
        return False
    kept = facts.around.kept(award)
    return _compared(facts, kept.on if kept else None) and _of_the_unit(facts, award.buyer_unit)


def _compared(facts: Facts, received: date | None) -> bool:
    """Whether this is the latest full report filed by the day an extract was received."""
    reports = (
        one for one in reversed(facts.subject.history) if full(one) and (not received or one.filed_on <= received)
    )
    return next(reports, None) is facts.filing


def _of_the_unit(facts: Facts, buyer: str) -> bool:
    """Whether a buyer is the declarant's unit or lies below it."""
    around, own = facts.around, facts.subject.unit or facts.basic.unit
    bought, home = around.unit(buyer.strip()), around.unit(own)
    if bought and home:
        return around.same_or_below(bought.code, home.code)
    return bool(own) and buyer.strip() == own


def _award(
    code: str = CODE,
    *,
    name: str = COMPANY,
    buyer: str = "JD",
    awarded: str | None = "2025-06-01",
    received: str = "2026-03-01",
) -> Kept:
    row = Award(
        buyer_unit=buyer,
        supplier=name,
        supplier_uscc=code,
        amount=num("180000.00"),
        awarded=day(awarded) if awarded else None,
    )
    return extract(row, received=received)


_AT = Basic(id_number=DECLARANT_ID, unit="JD")
_REPORT = report(business(), family=SPOUSE, basic=_AT)
_BELOW = unit("JD", "江东市消防救援支队", parent="ZD"), unit("ZD", "总队"), unit("JD1", "城南大队", parent="JD")

kin_firm_as_supplier.cases(
    flagged("按代码", _REPORT, _award(name="改了名的公司"), at=("company", "")),
    flagged("没有代码，按名称", report(business(""), family=SPOUSE, basic=_AT), _award("")),
    silent("代码不同", _REPORT, _award(OTHER_CODE, name="别的公司")),
    silent("没有填报企业", report(family=SPOUSE, basic=_AT), _award()),
    silent("填报的企业没有名称和代码", report(Business(who="sp"), family=SPOUSE, basic=_AT), _award("", name="")),
    silent("别的单位采购", _REPORT, _award(buyer="XC")),
    silent("没有写采购单位", _REPORT, _award(buyer="")),
    silent("不知道报告人的单位", report(business(), family=SPOUSE), _award(buyer="")),
    flagged("下属单位采购", _REPORT, *_BELOW, _award(buyer="JD1")),
    flagged("采购单位写的是名称", _REPORT, *_BELOW, _award(buyer="江东市消防救援支队")),
    silent("采购单位不在单位名单中", _REPORT, *_BELOW, _award(buyer="XC")),
    flagged("本单位不在单位名单中", _REPORT, unit("ZD", "总队"), _award()),
    silent("本单位不在单位名单中，别的单位采购", _REPORT, unit("ZD", "总队"), _award(buyer="ZD")),
    silent("上级单位采购", _REPORT, *_BELOW, _award(buyer="ZD")),
    flagged("单位取自人员名单", report(business(), family=SPOUSE), person(DECLARANT_ID, unit="JD"), *_BELOW, _award()),
    flagged("报告日当天中标", _REPORT, _award(awarded="2026-01-20")),
    silent("报告以后中标", _REPORT, _award(awarded="2026-01-21")),
    silent("没有中标时间", _REPORT, _award(awarded=None)),
    silent("收到时还没有这次报告，与上一次比较", _REPORT, report(year=2024, basic=_AT), _award(received="2026-01-19")),
    flagged("报告日当天收到", _REPORT, report(year=2024, basic=_AT), _award(received="2026-01-20")),
    flagged("没有收到日期", _REPORT, _award(received="")),
    silent(
        "变动报告不比较",
        report(business(), family=SPOUSE, basic=_AT, kind=FilingKind.CHANGE, filed_on="2026-02-01"),
        report(year=2025, basic=_AT, family=SPOUSE),
        _award(),
    ),
    flagged(
        "已注销的企业，注销前中标",
        report(Business(who="sp", uscc=CODE, state=CompanyState.CANCELLED), family=SPOUSE, basic=_AT),
        _award(),
    ),
    silent("已离异", report(business(), family=DIVORCED, basic=_AT), _award()),
    flagged(
        "夫妻子女都有出资，一次中标一条",
        report(business(), business(who="c1"), family=ALL, basic=_AT),
        _award(),
        at=("company", "businesses", ""),
    ),
    flagged("两次中标，各一条", _REPORT, _award(), _award(awarded="2025-09-01"), times=2),
)
