"""个人认缴出资额是注册资本（出资总额）的一部分，不会超过它。"""

from collections.abc import Iterator

from declare.items.businesses import Business
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding


@rule(
    "B17",
    Text("出资额大于注册资本", "Subscribed more than the registered capital"),
    severity=2,
    basis=FORM.whole("表18"),
    audience=DECLARANT,
    says=Text(
        "经商办企业第{row}项认缴出资额{subscribed}万元，大于注册资本{capital}万元，请核对金额和单位。",
        "Row {row} of the businesses: {subscribed} subscribed exceeds the registered capital of {capital} "
        "(10,000 yuan). Please check the amounts and their unit.",
    ),
    reads=(Business,),
)
def over_capital(facts: Facts) -> Iterator[Found]:
    """Rows whose subscribed amount exceeds the capital; both have to be given."""
    for firm in facts.rows(Business):
        part, whole = firm.subscribed, firm.capital
        if part is not None and whole is not None and part > whole:
            yield finding(firm, "subscribed", "capital", subscribed=part, capital=whole)


over_capital.cases(
    flagged(
        "认缴300万元，注册资本100万元",
        report(Business(subscribed=num("300.00"), capital=num("100.00"))),
        at=("subscribed", "capital"),
    ),
    flagged("多一分也算", report(Business(subscribed=num("100.01"), capital=num("100.00")))),
    silent("等于注册资本", report(Business(subscribed=num("100.0"), capital=num("100.00")))),
    silent("小于注册资本", report(Business(subscribed=num("30.00"), capital=num("100.00")))),
    silent("注册资本未填", report(Business(subscribed=num("30.00")))),
    silent("认缴额未填", report(Business(capital=num("30.00")))),
)
