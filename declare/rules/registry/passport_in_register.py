"""本人持有的普通护照，凡在报告期内有效过的，都应当在普通护照情况表中填报。"""

from collections.abc import Iterator

from declare.items.passports import Passport
from declare.items.registries import ExitDocument
from declare.items.registries.choices import ExitDocumentKind
from declare.law import M17, R17, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, SPOUSE_ID, day, extract, flagged, report, silent
from declare.rules.exit_papers import OFFICIAL, papers_held
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found
from declare.rules.household_scenes import SPOUSE
from declare.rules.registered import unreported

SAYS = Text(
    "出入境登记中的一本普通护照，报告期内有效，普通护照情况表中没有，请核对。",
    "An ordinary passport in the exit and entry register was valid in the period, and is not in the table of passports. "
    "Please check.",
)


@rule(
    "F02",
    Text("护照报告中未见", "Passport not in the report"),
    severity=4,
    basis=(R17.article(3, 2), M17.article(4, 2)),
    clause="M17-4(2)",
    audience=REVIEWER,
    says=SAYS,
    reads=(ExitDocument,),
)
def passport_in_register(facts: Facts) -> Iterator[Found]:
    """Passports of the register, valid at some time in the period, that the report does not show."""
    for pair in papers_held(facts, (ExitDocumentKind.PASSPORT,), facts.rows(Passport)):
        if not pair.same and not pair.registered.key.startswith(OFFICIAL):
            yield unreported(pair, says=SAYS, issued=pair.registered.issued)


def _document(
    number: str = "E12345678",
    *,
    issued: str | None = "2019-05-01",
    expires: str | None = "2029-04-30",
    kind: ExitDocumentKind = ExitDocumentKind.PASSPORT,
    subject: str = DECLARANT_ID,
) -> Kept:
    row = ExitDocument(
        subject=subject,
        kind=kind,
        number=number,
        issued=day(issued) if issued else None,
        expires=day(expires) if expires else None,
    )
    return extract(row, received="2026-03-01")


_TOLD = Passport(number="E12345678", issued=day("2019-05-01"))

passport_in_register.cases(
    silent("已填报", report(_TOLD), _document()),
    silent("小写、空格不同", report(Passport(number="e1234 5678")), _document()),
    flagged("没有填报", report(none=(Passport,)), _document(), at=("",)),
    flagged("普通护照情况表没有回答", report(), _document()),
    flagged("填报的是另一本", report(Passport(number="G87654321")), _document()),
    flagged("号码差一个字符，仍请核对", report(Passport(number="E12345679")), _document(), at=("", "passports")),
    flagged("没有写号码，签发日期相同，仍请核对", report(Passport(issued=day("2019-05-01"))), _document()),
    flagged("上年填报过，本次没有", report(none=(Passport,)), report(_TOLD, year=2024), _document()),
    flagged("报告年度1月1日到期", report(none=(Passport,)), _document(expires="2025-01-01")),
    silent("报告年度以前到期", report(none=(Passport,)), _document(expires="2024-12-31")),
    flagged("没有到期日", report(none=(Passport,)), _document(expires=None)),
    flagged("报告日当天签发", report(none=(Passport,)), _document(issued="2026-01-20")),
    silent("报告日以后签发", report(none=(Passport,)), _document(issued="2026-01-21")),
    flagged("没有签发日", report(none=(Passport,)), _document(issued=None)),
    silent("登记没有号码", report(none=(Passport,)), _document("")),
    silent("公务护照不在此表", report(none=(Passport,)), _document("PE1234567")),
    silent("通行证另行核对", report(none=(Passport,)), _document("C12345678", kind=ExitDocumentKind.HK_MACAO)),
    silent("配偶的护照不报告", report(none=(Passport,), family=SPOUSE), _document(subject=SPOUSE_ID)),
    flagged("两本都没有，各一条", report(), _document(), _document("G87654321"), times=2),
    flagged("两次提供同一本，只一条", report(), _document(), _document()),
    flagged("一本已填，一本未填", report(_TOLD), _document(), _document("E12345679")),
)
