"""公民身份号码为18位：其中的出生日期应当真实存在，末位校验码由前17位按规定算法得出。"""

from collections.abc import Iterator

from declare.items.choices import FilingKind, Relation
from declare.items.filing import Basic, Member
from declare.law import GB11643, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.papers import citizens, historic, sound
from declare.rules.spelling import plain

OWN = Text(
    "报告人的公民身份号码位数、出生日期或者校验位有误，请逐位核对。",
    "The declarant’s identity number has a wrong length, date of birth or check digit. Please compare it digit by digit.",
)


@rule(
    "A01",
    Text("身份证校验位错误", "Identity number does not check"),
    severity=1,
    basis=GB11643.whole(),
    audience=DECLARANT,
    says=Text(
        "第{row}名家庭成员的身份证号码位数、出生日期或者校验位有误，请逐位核对。",
        "The identity number of family member {row} has a wrong length, date of birth or check digit. "
        "Please compare it digit by digit.",
    ),
)
def identity_check_digit(facts: Facts) -> Iterator[Found]:
    """Identity numbers of declarant and family that cannot be right; numbers of fifteen digits are only read."""
    own = plain(facts.basic.id_number or facts.filing.declarant)
    if not sound(own) and not historic(own):
        yield finding(facts.basic, "id_number", says=OWN)
    for member, number in citizens(facts):
        if not sound(number) and not historic(number):
            yield finding(member, "id_number")


def _child(number: str, *, document: str = "", nationality: str = "") -> Member:
    return Member(key="c1", relation=Relation.CHILD, id_number=number, document_kind=document, nationality=nationality)


def _own(number: str) -> Basic:
    return Basic(id_number=number)


identity_check_digit.cases(
    silent("号码无误", report(basic=_own("11010519491231002X"), family=(_child("110105201002280012"),))),
    silent("基本情况未填号码的，按报告人号码核对", report(basic=Basic())),
    flagged("本人号码校验位不符", report(basic=_own("110105194912310021")), at=("id_number",)),
    flagged("本人号码相邻两位颠倒", report(basic=_own("11010519491213002X"))),
    flagged("本人号码少一位", report(basic=_own("1101051949123102X"))),
    flagged("首位误为9，不因此当作永久居留证", report(basic=_own("91010519491231002X"))),
    flagged("出生日期不存在而校验位相符", report(basic=_own("11010520100230001X"))),
    flagged("平年没有2月29日", report(family=(_child("110105201002290018"),)), at=("id_number",)),
    silent("闰年的2月29日", report(family=(_child("110105201202290012"),))),
    flagged("成员号码校验位不符", report(family=(_child("110105201002280013"),))),
    flagged("证件写明为居民身份证", report(family=(_child("110105201002280013", document="居民身份证"),))),
    silent("其他证件不按身份证核对", report(family=(_child("M12345678", document="港澳居民来往内地通行证"),))),
    silent("香港身份证不是居民身份证", report(family=(_child("A1234567", document="香港永久性居民身份证"),))),
    silent("外籍成员未写证件名称，号码不是18位", report(family=(_child("X1234567", nationality="US"),))),
    flagged("外籍成员未写证件名称，号码为18位", report(family=(_child("110105201002280013", nationality="US"),))),
    flagged("国籍未填，号码不是18位", report(family=(_child("E12345678"),))),
    silent("15位的旧号码", report(basic=_own("110105491231002"), family=(_child("110105100228001"),))),
    silent("没有填写成员号码", report(family=(_child(""),))),
    silent("末位为小写x", report(basic=_own("11010519491231002x"))),
    silent("全角数字", report(family=(_child("１１０１０５２０１００２２８００１２"),))),
    silent(
        "变动报告沿用家庭成员，不再提示",
        report(family=None, kind=FilingKind.CHANGE, year=2026, filed_on="2026-05-01"),
        report(family=(_child("110105201002280013"),)),
    ),
    flagged(
        "年度报告沿用家庭成员",
        report(family=None, year=2026),
        report(family=(_child("110105201002280013"),)),
    ),
    flagged("两名成员的号码都有误，各一条", report(family=(_child("1"), _child("2"))), times=2),
)
