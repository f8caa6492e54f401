"""统一社会信用代码为18位，不使用 I、O、S、V、Z，末位校验码由前17位按规定算法得出。"""

from collections.abc import Iterator

from declare.items.businesses import Business
from declare.items.choices import CompanyKind
from declare.items.kinds.organisations import mod_31
from declare.law import GB32100, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.spelling import plain

ABROAD = CompanyKind.OVERSEAS


@rule(
    "A03",
    Text("信用代码校验错误", "Credit code does not check"),
    severity=1,
    basis=GB32100.whole(),
    audience=DECLARANT,
    says=Text(
        "经商办企业第{row}项的统一社会信用代码校验位不符，请对照营业执照逐位核对。",
        "The unified social credit code in row {row} of the businesses fails its check. "
        "Please compare it with the business licence.",
    ),
    reads=(Business,),
)
def credit_code_check(facts: Facts) -> Iterator[Found]:
    """Codes of 18 characters that fail MOD 31; registration numbers and firms abroad apart."""
    for firm in facts.rows(Business):
        if not firm.uscc or firm.kind is ABROAD:
            continue
        code = plain(firm.uscc)
        if len(code) == 18 and not mod_31(code):
            yield finding(firm, "uscc")


def _firm(uscc: str, kind: CompanyKind | None = CompanyKind.LIMITED) -> Business:
    return Business(who="sp", uscc=uscc, kind=kind)


credit_code_check.cases(
    silent("代码无误", report(_firm("9144030071526726XG"))),
    flagged("末位有误", report(_firm("9144030071526726XA")), at=("uscc",)),
    flagged("中间一位有误", report(_firm("9144030071526727XG"))),
    flagged("相邻两位颠倒", report(_firm("9144030017526726XG"))),
    flagged("含有字母O", report(_firm("91440300O1526726XG"))),
    silent("小写字母", report(_firm("9144030071526726xg"))),
    silent("全角字符", report(_firm("９１４４０３００７１５２６７２６ＸＧ"))),
    silent("15位注册号不按此核对", report(_firm("440301102908890"))),
    silent("17位不按此核对", report(_firm("9144030071526726X"))),
    silent("未填代码", report(_firm(""))),
    silent("国（境）外注册", report(_firm("9144030071526726XA", CompanyKind.OVERSEAS))),
    flagged("企业类型未填也核对", report(_firm("9144030071526726XA", None))),
    flagged("两家都有误，各一条", report(_firm("9144030071526726XA"), _firm("914403001922038217")), times=2),
)
