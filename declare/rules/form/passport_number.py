"""普通护照情况表只填普通护照：号码应符合普通护照的编号格式，公务、公务普通和外交护照不在此表填报。"""

from collections.abc import Iterator

from declare.items.kinds.documents import ORDINARY
from declare.items.passports import Passport
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.spelling import plain

OFFICIAL = ("P", "S", "D")
NOT_ORDINARY = Text(
    "普通护照表第{row}项的号码以P、S或D开头，属公务普通、公务或者外交护照，本表只填普通护照，请核对。",
    "The number in row {row} of the passports begins with P, S or D, as official and diplomatic passports do. "
    "This table takes ordinary passports only. Please check.",
)


@rule(
    "A05",
    Text("护照号格式或种类不符", "Passport number of another form or kind"),
    severity=(1, 2),
    basis=FORM.whole("表2"),
    audience=DECLARANT,
    says=Text(
        "普通护照表第{row}项的号码不符合普通护照的编号格式，请对照护照核对。",
        "The number in row {row} of the passports does not look like that of an ordinary passport. "
        "Please compare it with the document.",
    ),
    reads=(Passport,),
)
def passport_number(facts: Facts) -> Iterator[Found]:
    """Numbers that no ordinary passport has: an official one asks for clarification, any other is a slip of the pen."""
    for passport in facts.rows(Passport):
        if ORDINARY.fullmatch(passport.number):
            continue
        number = plain(passport.number)
        if number.startswith(OFFICIAL):
            yield finding(passport, "number", severity=2, says=NOT_ORDINARY)
        elif number and not ORDINARY.fullmatch(number):
            yield finding(passport, "number", severity=1)


def _passport(number: str) -> Passport:
    return Passport(number=number)


passport_number.cases(
    silent("E加8位数字", report(_passport("E12345678"))),
    silent("E加字母加7位数字", report(_passport("EA1234567"))),
    silent("G加8位数字", report(_passport("G12345678"))),
    silent("14、15开头的旧护照", report(_passport("141234567"), _passport("151234567"))),
    flagged("少一位", report(_passport("E1234567")), severity=1, at=("number",)),
    flagged("多一位", report(_passport("E123456789")), severity=1),
    flagged("第二位为字母I", report(_passport("EI1234567")), severity=1),
    flagged("第二位为字母O", report(_passport("EO1234567")), severity=1),
    flagged("16开头", report(_passport("161234567")), severity=1),
    flagged("通行证号码", report(_passport("C12345678")), severity=1),
    flagged("P开头", report(_passport("P12345678")), severity=2, at=("number",)),
    flagged("PE开头", report(_passport("PE1234567")), severity=2),
    flagged("SE开头", report(_passport("SE1234567")), severity=2),
    flagged("D开头", report(_passport("DE1234567")), severity=2),
    silent("未填号码", report(_passport(""))),
    silent("小写与空格", report(_passport("e1234 5678"))),
    silent("全角字符", report(_passport("Ｅ１２３４５６７８"))),
    flagged("两本都不符，各一条", report(_passport("E1"), _passport("E2")), severity=1, times=2),
)
