"""配偶、子女及其配偶不得在领导干部管辖的地区和业务范围内从事可能与公共利益相冲突的经营活动。"""

import re
from collections.abc import Iterator

from declare.items.businesses import Business
from declare.items.choices import CompanyState, FamilyChange, Relation
from declare.items.filing import Basic, Member
from declare.items.registries import Managed
from declare.law import D23, GWY, JS22, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.kinship import away
from declare.rules.territory import jurisdiction, within

OVER = (CompanyState.CANCELLED, CompanyState.TRANSFERRED)
FIRE = "消防"
TRADES = ("技术服务", "器材", "工程", "设施", "检测", "评估", "维保")
EXCEPT = "不含"
_CLAUSE = re.compile(r"[；;。，,、\r\n]")

MANAGED = Text(
    "经商办企业第{row}项的企业在本单位管理服务对象名单中，请核对并说明情况。",
    "The company in row {row} of the businesses is on the list of bodies the unit manages. Please check and explain.",
)
SCOPE = Text(
    "经商办企业第{row}项的名称或经营范围涉及消防业务，且在任职地区注册或经营，请核对并说明情况。",
    "The company in row {row} of the businesses works in the fire-protection field and is registered or operates "
    "in the declarant’s jurisdiction. Please check and explain.",
)


@rule(
    "B30",
    Text("配偶、子女及其配偶在管辖范围内经商", "Relatives’ business within the jurisdiction"),
    severity=4,
    basis=(D23.article(107), GWY.article(74), JS22.whole()),
    audience=DECLARANT,
    says=Text(
        "经商办企业第{row}项填写与报告人任职地区或业务相关，请核对并说明情况。",
        "Row {row} of the businesses is entered as related to the declarant’s jurisdiction or duties. "
        "Please check and explain.",
    ),
    reads=(Business,),
)
def in_jurisdiction(facts: Facts) -> Iterator[Found]:
    """Firms said to be related, firms the unit manages, and firms in the fire trades in the jurisdiction."""
    left = away(facts)
    for firm in facts.rows(Business):
        if firm.state in OVER or firm.who in left:
            continue
        if firm.related:
            yield finding(firm, "related")
        elif facts.around.lists_as_managed(uscc=firm.uscc, name=firm.company):
            yield finding(firm, "company", says=MANAGED)
        elif fields := _in_the_field(facts, firm):
            yield finding(firm, *fields, says=SCOPE)


def _in_the_field(facts: Facts, firm: Business) -> tuple[str, ...]:
    """The fields by which a firm in the fire trades touches the jurisdiction; none where it does not."""
    if FIRE not in firm.scope and FIRE not in firm.company:
        return ()
    trade = "company" if _fire_trade(firm.company) else "scope" if any(map(_fire_trade, _clauses(firm.scope))) else ""
    if not trade:
        return ()
    own = jurisdiction(facts)
    places = (("registered_in", firm.registered_in), ("operates_in", firm.operates_in))
    place = next((field for field, codes in places if within(codes, own)), "")
    return (trade, place) if place else ()


def _clauses(scope: str) -> list[str]:
    """A business scope taken apart at its stops and commas."""
    return _CLAUSE.split(scope)


def _fire_trade(words: str) -> bool:
    """Whether words name 消防 together with one of its trades, and do not leave it out expressly."""
    before, fire, _ = words.partition(FIRE)
    return bool(fire) and EXCEPT not in before and any(trade in words for trade in TRADES)


_CITY = Basic(jurisdiction="320100")
_MANAGED = (Managed(name="江东安达检测有限公司", uscc="91320100MA1MW8Y26X"),)


def _firm(
    scope: str = "",
    *,
    company: str = "江东和泰贸易有限公司",
    registered_in: str = "",
    operates_in: str = "",
    related: bool | None = None,
    state: CompanyState = CompanyState.OPEN,
    uscc: str = "",
) -> Business:
    return Business(
        who="sp",
        scope=scope,
        company=company,
        registered_in=registered_in,
        operates_in=operates_in,
        related=related,
        state=state,
        uscc=uscc,
    )


