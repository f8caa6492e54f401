"""统一社会信用代码前两位表明登记类别：91为企业，92为个体工商户，应当与填写的企业类型一致。"""

from collections.abc import Iterator

from declare.items.businesses import Business
from declare.items.choices import CompanyKind
from declare.law import FORM, GB32100, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.spelling import plain

ENTERPRISE, SOLE_TRADER, LAW_FIRM = "91", "92", "31"
ENTERPRISES = (CompanyKind.LIMITED, CompanyKind.JOINT_STOCK, CompanyKind.SOLE_PROP, CompanyKind.PARTNERSHIP)
TRADER, PARTNERSHIP, ABROAD = CompanyKind.SOLE_TRADER, CompanyKind.PARTNERSHIP, CompanyKind.OVERSEAS


@rule(
    "A04",
    Text("信用代码与主体类型不符", "Credit code does not fit the kind of company"),
    severity=2,
    basis=(GB32100.whole(), FORM.whole("表18")),
    audience=DECLARANT,
    says=Text(
        "经商办企业第{row}项的统一社会信用代码以{prefix}开头，与填写的企业类型不符，请核对代码和类型。",
        "The unified social credit code in row {row} of the businesses begins with {prefix}, "
        "which does not fit the kind of business. Please check both.",
    ),
    reads=(Business,),
)
def credit_code_and_kind(facts: Facts) -> Iterator[Found]:
    """Firms whose code was issued to another kind of business; firms abroad apart."""
    for firm in facts.rows(Business):
        if not firm.uscc or firm.kind is None or firm.kind is ABROAD:
            continue
        code = plain(firm.uscc)
        if len(code) == 18 and not _fits(firm.kind, code[:2]):
            yield finding(firm, "uscc", "kind", prefix=code[:2])


def _fits(kind: CompanyKind, prefix: str) -> bool:
    """Whether firms of that kind have codes that begin so; a law partnership is registered by the justice authority."""
    if kind is TRADER:
        return prefix == SOLE_TRADER
    if kind in ENTERPRISES:
        return prefix == ENTERPRISE or (prefix == LAW_FIRM and kind is PARTNERSHIP)
    return prefix != SOLE_TRADER


def _firm(prefix: str, kind: CompanyKind | None) -> Business:
    return Business(who="sp", uscc=f"{prefix}440300715267260A", kind=kind)


credit_code_and_kind.cases(
    silent("91，有限责任公司", report(_firm("91", CompanyKind.LIMITED))),
    silent("91，股份有限公司", report(_firm("91", CompanyKind.JOINT_STOCK))),
    silent("91，个人独资企业", report(_firm("91", CompanyKind.SOLE_PROP))),
    silent("91，合伙企业", report(_firm("91", CompanyKind.PARTNERSHIP))),
    silent("92，个体工商户", report(_firm("92", CompanyKind.SOLE_TRADER))),
    flagged(
        "91，个体工商户",
        report(_firm("91", CompanyKind.SOLE_TRADER)),
        at=("uscc", "kind"),
        says="经商办企业第1项的统一社会信用代码以91开头",
    ),
    flagged("92，有限责任公司", report(_firm("92", CompanyKind.LIMITED))),
    flagged("92，股份有限公司", report(_firm("92", CompanyKind.JOINT_STOCK))),
    flagged("92，个人独资企业", report(_firm("92", CompanyKind.SOLE_PROP))),
    flagged("92，合伙企业", report(_firm("92", CompanyKind.PARTNERSHIP))),
    flagged("92，其他", report(_firm("92", CompanyKind.OTHER))),
    flagged("93（农民专业合作社），有限责任公司", report(_firm("93", CompanyKind.LIMITED))),
    flagged("93（农民专业合作社），股份有限公司", report(_firm("93", CompanyKind.JOINT_STOCK))),
    flagged("93（农民专业合作社），个人独资企业", report(_firm("93", CompanyKind.SOLE_PROP))),
    flagged("93（农民专业合作社），合伙企业", report(_firm("93", CompanyKind.PARTNERSHIP))),
    flagged("52（民办非企业单位），有限责任公司", report(_firm("52", CompanyKind.LIMITED))),
    silent("91，其他", report(_firm("91", CompanyKind.OTHER))),
    silent("51（社会团体），其他", report(_firm("51", CompanyKind.OTHER))),
    silent("31，合伙制律师事务所", report(_firm("31", CompanyKind.PARTNERSHIP))),
    flagged("31，有限责任公司", report(_firm("31", CompanyKind.LIMITED))),
    silent("类型未填", report(_firm("92", None))),
    silent("国（境）外注册", report(_firm("92", CompanyKind.OVERSEAS))),
    silent("代码未填", report(Business(who="sp", kind=CompanyKind.SOLE_TRADER))),
    silent("15位注册号", report(Business(who="sp", uscc="440301102908890", kind=CompanyKind.SOLE_TRADER))),
    flagged(
        "两家都不符，各一条", report(_firm("92", CompanyKind.LIMITED), _firm("91", CompanyKind.SOLE_TRADER)), times=2
    ),
)
