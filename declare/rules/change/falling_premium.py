"""同一份保单累计缴纳的保费只增不减；本年比上年少的，请核对。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.choices import FilingKind
from declare.items.securities import Insurance
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.year_on_year import policies


@rule(
    "C07",
    Text("保费累计下降", "Premiums paid so far went down"),
    severity=2,
    basis=FORM.whole("表17"),
    audience=REVIEWER,
    says=Text(
        "上年保险第{row}项累计缴纳{before}万元，本年同一保单填写{now}万元，请核对。",
        "Row {row} of last year’s insurance had {before} paid in; the same policy now states {now} (10,000 yuan). Please check.",
    ),
    reads=(Insurance,),
)
def falling(facts: Facts) -> Iterator[Found]:
    """Policies still reported for which less is said to have been paid than last year."""
    for before, policy in policies(facts).both:
        if before.paid is not None and policy.paid is not None and policy.paid < before.paid:
            yield finding(before, "paid", before=before.paid, now=policy.paid)


def _policy(paid: str | None, number: str = "P-1234567", holder: str = "self") -> Insurance:
    return Insurance(holder=holder, policy_number=number, paid=num(paid) if paid else None)


_LAST = report(_policy("10.00"), year=2024)

falling.cases(
    flagged("累计保费少了一分", report(_policy("9.99")), _LAST, at=("paid",)),
    silent("累计保费不变", report(_policy("10.0")), _LAST),
    silent("累计保费增加", report(_policy("12.00")), _LAST),
    flagged("保单号写法不同", report(_policy("5.00", "p1234567")), _LAST),
    flagged("投保人变更", report(_policy("5.00", holder="sp")), _LAST),
    silent("另一份保单", report(_policy("5.00", "P-7654321")), _LAST),
    silent("保单号没有填", report(_policy("5.00", "")), report(_policy("10.00", ""), year=2024)),
    silent("本年没有这份保单", report(none=(Insurance,)), _LAST),
    silent("本年没有填累计保费", report(_policy(None)), _LAST),
    silent("上年没有填累计保费", report(_policy("5.00")), report(_policy(None), year=2024)),
    flagged("本年填零", report(_policy("0.00")), _LAST),
    silent("没有上年报告", report(_policy("5.00")), report(_policy("10.00"), year=2023)),
    silent("补充报告不比较", report(_policy("5.00"), kind=FilingKind.CHANGE), _LAST),
    flagged(
        "两份保单都少了",
        report(_policy("5.00"), _policy("6.00", "P-7654321")),
        report(_policy("7.00", "P-7654321"), _policy("10.00"), year=2024),
        times=2,
    ),
    silent(
        "两份保单只换了次序",
        report(_policy("5.00"), _policy("6.00", "P2")),
        report(_policy("6.00", "P2"), structs.replace(_policy("5.00")), year=2024),
    ),
)
