"""配偶、子女及其配偶经商办企业的情况应当全部填报；领导干部本人不得经商办企业。"""

from collections.abc import Iterator

from declare.items.businesses import Business
from declare.items.choices import CompanyState, EmployerKind
from declare.items.employment import Employment
from declare.items.folding import folded
from declare.items.registries import FirmRecord
from declare.items.registries.choices import CompanyRole
from declare.law import D15, D18, D23, M17, R17, Text
from declare.rules.book import rule
from declare.rules.cases import CHILD_ID, CHILD_SPOUSE_ID, DECLARANT_ID, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.firm_scenes import CODE, OTHER_CODE, business, registered
from declare.rules.firms import Firm, employer, one_firm
from declare.rules.household_scenes import ALL, DIVORCED, PARENT, SPOUSE
from declare.rules.matching import SAME
from declare.rules.registered import Part, firms_held, own, unreported
from declare.rules.spelling import plain

STANDING = (CompanyState.OPEN, CompanyState.REVOKED)
PUBLIC = (EmployerKind.PARTY_STATE, EmployerKind.INSTITUTION, EmployerKind.SOE, EmployerKind.MILITARY)

SAYS = Text(
    "市场主体登记中家庭成员的一家企业或者其他市场主体，经商办企业情况表中没有，请核对。",
    "A firm that the company register shows for a member of the family is not in the table of businesses. Please check.",
)
IN_PERSON = Text(
    "市场主体登记显示报告人本人在一家企业或者其他市场主体出资或者任职，请核对并说明情况。",
    "The company register shows the declarant in person as an investor or in a post in a firm. Please check and explain.",
)


KIN = (R17.article(4, 5), M17.article(4, 9))
IN_BUSINESS = (D23.article(103, verified=False), D18.article(94, verified=False), D15.article(88, verified=False))


@rule(
    "F14",
    Text("企业报告中未见", "Business not in the report"),
    severity=4,
    basis=(*KIN, *IN_BUSINESS),
    audience=REVIEWER,
    says=SAYS,
    reads=(FirmRecord,),
)
def business_in_register(facts: Facts) -> Iterator[Found]:
    """Firms of the family, in business or with the licence revoked, that the report does not show; any firm of the declarant."""
    mine: dict[str, list[FirmRecord]] = {}
    for row in own(facts, FirmRecord):
        if row.state in STANDING:
            mine.setdefault(plain(row.uscc) or folded(row.company), []).append(row)
    for first, *others in mine.values():
        yield finding(first, "role", also=tuple(others), says=IN_PERSON, basis=IN_BUSINESS)
    for pair in firms_held(facts):
        if not pair.same and pair.registered.rows[0].state in STANDING and not _public_post(facts, pair.registered):
            yield unreported(pair, says=SAYS, clause="M17-4(9)", basis=KIN)


def _public_post(facts: Facts, part: Part) -> bool:
    """Whether somebody merely holds a post there for a public employer, as the table of occupations tells."""
    if any(row.role is not CompanyRole.SENIOR for row in part.rows):
        return False
    jobs = [employer(row, row.who) for row in facts.rows(Employment) if row.employer_kind in PUBLIC]
    return any(one_firm(_bare(part), job).outcome is SAME for job in jobs)


def _bare(part: Part) -> Firm:
    """A part in a firm without what only shareholders have."""
    return Firm(part.key, part.row, part.person, part.code, part.name)


_UNTOLD = report(family=SPOUSE, none=(Business,))


def _manager(kind: EmployerKind | None, *, code: str = CODE, who: str = "sp") -> Employment:
    return Employment(who=who, employer="江东安达检测有限公司", employer_uscc=code, employer_kind=kind)


