"""经商办企业按认缴数额填报，不得少于登记的认缴出资额。"""

from collections.abc import Iterator

from declare.items.choices import CompanyState
from declare.items.registries import FirmRecord
from declare.items.registries.choices import CompanyRole
from declare.law import M17, R17, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.firm_scenes import OTHER_CODE, business, registered
from declare.rules.household_scenes import ALL, SPOUSE
from declare.rules.registered import firms_held


@rule(
    "F15",
    Text("出资额小于登记", "Subscription below the registered one"),
    severity=3,
    basis=(R17.article(4, 5), M17.article(3, 4)),
    clause="M17-3(4)",
    audience=REVIEWER,
    says=Text(
        "经商办企业第{row}项填报认缴出资{declared}万元，登记为{registered}万元，请核对。",
        "Row {row} of the businesses reports {declared} (10,000 yuan) subscribed; the register has {registered}. "
        "Please check.",
    ),
    reads=(FirmRecord,),
)
def subscription_in_register(facts: Facts) -> Iterator[Found]:
    """Firms of which less is reported as subscribed than the register has."""
    for pair in firms_held(facts):
        registered, declared = pair.registered.amount, pair.same.amount if pair.same else None
        if pair.same and registered is not None and declared is not None and registered > declared:
            also = tuple((row, "subscribed") for row in pair.registered.rows if row.subscribed)
            yield finding(pair.same.row, "subscribed", also=also, declared=declared, registered=registered)


subscription_in_register.cases(
    silent("认缴额一致", report(business(), family=SPOUSE), registered()),
    flagged(
        "少一分", report(business(subscribed="29.99"), family=SPOUSE), registered(), at=("subscribed", "subscribed")
    ),
    silent("填报的更多", report(business(subscribed="30.01"), family=SPOUSE), registered()),
    flagged("填报为零", report(business(subscribed="0"), family=SPOUSE), registered()),
    silent("没有填报认缴额", report(business(subscribed=None), family=SPOUSE), registered()),
    silent("登记没有认缴额", report(business(subscribed="1"), family=SPOUSE), registered(subscribed=None)),
    silent("没有填报这家企业", report(family=SPOUSE), registered()),
    silent("代码不同，不能确定是同一家", report(business(OTHER_CODE, subscribed="1"), family=SPOUSE), registered()),
    silent("填的是别人的出资", report(business(who="c1", subscribed="1"), family=ALL), registered()),
    flagged("停业的企业", report(business(subscribed="1"), family=SPOUSE), registered(state=CompanyState.DORMANT)),
    silent("已注销", report(business(subscribed="1"), family=SPOUSE), registered(state=CompanyState.CANCELLED)),
    flagged(
        "两行登记合并比较，只一条",
        report(business(), family=SPOUSE),
        registered(),
        registered(role=CompanyRole.OWNER, subscribed="5.00"),
        at=("subscribed", "subscribed", "subscribed"),
    ),
    silent("另有任职一行", report(business(), family=SPOUSE), registered(), registered(role=CompanyRole.SENIOR)),
)
