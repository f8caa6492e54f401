"""不得接受管理服务对象、下属等可能影响公正执行公务的宴请和旅游、健身、娱乐等活动安排。"""

from collections.abc import Iterator

from declare.items.disclosures import Invitation
from declare.items.disclosures.choices import GiverRelation, Payer
from declare.items.registries import Managed
from declare.law import D15, D18, D23, ZWCF, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.happening import day_of
from declare.rules.subject import Subject

DEPENDENT = (GiverRelation.MANAGED, GiverRelation.SUBORDINATE)

SAID = Text(
    "邀请人填为管理服务对象或者下属，没有谢绝，费用不是自付，请核对并说明。",
    "The host is entered as a managed or served party or a subordinate; the invitation was not declined, and the "
    "declarant did not pay. Please check and explain.",
)


@rule(
    "E18",
    Text("接受管理服务对象宴请旅游健身娱乐", "Hosted by a managed or served party"),
    severity=4,
    basis=(D23.article(101), D18.article(92), D15.article(86, verified=False), ZWCF.article(34)),
    audience=REVIEWER,
    says=Text(
        "邀请单位在管理服务对象名单中，没有谢绝，费用不是自付，请核对并说明。",
        "The host’s unit is on the list of managed and served parties; the invitation was not declined, and the "
        "declarant did not pay. Please check and explain.",
    ),
    reads=(Invitation,),
    scope=PERSON,
)
def hosted_by_managed(subject: Subject) -> Iterator[Found]:
    """Invitations of managed parties and subordinates that were accepted and not paid for."""
    for event in subject.each(Invitation):
        if event.declined or event.payer is Payer.SELF:
            continue
        if subject.around.manages(uscc=event.host_uscc, name=event.host_unit):
            yield finding(event, "host_uscc" if event.host_uscc else "host_unit", "payer", on=day_of(event, subject))
        elif event.relation in DEPENDENT:
            yield finding(event, "relation", "payer", says=SAID, on=day_of(event, subject))


_LIST = (Managed(name="江东永固消防工程有限公司", uscc="91320100MA1MW8Y26X"),)


def _event(
    relation: GiverRelation | None = GiverRelation.PARTNER,
    *,
    unit: str = "",
    uscc: str = "",
    payer: Payer | None = Payer.HOST,
    declined: bool | None = None,
) -> Kept:
    event = Invitation(
        happened=day("2025-08-10"), relation=relation, host_unit=unit, host_uscc=uscc, payer=payer, declined=declined
    )
    return told(event, filed_on="2025-08-20")


_FIRM = "江东 永固消防工程有限公司"

hosted_by_managed.cases(
    flagged("关系为管理服务对象", _event(GiverRelation.MANAGED), at=("relation", "payer")),
    flagged("关系为下属", _event(GiverRelation.SUBORDINATE)),
    *(
        silent(f"关系为{relation.label.zh}", _event(relation))
        for relation in GiverRelation
        if relation not in DEPENDENT
    ),
    silent("关系未填", _event(None)),
    flagged("邀请单位在名单中，按名称", _event(unit=_FIRM), managed=_LIST, at=("host_unit", "payer")),
    flagged("邀请单位在名单中，按代码", _event(uscc="91320100ma1mw8y26x"), managed=_LIST, at=("host_uscc", "payer")),
    silent("邀请单位不在名单中", _event(unit="江东安达检测有限公司"), managed=_LIST),
    silent("谢绝", _event(GiverRelation.MANAGED, declined=True)),
    flagged("没有谢绝", _event(GiverRelation.MANAGED, declined=False)),
    silent("名单单位邀请，谢绝", _event(unit=_FIRM, declined=True), managed=_LIST),
    silent("自费", _event(GiverRelation.MANAGED, payer=Payer.SELF)),
    silent("名单单位邀请，自费", _event(unit=_FIRM, payer=Payer.SELF), managed=_LIST),
    *(
        flagged(f"{payer.label.zh}", _event(GiverRelation.MANAGED, payer=payer))
        for payer in Payer
        if payer is not Payer.SELF
    ),
    flagged("费用承担未填", _event(GiverRelation.MANAGED, payer=None)),
    flagged("两样都符合，仍是一条", _event(GiverRelation.MANAGED, unit=_FIRM), managed=_LIST),
)
