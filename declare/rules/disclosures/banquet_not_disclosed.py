"""接受宴请应当报告；礼品、旅游和接待记录中提到宴请的，应有相应的报告。"""

from collections.abc import Iterator
from datetime import date

from declare.items.disclosures import ForeignGift, Gift, Invitation, Reception
from declare.items.disclosures.choices import GiverRelation, InvitationKind
from declare.items.spec import Entry
from declare.law import D15, D18, D23, Dated, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.gifts import received
from declare.rules.subject import Subject

WINDOW = Dated(
    "E10.window",
    {"2017-02-08": 3},
    basis=None,
    checked="2026-11-01",
    title=Text("宴请报告与记录相差不超过", "A banquet counts as disclosed within"),
    unit=Text("天", "days"),
)
BANQUETS = ("宴请", "赴宴", "饭局", "酒局", "聚餐", "吃请")
NOT_THERE = ("谢绝", "婉拒", "拒绝", "未参加", "没有参加", "没参加", "未接受", "没有接受")

Mention = tuple[Entry, str, date]
"""A record, the field that mentions a banquet, and its day."""


@rule(
    "E10",
    Text("宴请未备案", "Banquet not disclosed"),
    severity=3,
    basis=(D23.article(101), D18.article(92), D15.article(86, verified=False)),
    audience=REVIEWER,
    says=Text(
        "{happened}的记录提到宴请，前后{days}天内没有宴请报告，请核对并说明。",
        "The record of {happened} mentions a banquet, and none was disclosed within {days} days. "
        "Please check and explain.",
    ),
    thresholds=(WINDOW,),
    reads=(Gift, ForeignGift, Invitation, Reception),
    scope=PERSON,
)
def banquet_not_disclosed(subject: Subject) -> Iterator[Found]:
    """Records that mention a banquet on a day around which no invitation to one is disclosed."""
    disclosed = [
        one.happened for one in subject.each(Invitation) if one.kind is InvitationKind.BANQUET and one.happened
    ]
    for record, field, happened in _mentions(subject):
        days = value_on(WINDOW, happened)
        if not any(abs((happened - other).days) <= days for other in disclosed):
            yield finding(record, field, on=happened, thresholds=(WINDOW,), happened=happened, days=days)


def _mentions(subject: Subject) -> Iterator[Mention]:
    """Gifts, receptions and invitations to something else that speak of a banquet, each once."""
    for record, *fields in _told(subject):
        happened: date | None = getattr(record, "happened", None)
        field = next((field for field in fields if _of_a_banquet(getattr(record, field))), None)
        if field and happened:
            yield record, field, happened


def _told(subject: Subject) -> Iterator[tuple[Entry, *tuple[str, ...]]]:
    """The records that may mention a banquet, with the fields that may; what relatives gave or offered apart."""
    for gift in received(subject):
        if gift.relation is not GiverRelation.RELATIVE:
            yield gift, "occasion", "place", "refusal"
    for invitation in subject.each(Invitation):
        if invitation.relation is not GiverRelation.RELATIVE and not invitation.declined:
            yield invitation, "explanation", "venue"
    for reception in subject.each(Reception):
        yield reception, "activity"


def _of_a_banquet(text: str) -> bool:
    """Whether a text speaks of a banquet one went to."""
    return any(word in text for word in BANQUETS) and not any(word in text for word in NOT_THERE)


_WHEN = "2025-08-20"


def _gift(
    occasion: str = "",
    *,
    place: str = "",
    refusal: str = "",
    relation: GiverRelation = GiverRelation.PARTNER,
    happened: str = "2025-08-10",
) -> Kept:
    gift = Gift(
        happened=day(happened) if happened else None,
        occasion=occasion,
        place=place,
        refusal=refusal,
        relation=relation,
    )
    return told(gift, filed_on=_WHEN)


def _invited(
    kind: InvitationKind = InvitationKind.BANQUET,
    happened: str = "2025-08-10",
    explanation: str = "",
    *,
    declined: bool | None = None,
    relation: GiverRelation = GiverRelation.PARTNER,
) -> Kept:
    invitation = Invitation(
        happened=day(happened) if happened else None,
        kind=kind,
        explanation=explanation,
        declined=declined,
        relation=relation,
    )
    return told(invitation, filed_on=_WHEN)


_MENTIONED = _gift("宴请后送的茶叶")
_TRAVEL = InvitationKind.TRAVEL

banquet_not_disclosed.cases(
    flagged("礼品事由提到宴请，没有报告", _MENTIONED, at=("occasion",)),
    *(flagged(f"礼品事由提到{word}", _gift(f"{word}时所送")) for word in BANQUETS if word != "宴请"),
    flagged("礼品地点提到宴请", _gift(place="某饭店宴请现场"), at=("place",)),
    flagged("未能拒收的原因提到宴请", _gift(refusal="宴请结束时放在车上"), at=("refusal",)),
    silent("礼品没有提到宴请", _gift("春节慰问", place="办公室", refusal="对方坚持")),
    silent("当日有宴请报告", _MENTIONED, _invited()),
    silent("三天前有宴请报告", _MENTIONED, _invited(happened="2025-08-07")),
    silent("三天后有宴请报告", _MENTIONED, _invited(happened="2025-08-13")),
    flagged("宴请报告是四天前的", _MENTIONED, _invited(happened="2025-08-06")),
    flagged("宴请报告是四天后的", _MENTIONED, _invited(happened="2025-08-14")),
    flagged("宴请报告没有填时间", _MENTIONED, _invited(happened="")),
    flagged("只有健身活动的报告", _MENTIONED, _invited(InvitationKind.FITNESS)),
    *(silent(f"写明{word}宴请", _gift(f"{word}宴请后送来")) for word in NOT_THERE),
    silent("亲属所送", _gift("家宴聚餐", relation=GiverRelation.RELATIVE)),
    silent("没有填时间", _gift("宴请后送的茶叶", happened="")),
    flagged("涉外礼品提到宴请", told(ForeignGift(happened=day("2025-08-10"), occasion="宴请"), filed_on=_WHEN)),
    flagged("旅游报告提到聚餐", _invited(_TRAVEL, explanation="返程途中聚餐"), at=("explanation",)),
    flagged(
        "旅游报告的场所提到宴请",
        told(Invitation(happened=day("2025-08-10"), venue="宴请大厅"), filed_on=_WHEN),
        at=("venue",),
    ),
    silent("旅游报告提到聚餐，另有宴请报告", _invited(_TRAVEL, explanation="返程途中聚餐"), _invited()),
    silent("谢绝的旅游", _invited(_TRAVEL, explanation="返程途中聚餐", declined=True)),
    silent("亲属邀请的旅游", _invited(_TRAVEL, explanation="返程途中聚餐", relation=GiverRelation.RELATIVE)),
    silent("宴请报告本身", _invited(explanation="同学聚餐")),
    flagged(
        "接待记录提到宴请",
        told(Reception(happened=day("2025-08-10"), activity="企业宴请考察组"), filed_on=_WHEN),
        at=("activity",),
    ),
    silent("接待记录没有提到宴请", told(Reception(happened=day("2025-08-10"), activity="专项检查"), filed_on=_WHEN)),
    flagged("一件礼品几处提到，一条", _gift("宴请", place="聚餐", refusal="饭局")),
)