business_in_register.cases(
    silent("已填报，按代码", report(business(company="改了名的公司"), family=SPOUSE), registered()),
    silent("已填报，按名称", report(business(""), family=SPOUSE), registered()),
    silent("名称没有写有限公司", report(business("", company="江东安达检测"), family=SPOUSE), registered()),
    silent("地名写在括号里", report(business("", company="安达检测（江东）有限公司"), family=SPOUSE), registered()),
    silent("名称少写地名，认缴额一致", report(business("", company="安达检测有限公司"), family=SPOUSE), registered()),
    flagged(
        "名称少写地名，认缴额不同，仍请核对",
        report(business("", company="安达检测有限公司", subscribed="1"), family=SPOUSE),
        registered(),
        at=("", "businesses"),
    ),
    flagged("同名，代码不同，仍请核对", report(business(OTHER_CODE), family=SPOUSE), registered()),
    silent("代码差一个字符，名称一致", report(business(CODE[:-1] + "Y"), family=SPOUSE), registered()),
    flagged("没有填报", _UNTOLD, registered(), at=("",)),
    flagged("填报的是另一家", report(business(OTHER_CODE, company="某某饭店"), family=SPOUSE), registered()),
    flagged("同一企业，填的是别人", report(business(who="c1"), family=ALL), registered()),
    flagged("吊销未注销", _UNTOLD, registered(state=CompanyState.REVOKED)),
    silent("已注销", _UNTOLD, registered(state=CompanyState.CANCELLED)),
    silent("停业", _UNTOLD, registered(state=CompanyState.DORMANT)),
    silent("登记没有写状态", _UNTOLD, registered(state=None)),
    flagged("子女在此列", report(family=ALL), registered(subject=CHILD_ID)),
    flagged("子女的配偶在此列", report(family=ALL), registered(subject=CHILD_SPOUSE_ID)),
    silent("父母不在此列", report(family=PARENT), registered()),
    silent("已离异的配偶", report(family=DIVORCED), registered()),
    flagged(
        "股东又任高级职务，两行登记，只一条", _UNTOLD, registered(), registered(role=CompanyRole.SENIOR), at=("", "")
    ),
    flagged("两家都没有填，各一条", _UNTOLD, registered(), registered(OTHER_CODE, company="某某饭店"), times=2),
    flagged("本人持有企业股份", report(), registered(subject=DECLARANT_ID), at=("role",)),
    flagged("本人名下的企业，已吊销未注销", report(), registered(subject=DECLARANT_ID, state=CompanyState.REVOKED)),
    silent("本人名下的企业，已注销", report(), registered(subject=DECLARANT_ID, state=CompanyState.CANCELLED)),
    flagged(
        "本人在一家企业有两种身份，只一条",
        report(),
        registered(subject=DECLARANT_ID),
        registered(subject=DECLARANT_ID, role=CompanyRole.SENIOR),
        at=("role", ""),
    ),
    flagged(
        "本人名下两家没有代码的企业，各一条",
        report(),
        registered("", subject=DECLARANT_ID),
        registered("", company="某某饭店", subject=DECLARANT_ID),
        times=2,
    ),
    flagged(
        "本人名下一家企业，两行登记名称写法不同，只一条",
        report(),
        registered(subject=DECLARANT_ID),
        registered(company="安达检测", subject=DECLARANT_ID, role=CompanyRole.SENIOR),
    ),
    silent(
        "国有企业的任职，从业情况已填报",
        report(_manager(EmployerKind.SOE), family=SPOUSE, none=(Business,)),
        registered(role=CompanyRole.SENIOR),
    ),
    *(
        silent(
            f"{kind.value}的任职，从业情况已填报",
            report(_manager(kind), family=SPOUSE, none=(Business,)),
            registered(role=CompanyRole.SENIOR),
        )
        for kind in (EmployerKind.PARTY_STATE, EmployerKind.INSTITUTION, EmployerKind.MILITARY)
    ),
    flagged(
        "国有企业的任职，另有股份",
        report(_manager(EmployerKind.SOE), family=SPOUSE, none=(Business,)),
        registered(role=CompanyRole.SENIOR),
        registered(),
    ),
    flagged(
        "私营企业的任职",
        report(_manager(EmployerKind.PRIVATE), family=SPOUSE, none=(Business,)),
        registered(role=CompanyRole.SENIOR),
    ),
    flagged(
        "从业情况填的是别人",
        report(_manager(EmployerKind.SOE, who="c1"), family=ALL, none=(Business,)),
        registered(role=CompanyRole.SENIOR),
    ),
)
