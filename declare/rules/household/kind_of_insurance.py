"""投资型保险兼有保障和投资功能，产品名称一般可以看出；只有保障功能的保险不必填报。"""

import re
from collections.abc import Iterator

from declare.items.securities import Insurance
from declare.law import FORM, Dated, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding, value_on

KINDS = ("两全", "年金", "投资连结", "投连", "万能", "分红")
TOLD = re.compile("|".join(KINDS))
ALSO = Dated(
    "B27.words",
    {"2017-02-08": ("增额", "终身寿", "养老", "教育金", "理财", "储蓄")},
    basis=None,
    checked="2026-11-01",
    title=Text("也看得出投资功能的字样", "Words that also show an investment function"),
)


@rule(
    "B27",
    Text("产品名称不似投资型保险", "Product does not look like investment-type insurance"),
    severity=2,
    basis=FORM.whole("表17"),
    audience=DECLARANT,
    says=Text(
        "投资型保险第{row}项的产品名称看不出投资功能，请核对产品全称，或者核对是否需要填报。",
        "The product named in row {row} of the insurance shows no investment function. "
        "Please check its full name, or whether it has to be declared.",
    ),
    thresholds=(ALSO,),
    reads=(Insurance,),
)
def product(facts: Facts) -> Iterator[Found]:
    """Products whose name holds none of the words that tell an investment."""
    for policy in facts.rows(Insurance):
        if not policy.product or TOLD.search(policy.product):
            continue
        if not any(word in policy.product for word in value_on(ALSO, facts.filed_on)):
            yield finding(policy, "product", thresholds=(ALSO,))


product.cases(
    flagged("百万医疗险", report(Insurance(product="康健百万医疗保险")), at=("product",)),
    flagged("定期寿险", report(Insurance(product="安心定期寿险"))),
    *(silent(f"名称有“{word}”", report(Insurance(product=f"福满{word}保险"))) for word in KINDS),
    silent("增额终身寿险", report(Insurance(product="传家增额终身寿险"))),
    *(silent(f"名称有“{word}”，系统参数", report(Insurance(product=f"福满{word}险"))) for word in ALSO.steps[0].value),
    silent("产品名称未填", report(Insurance())),
    flagged("两份各一条", report(Insurance(product="意外险"), Insurance(product="重疾险")), times=2),
)
