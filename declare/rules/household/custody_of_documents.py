"""领导干部因私出国（境）的有效证件应按规定交由指定机构集中保管。"""

from collections.abc import Iterator
from datetime import date

from declare.items.passports import Passport
from declare.items.permits import Permit
from declare.items.spec import table_of
from declare.law import CUSTODY, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.likeness import of_table
from declare.rules.papers import Paper, term
from declare.rules.wording import Words

OWN = Words(
    who + holding
    for who in ("", "本人", "个人", "自己", "家中", "由本人", "由个人", "由自己")
    for holding in ("", "保管", "自行保管", "持有", "自行持有")
)
SAYS = Text(
    "《{table}》第{row}项证件仍在有效期内，没有填写保管机构或者由本人保管，请核对并说明。",
    "The document in row {row} of “{table}” is valid, yet it is kept by the declarant, or nobody is named who keeps it. "
    "Please check and explain.",
)


@rule(
    "B08",
    Text("证件未集中保管", "Document not in custody"),
    severity=2,
    basis=CUSTODY.whole(verified=False),
    audience=DECLARANT,
    says=SAYS,
    reads=(Passport, Permit),
)
def custody_of_documents(facts: Facts) -> Iterator[Found]:
    """Documents valid on the filing day that their holder keeps, or nobody."""
    papers: tuple[Paper, ...] = (*facts.rows(Passport), *facts.rows(Permit))
    for paper in papers:
        if paper.custodian in OWN and _valid(paper, facts.filed_on):
            yield finding(paper, "custodian", says=of_table(SAYS, table_of(type(paper))), valid_to=term(paper)[1])


def _valid(paper: Paper, on: date) -> bool:
    """Whether a document is valid on that day; what is not given sets no limit."""
    first, last = term(paper)
    return (first is None or first <= on) and (last is None or last >= on)


def _passport(custodian: str, *, issued: str | None = "2019-05-01", expires: str | None = "2029-04-30") -> Passport:
    return Passport(
        custodian=custodian,
        issued=day(issued) if issued else None,
        expires=day(expires) if expires else None,
    )


def _permit(custodian: str, *, valid_to: str = "2029-04-30") -> Permit:
    return Permit(custodian=custodian, valid_from=day("2019-05-01"), valid_to=day(valid_to))


custody_of_documents.cases(
    silent("护照由政治部保管", report(_passport("政治部"))),
    silent("通行证由政治部保管", report(_permit("政治部"))),
    silent("机构名称中有“个人”二字", report(_passport("个人事项办公室"))),
    flagged("护照没有填写保管机构", report(_passport("")), at=("custodian",)),
    flagged("通行证没有填写保管机构", report(_permit(""))),
    flagged("写“本人”", report(_passport("本人"))),
    flagged("写“个人”", report(_passport("个人"))),
    flagged("写“自己”", report(_permit("自己"))),
    flagged("写“家中”", report(_permit("家中"))),
    flagged("写“由本人自行保管”", report(_passport("由本人自行保管"))),
    flagged("写“自行保管”", report(_passport("自行保管"))),
    flagged("写“本人持有”", report(_passport("本人 持有"))),
    *(
        flagged(f"写“{words}”", report(_permit(words)))
        for words in ("由个人保管", "由自己持有", "本人保管", "个人持有", "自己自行持有", "家中自行保管")
    ),
    flagged("填报当日到期，仍有效", report(_passport("", expires="2026-01-20"))),
    silent("填报前一日到期", report(_passport("", expires="2026-01-19"))),
    silent("通行证填报前一日到期", report(_permit("本人", valid_to="2026-01-19"))),
    flagged("填报当日签发", report(_passport("", issued="2026-01-20"))),
    silent("签发日在填报日以后", report(_passport("", issued="2026-01-21"))),
    flagged("没有填有效期的按有效核对", report(_passport("", issued=None, expires=None))),
    flagged("护照、通行证都由本人保管，各一条", report(_passport("本人"), _permit("本人")), times=2),
)
