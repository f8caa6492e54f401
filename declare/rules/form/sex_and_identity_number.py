"""公民身份号码第17位为奇数的是男性，为偶数的是女性，应当与填写的性别一致。"""

from collections.abc import Iterator

from declare.items.choices import Relation, Sex
from declare.items.filing import Basic, Member
from declare.law import GB11643, Text
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.papers import citizens, male
from declare.rules.spelling import plain

MALE = Sex.MALE
ODD = frozenset("13579")
"""The seventeenth digits of men."""

OWN = Text(
    "报告人填写的性别与公民身份号码不符，请核对性别和号码。",
    "The declarant’s sex does not fit the identity number. Please check both.",
)


@rule(
    "A02",
    Text("性别与身份证号不符", "Sex does not fit the identity number"),
    severity=1,
    basis=GB11643.whole(),
    audience=DECLARANT,
    says=Text(
        "第{row}名家庭成员填写的性别与身份证号码不符，请核对性别和号码。",
        "The sex given for family member {row} does not fit the identity number. Please check both.",
    ),
)
def sex_and_identity_number(facts: Facts) -> Iterator[Found]:
    """People whose identity number states another sex than their report."""
    basic = facts.basic
    if basic.sex and _differs(basic.sex, plain(basic.id_number or facts.filing.declarant)):
        yield finding(basic, "sex", "id_number", says=OWN)
    for member, number in citizens(facts):
        if member.sex and _differs(member.sex, number):
            yield finding(member, "sex", "id_number")


def _differs(sex: Sex, number: str) -> bool:
    """Whether a number states a sex, and another one."""
    if (number[16:17] in ODD) is (sex is MALE):
        return False
    return male(number) is not None


def _own(sex: Sex | None, number: str = DECLARANT_ID) -> Basic:
    return Basic(sex=sex, id_number=number)


def _child(sex: Sex | None, number: str, *, document: str = "") -> Member:
    return Member(key="c1", relation=Relation.CHILD, sex=sex, id_number=number, document_kind=document)


sex_and_identity_number.cases(
    silent("第17位为偶数，女", report(basic=_own(Sex.FEMALE))),
    flagged("第17位为偶数，男", report(basic=_own(Sex.MALE)), at=("sex", "id_number")),
    flagged("基本情况未填号码的，按报告人号码核对", report(basic=_own(Sex.MALE, ""))),
    silent("基本情况填了号码的，按所填号码核对", report(basic=_own(Sex.MALE, "110105195001010012"))),
    silent("本人性别未填", report(basic=_own(None, "110105195001010012"))),
    silent("第17位为奇数，男", report(family=(_child(Sex.MALE, "110105201002280012"),))),
    flagged("第17位为奇数，女", report(family=(_child(Sex.FEMALE, "110105201002280012"),)), at=("sex", "id_number")),
    silent("15位旧号码末位为奇数，男", report(family=(_child(Sex.MALE, "110105700228001"),))),
    silent("15位旧号码末位为奇数，女，不核对", report(family=(_child(Sex.FEMALE, "110105700228001"),))),
    silent("性别未填", report(basic=_own(None), family=(_child(None, "110105201002280012"),))),
    silent("号码未填", report(family=(_child(Sex.FEMALE, ""),))),
    silent("其他证件不核对", report(family=(_child(Sex.FEMALE, "110105201002280012", document="外国护照"),))),
    silent("不是18位的号码不核对", report(family=(_child(Sex.FEMALE, "11010520100228001"),))),
    flagged(
        "两名成员都不符，各一条",
        report(family=(_child(Sex.FEMALE, "110105201002280012"), _child(Sex.MALE, "110105195001010020"))),
        times=2,
    ),
)
