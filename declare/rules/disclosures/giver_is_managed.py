"""不得收受可能影响公正执行公务的礼品、礼金；管理服务对象所送的应当如实填写关系并拒收、退还或者上交。"""

from collections.abc import Iterator

from declare.items.disclosures import ForeignGift, Gift
from declare.items.disclosures.choices import GiftDirection, GiftOutcome, GiverRelation
from declare.items.registries import Managed
from declare.law import D15, D18, D23, ZWCF, Text
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.gifts import received
from declare.rules.happening import day_of
from declare.rules.subject import Subject

SETTLED = (GiftOutcome.REFUSED, GiftOutcome.RETURNED, GiftOutcome.HANDED_OVER)

RELATION = Text(
    "送礼单位在管理服务对象名单中，与本人关系填为其他，请核对并说明。",
    "The giver’s unit is on the list of managed and served parties, but the relation given is another. "
    "Please check and explain.",
)


@rule(
    "E07",
    Text("送礼人为管理服务对象", "Giver is a managed or served party"),
    severity=4,
    basis=(D23.article(97), D18.article(88), D15.article(83), ZWCF.article(34)),
    audience=REVIEWER,
    says=Text(
        "送礼单位在管理服务对象名单中，礼品没有拒收、退还或者上交，请核对并说明。",
        "The giver’s unit is on the list of managed and served parties, and the gift was not refused, returned or "
        "handed over. Please check and explain.",
    ),
    reads=(Gift, ForeignGift),
    scope=PERSON,
)
def giver_is_managed(subject: Subject) -> Iterator[Found]:
    """Gifts of listed units, unless they were settled and the relation is said openly."""
    if not subject.around.managed:
        return
    for gift in received(subject):
        settled = gift.outcome in SETTLED
        if settled and gift.relation is GiverRelation.MANAGED:
            continue
        if not subject.around.manages(uscc=gift.giver_uscc, name=gift.giver_unit):
            continue
        on = day_of(gift, subject)
        if settled:
            yield finding(gift, "relation", says=RELATION, on=on)
        else:
            yield finding(gift, "giver_uscc" if gift.giver_uscc else "giver_unit", "outcome", on=on)


_LIST = (Managed(name="江东永固消防工程有限公司", uscc="91320100MA1MW8Y26X"), Managed(name="永固"))


def _gift(
    outcome: GiftOutcome | None = GiftOutcome.KEPT,
    relation: GiverRelation | None = GiverRelation.MANAGED,
    *,
    unit: str = "江东永固消防工程有限公司",
    uscc: str = "",
    giver: str = "张某",
    direction: GiftDirection | None = None,
) -> Gift:
    return Gift(
        happened=day("2025-08-01"),
        giver=giver,
        giver_unit=unit,
        giver_uscc=uscc,
        outcome=outcome,
        relation=relation,
        direction=direction,
    )


_WHEN = "2025-08-20"
_FOREIGN = ForeignGift(happened=day("2025-08-01"), giver_unit="江东永固消防工程有限公司", outcome=GiftOutcome.KEPT)

giver_is_managed.cases(
    flagged("名单单位所送，留存", told(_gift(), filed_on=_WHEN), managed=_LIST, at=("giver_unit", "outcome")),
    flagged("名单单位所送，待处理", told(_gift(GiftOutcome.PENDING), filed_on=_WHEN), managed=_LIST),
    flagged("名单单位所送，处理方式未填", told(_gift(None), filed_on=_WHEN), managed=_LIST),
    *(
        silent(f"{outcome.label.zh}并如实填写关系", told(_gift(outcome), filed_on=_WHEN), managed=_LIST)
        for outcome in SETTLED
    ),
    *(
        flagged(
            f"{outcome.label.zh}而关系填为朋友",
            told(_gift(outcome, GiverRelation.FRIEND), filed_on=_WHEN),
            managed=_LIST,
        )
        for outcome in SETTLED
    ),
    flagged(
        "已上交而关系未填", told(_gift(GiftOutcome.HANDED_OVER, None), filed_on=_WHEN), managed=_LIST, at=("relation",)
    ),
    flagged(
        "按代码相符",
        told(_gift(unit="永固公司", uscc="91320100ma1mw8y26x"), filed_on=_WHEN),
        managed=_LIST,
        at=("giver_uscc", "outcome"),
    ),
    flagged("名称写法不同", told(_gift(unit="江东　永固消防工程有限公司"), filed_on=_WHEN), managed=_LIST),
    silent("不在名单中", told(_gift(unit="江东安达检测有限公司"), filed_on=_WHEN), managed=_LIST),
    silent("名单中的简称太短", told(_gift(unit="永固"), filed_on=_WHEN), managed=_LIST),
    silent("没有填单位", told(_gift(unit=""), filed_on=_WHEN), managed=_LIST),
    silent("没有名单", told(_gift(), filed_on=_WHEN)),
    silent("赠送给名单单位的", told(_gift(direction=GiftDirection.GIVEN), filed_on=_WHEN), managed=_LIST),
    flagged("在涉外活动中收受的", told(_FOREIGN, filed_on=_WHEN), managed=_LIST),
)
