"""往来港澳通行证号码以C（旧本式以W）开头，大陆居民往来台湾通行证号码以L（旧本式以T）开头，应当与证件名称一致。"""

from collections.abc import Iterator

from declare.items.choices import PermitKind
from declare.items.kinds.documents import permit_for
from declare.items.permits import Permit
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding

KINDS = {kind.value: kind for kind in PermitKind}


@rule(
    "A06",
    Text("通行证号格式不符", "Permit number of another form"),
    severity=1,
    basis=FORM.whole("表4"),
    audience=DECLARANT,
    says=Text(
        "通行证表第{row}项的号码不符合该种通行证的编号格式，请对照证件核对名称和号码。",
        "The number in row {row} of the permits does not look like that of the permit named. "
        "Please compare both with the document.",
    ),
    reads=(Permit,),
)
def permit_number(facts: Facts) -> Iterator[Found]:
    """Numbers that the permit named does not have."""
    for permit in facts.rows(Permit):
        if permit.kind and permit.number and KINDS.get(permit_for(permit.number)) is not permit.kind:
            yield finding(permit, "number", "kind")


def _hk(number: str) -> Permit:
    return Permit(kind=PermitKind.HK_MACAO, number=number)


def _taiwan(number: str) -> Permit:
    return Permit(kind=PermitKind.TAIWAN, number=number)


permit_number.cases(
    silent("港澳：C加8位数字", report(_hk("C12345678"))),
    silent("港澳：C加字母加7位数字", report(_hk("CA1234567"))),
    silent("港澳：旧本式W加8位数字", report(_hk("W12345678"))),
    silent("台湾：L加8位数字", report(_taiwan("L12345678"))),
    silent("台湾：旧本式T加8位数字", report(_taiwan("T12345678"))),
    flagged("港澳证填了台湾证的号码", report(_hk("L12345678")), at=("number", "kind")),
    flagged("台湾证填了港澳证的号码", report(_taiwan("C12345678"))),
    flagged("少一位", report(_hk("C1234567"))),
    flagged("多一位", report(_taiwan("L123456789"))),
    flagged("台湾证没有字母加7位的编号", report(_taiwan("LA1234567"))),
    flagged("护照号码", report(_hk("E12345678"))),
    silent("未填号码", report(_hk(""))),
    silent("未填证件名称", report(Permit(number="X1"))),
    silent("小写与空格", report(_hk("c1234 5678"))),
    flagged("两证都不符，各一条", report(_hk("L12345678"), _taiwan("C12345678")), times=2),
)
