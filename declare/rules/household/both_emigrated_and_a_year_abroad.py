"""第三条（六）把“移居”和“未移居但连续在国（境）外一年以上”分开：同一人同一时期只填其中一表。"""

from collections.abc import Iterator

from declare.items.emigration import Emigration, ResidenceAbroad
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.emigration import given_up
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding


@rule(
    "B13",
    Text("同一人同时列入移居与一年以上", "Same person under emigration and under a year abroad"),
    severity=2,
    basis=R17.article(3, 6),
    audience=DECLARANT,
    says=Text(
        "一年以上情况第{row}项的同一人自{moved}起已列为移居，两项时间重叠，请核对应填哪一表。",
        "Row {row} of the stays of a year or more overlaps with the same person’s move abroad from {moved}. "
        "Please check which of the two tables it belongs in.",
    ),
    reads=(ResidenceAbroad,),
)
def both_tables(facts: Facts) -> Iterator[Found]:
    """The stays that go on after the same person had moved abroad; a shared day is no overlap."""
    moves = [row for row in facts.standing(Emigration) if row.who and row.since is not None and not given_up(row)]
    for stay in facts.rows(ResidenceAbroad):
        end = stay.until or facts.filed_on
        for move in moves:
            if move.who == stay.who and move.since is not None and move.since < end and not given_up(stay):
                yield finding(stay, "who", also=((move, "who"),), moved=move.since, until=end)
                break


def _moved(since: str, *, who: str = "ch", remark: str = "") -> Emigration:
    return Emigration(who=who, country="CA", since=day(since), remark=remark)


def _stay(until: str | None, *, who: str = "ch", remark: str = "") -> ResidenceAbroad:
    end = day(until) if until else None
    return ResidenceAbroad(who=who, country="CA", since=day("2021-09-01"), until=end, remark=remark)


both_tables.cases(
    flagged("2024年9月移居，一年以上仍填至今", report(_stay(None), _moved("2024-09-01")), at=("who", "who")),
    flagged("移居次日一年以上才结束", report(_stay("2024-09-02"), _moved("2024-09-01"))),
    silent("移居当日一年以上结束", report(_stay("2024-09-01"), _moved("2024-09-01"))),
    silent("移居就在报告当日，仍在境外", report(_stay(None), _moved("2026-01-20"))),
    silent("两个子女各填一表", report(_stay(None, who="ch1"), _moved("2024-09-01", who="ch2"))),
    silent("移居备注已放弃", report(_stay(None), _moved("2020-09-01", remark="2021年已放弃"))),
    silent("一年以上备注已放弃", report(_stay(None, remark="居留已放弃"), _moved("2024-09-01"))),
    silent("两项都未填姓名", report(_stay(None, who=""), _moved("2024-09-01", who=""))),
    silent("移居时间未填", report(_stay(None), Emigration(who="ch", country="CA"))),
    flagged("一人一项，两次移居只提示一次", report(_stay(None), _moved("2023-09-01"), _moved("2024-09-01"))),
    flagged("补报一年以上，上年已报移居", report(_stay(None), year=2026), report(_moved("2024-09-01"))),
)