def _supplier(
    *, registered_in: str = "320104", operates_in: str = "", state: CompanyState = CompanyState.OPEN
) -> Business:
    return _firm("消防器材销售", registered_in=registered_in, operates_in=operates_in, state=state)


_GONE = Member(key="sp", relation=Relation.SPOUSE, change=FamilyChange.DIVORCE)

in_jurisdiction.cases(
    flagged("消防器材销售，注册在本市", report(_supplier(), basic=_CITY), at=("scope", "registered_in")),
    *(flagged(f"消防{trade}", report(_firm(f"消防{trade}", registered_in="320104"), basic=_CITY)) for trade in TRADES),
    silent("消防器材销售，注册在外市", report(_supplier(registered_in="320500"), basic=_CITY)),
    flagged(
        "注册在外市，在本市经营",
        report(_supplier(registered_in="320500", operates_in="320500,320102"), basic=_CITY),
        at=("scope", "operates_in"),
    ),
    silent("只在外市经营", report(_supplier(registered_in="", operates_in="320500,310000"), basic=_CITY)),
    flagged(
        "任职地区为省，注册在省内别市", report(_supplier(registered_in="320500"), basic=Basic(jurisdiction="320000"))
    ),
    silent("任职地区为省，注册在外省", report(_supplier(registered_in="310104"), basic=Basic(jurisdiction="320000"))),
    silent("任职地区未填", report(_supplier())),
    flagged("任职地区只在上年报告中", report(_supplier(), year=2026), report(basic=_CITY)),
    silent("同市的一般企业", report(_firm("服装销售", registered_in="320104"), basic=_CITY)),
    silent("消防与工程不在同一句", report(_firm("消防宣传；室内装饰工程", registered_in="320104"), basic=_CITY)),
    *(
        silent(f"以“{mark}”分开", report(_firm(f"消防宣传{mark}装饰工程", registered_in="320104"), basic=_CITY))
        for mark in "；;。，,、\n"
    ),
    silent("只有消防两字", report(_firm("消防宣传", registered_in="320104"), basic=_CITY)),
    silent("经营范围写明不含消防", report(_firm("安防工程（不含消防设施）", registered_in="320104"), basic=_CITY)),
    flagged("不含的是别的", report(_firm("消防器材销售（不含危险化学品）", registered_in="320104"), basic=_CITY)),
    flagged(
        "企业名称即消防工程",
        report(_firm(company="江东永固消防工程有限公司", registered_in="320100"), basic=_CITY),
        at=("company", "registered_in"),
    ),
    flagged("在管理服务对象名单，按代码", report(_firm(uscc="91320100ma1mw8y26x")), managed=_MANAGED, at=("company",)),
    flagged("在管理服务对象名单，按名称", report(_firm(company="江东安达检测有限公司 ")), managed=_MANAGED),
    silent("不在管理服务对象名单", report(_firm(uscc="91320100302538451C")), managed=_MANAGED),
    silent("代码和名称都未填", report(_firm(company="")), managed=(Managed(name="", uscc=""),)),
    flagged("填写与业务相关", report(_firm(related=True)), at=("related",)),
    silent("填写与业务无关", report(_firm(related=False))),
    flagged("几项都符合，一家一条", report(_firm("消防器材", registered_in="320100", related=True), basic=_CITY)),
    silent("已注销", report(_supplier(state=CompanyState.CANCELLED), basic=_CITY)),
    silent("已转让", report(_supplier(state=CompanyState.TRANSFERRED), basic=_CITY)),
    flagged("吊销未注销仍算", report(_supplier(state=CompanyState.REVOKED), basic=_CITY)),
    silent("已离异", report(_supplier(), basic=_CITY, family=(_GONE,))),
)
