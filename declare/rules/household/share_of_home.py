"""单独所有、家庭内共同共有的房产，本家庭份额为100%；按份共有的份额大于0、不超过100%。"""

from collections.abc import Iterator
from decimal import Decimal

from declare.items.choices import Ownership, Relation
from declare.items.filing import Member
from declare.items.real_estate import RealEstate
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.kinship import household

WHOLE = Decimal(100)

OUT_OF_RANGE = Text(
    "房产第{row}项为按份共有，本家庭份额填{share}%，应大于0、不超过100%，请核对。",
    "Row {row} of the real estate is held by shares, with {share}% as the family’s; "
    "it must be above 0 and at most 100. Please check.",
)


@rule(
    "B23",
    Text("共有份额有误", "Share of ownership cannot be"),
    severity=1,
    basis=FORM.whole("表14"),
    audience=DECLARANT,
    says=Text(
        "房产第{row}项为单独所有或家庭成员共同共有，本家庭份额应为100%，填{share}%，请核对。",
        "Row {row} of the real estate is wholly the family’s, so its share must be 100%, not {share}%. Please check.",
    ),
    reads=(RealEstate,),
)
def impossible(facts: Facts) -> Iterator[Found]:
    """Shares that do not go with the way the home is owned."""
    for home in facts.rows(RealEstate):
        share = home.share
        if share is None or share == WHOLE:
            continue
        if home.ownership is Ownership.SHARES:
            if not 0 < share <= WHOLE:
                yield finding(home, "share", says=OUT_OF_RANGE, share=share)
        elif home.ownership is Ownership.SOLE or _within_the_family(facts, home):
            yield finding(home, "share", share=share)


def _within_the_family(facts: Facts, home: RealEstate) -> bool:
    """Whether the joint owners are several people of the household and nobody else.

    A single owner named as a joint one shares with somebody who is not of the family.
    """
    return home.ownership is Ownership.JOINT and len(home.owners) > 1 and household(facts).issuperset(home.owners)


SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
PARENT = Member(key="pa", relation=Relation.PARENT)


def _home(ownership: Ownership | None, share: str | None, *owners: str) -> RealEstate:
    return RealEstate(owners=owners or ("self",), ownership=ownership, share=num(share) if share else None)


impossible.cases(
    silent("单独所有100%", report(_home(Ownership.SOLE, "100.00"))),
    flagged("单独所有50%", report(_home(Ownership.SOLE, "50.00")), at=("share",)),
    silent("夫妻共同共有100%", report(_home(Ownership.JOINT, "100.0", "self", "sp"), family=(SPOUSE,))),
    flagged("夫妻共同共有50%", report(_home(Ownership.JOINT, "50.00", "self", "sp"), family=(SPOUSE,))),
    silent("与父母共同共有50%", report(_home(Ownership.JOINT, "50.00", "self", "pa"), family=(PARENT,))),
    silent("与家庭以外的人共同共有，只列本人", report(_home(Ownership.JOINT, "50.00", "self"))),
    silent("按份共有30%", report(_home(Ownership.SHARES, "30.00"))),
    silent("按份共有正好100%", report(_home(Ownership.SHARES, "100.00", "self", "sp"), family=(SPOUSE,))),
    silent("按份共有0.01%", report(_home(Ownership.SHARES, "0.01"))),
    flagged("按份共有为零", report(_home(Ownership.SHARES, "0.00")), at=("share",)),
    flagged("按份共有为负", report(_home(Ownership.SHARES, "-5.00"))),
    flagged("按份共有超过100%", report(_home(Ownership.SHARES, "100.01"))),
    flagged("单独所有超过100%", report(_home(Ownership.SOLE, "100.01"))),
    silent("份额未填", report(_home(Ownership.SOLE, None))),
    silent("夫妻所有，共有方式未填", report(_home(None, "50.00", "self", "sp"), family=(SPOUSE,))),
    silent("共有方式未填", report(_home(None, "50.00"))),
)
