"""配偶、子女及其配偶的企业在注销、转让以前每年都要报告，停业和吊销未注销的也要报告。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.businesses import Business
from declare.items.choices import CompanyState, FamilyChange, FilingKind, Relation
from declare.items.profile import Member
from declare.law import FORM, M17, R17, Text
from declare.rules.belonging import present_in
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.identity import FIRM
from declare.rules.year_on_year import firms, told_over


@rule(
    "C12",
    Text("企业注销前未持续报告", "A firm is no longer reported though not known to be closed"),
    severity=4,
    basis=(R17.article(4, 5), M17.article(4, 9), FORM.whole("表18")),
    audience=REVIEWER,
    says=Text(
        "上年经商办企业第{row}项本年没有填报，也没有填报过注销或者转让，请说明。",
        "Row {row} of last year’s businesses is not in this report, and no report says that the firm was deregistered or transferred. "
        "Please explain.",
    ),
    clause=M17.clause(4, 9),
)
def dropped(facts: Facts) -> Iterator[Found]:
    """Firms of last year that are missing, while the person belongs to the family in both years."""
    gone = firms(facts).gone
    if not gone or facts.last_year is None:
        return
    family = present_in(facts.last_year) & present_in(facts.filing)
    for firm in gone:
        if firm.who in family and not told_over(facts, firm, FIRM):
            yield finding(firm)


_SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
_IN_LAW = Member(key="cs1", relation=Relation.CHILD_SPOUSE)
_FAMILY = (_SPOUSE, _IN_LAW)
_FIRM = Business(who="sp", company="江东和泰贸易有限公司", uscc="9144030071526726XG", state=CompanyState.OPEN)
_OTHER = Business(who="sp", company="海东书店", uscc="91330100799655058B", state=CompanyState.OPEN)
_LAST = report(_FIRM, year=2024, family=_FAMILY)


def _but(**changes: object) -> Business:
    return structs.replace(_FIRM, **changes)


dropped.cases(
    flagged("上年的企业，本年答“无”", report(none=(Business,), family=_FAMILY), _LAST, at=("businesses",)),
    flagged("本年只填了另一家", report(_OTHER, family=_FAMILY), _LAST),
    silent("本年仍在", report(_but(), family=_FAMILY), _LAST),
    *(
        silent(f"本年填{state.label.zh}", report(_but(state=state), family=_FAMILY), _LAST)
        for state in (CompanyState.CANCELLED, CompanyState.TRANSFERRED)
    ),
    *(
        silent(
            f"上年已填{state.label.zh}",
            report(none=(Business,), family=_FAMILY),
            report(_but(state=state), year=2024, family=_FAMILY),
        )
        for state in (CompanyState.CANCELLED, CompanyState.TRANSFERRED)
    ),
    *(
        flagged(
            f"上年{state.label.zh}",
            report(none=(Business,), family=_FAMILY),
            report(_but(state=state), year=2024, family=_FAMILY),
        )
        for state in (CompanyState.DORMANT, CompanyState.REVOKED)
    ),
    flagged(
        "状态没有填", report(none=(Business,), family=_FAMILY), report(_but(state=None), year=2024, family=_FAMILY)
    ),
    silent(
        "期中报告已填注销",
        report(none=(Business,), family=_FAMILY),
        report(_but(state=CompanyState.CANCELLED), kind=FilingKind.CHANGE, filed_on="2025-06-01", family=_FAMILY),
        _LAST,
    ),
    flagged(
        "期中报告注销的是另一家",
        report(none=(Business,), family=_FAMILY),
        report(
            structs.replace(_OTHER, state=CompanyState.CANCELLED),
            kind=FilingKind.CHANGE,
            filed_on="2025-06-01",
            family=_FAMILY,
        ),
        _LAST,
    ),
    silent("企业更名，代码相同", report(_but(company="江东和泰实业有限公司"), family=_FAMILY), _LAST),
    silent("代码写法不同", report(_but(uscc="91440300 71526726xg", company="x"), family=_FAMILY), _LAST),
    silent("补填了代码，名称相同", report(_but(), family=_FAMILY), report(_but(uscc=""), year=2024, family=_FAMILY)),
    flagged("改由另一名亲属持有，没有填转让", report(_but(who="cs1"), family=_FAMILY), _LAST),
    flagged(
        "子女的配偶的企业", report(none=(Business,), family=_FAMILY), report(_but(who="cs1"), year=2024, family=_FAMILY)
    ),
    silent("没有上年报告", report(none=(Business,), family=_FAMILY)),
    silent("本年没有答该表", report(family=_FAMILY), _LAST),
    silent("补充报告不比较", report(_OTHER, family=_FAMILY, kind=FilingKind.CHANGE), _LAST),
    silent("已不是家庭成员", report(none=(Business,), family=(_IN_LAW,)), _LAST),
    silent(
        "已离婚",
        report(none=(Business,), family=(structs.replace(_SPOUSE, change=FamilyChange.DIVORCE),)),
        _LAST,
    ),
    silent("上年不是家庭成员", report(none=(Business,), family=_FAMILY), report(_FIRM, year=2024)),
    flagged(
        "少了两家", report(none=(Business,), family=_FAMILY), report(_FIRM, _OTHER, year=2024, family=_FAMILY), times=2
    ),
)
