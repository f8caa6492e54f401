"""本人的婚姻情况应与家庭成员相符：已婚的应填写配偶，未婚、离异、丧偶的不应再有现任配偶。"""

from collections.abc import Iterator

from declare.items.choices import FamilyChange, MaritalState, Relation
from declare.items.filing import Member
from declare.items.marriage import Marriage
from declare.law import M17, R17, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.kinship import spouse

NO_SPOUSE = Text(
    "婚姻状况填写为已婚，但家庭成员中没有配偶，请核对。",
    "The marital state is married, but no spouse is among the family. Please check.",
)
A_SPOUSE = Text(
    "婚姻状况填写为未婚、离异或者丧偶，但家庭成员中有配偶，请核对。",
    "The marital state is single, divorced or widowed, but a spouse is among the family. Please check.",
)


@rule(
    "B01",
    Text("婚姻状况与配偶信息矛盾", "Marital state does not fit the family"),
    severity=3,
    basis=(R17.article(3, 1), M17.article(4, 1)),
    clause="M17-4(1)",
    audience=DECLARANT,
    says=NO_SPOUSE,
    reads=(Marriage,),
)
def spouse_and_marital_state(facts: Facts) -> Iterator[Found]:
    """Marriages without a spouse, and spouses without a marriage; one who left by divorce or death is none."""
    partner = spouse(facts)
    for row in facts.rows(Marriage):
        if row.state is MaritalState.MARRIED and partner is None:
            yield finding(row, "state", says=NO_SPOUSE, state=row.state.value)
        elif row.state and row.state is not MaritalState.MARRIED and partner:
            yield finding(row, "state", also=(partner,), says=A_SPOUSE, state=row.state.value)


MARRIED, SINGLE, DIVORCED, WIDOWED = (
    Marriage(state=state)
    for state in (MaritalState.MARRIED, MaritalState.SINGLE, MaritalState.DIVORCED, MaritalState.WIDOWED)
)
SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
CHILD = Member(key="c1", relation=Relation.CHILD)
FORMER = Member(key="sp", relation=Relation.SPOUSE, change=FamilyChange.DIVORCE)
LATE = Member(key="sp", relation=Relation.SPOUSE, change=FamilyChange.DEATH)
NEWLY_WED = Member(key="sp2", relation=Relation.SPOUSE, change=FamilyChange.MARRIAGE)

spouse_and_marital_state.cases(
    silent("已婚，有配偶", report(MARRIED, family=(SPOUSE, CHILD))),
    silent("已婚，新婚的配偶", report(MARRIED, family=(FORMER, NEWLY_WED))),
    flagged("已婚，没有配偶", report(MARRIED, family=(CHILD,)), at=("state",)),
    flagged("已婚，只有已离婚的前配偶", report(MARRIED, family=(FORMER,))),
    flagged("未婚，有配偶", report(SINGLE, family=(SPOUSE,)), at=("state", "family")),
    flagged("离异，有配偶", report(DIVORCED, family=(SPOUSE,))),
    flagged("丧偶，有配偶", report(WIDOWED, family=(SPOUSE,))),
    silent("未婚，没有配偶", report(SINGLE)),
    silent("离异，前配偶注明离婚", report(DIVORCED, family=(FORMER,))),
    silent("丧偶，配偶注明去世", report(WIDOWED, family=(LATE,))),
    flagged("离异，又有新婚的配偶", report(DIVORCED, family=(FORMER, NEWLY_WED))),
    silent("没有填写婚姻状况", report(Marriage(), family=(SPOUSE,))),
    silent("没有填婚姻情况表", report(family=(SPOUSE,))),
    flagged(
        "本次没有填家庭成员的，沿用上次",
        report(SINGLE, family=None),
        report(MARRIED, family=(SPOUSE,), year=2024),
    ),
)
