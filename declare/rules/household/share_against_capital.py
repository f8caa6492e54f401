"""个人出资比例应等于个人认缴出资额除以注册资本；只差末位舍入的不算。"""

from collections.abc import Iterator
from decimal import Decimal

from declare.items.businesses import Business
from declare.items.choices import CompanyKind, CompanyState
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding

OVER = (CompanyState.CANCELLED, CompanyState.TRANSFERRED)
ABROAD = CompanyKind.OVERSEAS
HUNDRED = Decimal(100)


@rule(
    "B16",
    Text("出资比例与金额不符", "Share does not fit the amount"),
    severity=2,
    basis=FORM.whole("表18"),
    audience=DECLARANT,
    says=Text(
        "经商办企业第{row}项填写出资比例{percent}%，按认缴{subscribed}万元、注册资本{capital}万元计算为{computed}%，请核对。",
        "Row {row} of the businesses states a share of {percent}%; {subscribed} of {capital} "
        "(10,000 yuan) comes to {computed}%. Please check.",
    ),
    reads=(Business,),
)
def share(facts: Facts) -> Iterator[Found]:
    """Shares that differ from amount / capital by more than the rounding of the three numbers can explain."""
    for firm in facts.rows(Business):
        part, whole, percent = firm.subscribed, firm.capital, firm.percent
        if part is None or not whole or percent is None or firm.kind is ABROAD or firm.state in OVER:
            continue
        off = abs(HUNDRED * part - percent * whole)
        if not off:
            continue
        rounding = _half(percent) * whole + HUNDRED * _half(part) + abs(percent) * _half(whole)
        if off > rounding:
            computed = (HUNDRED * part / whole).quantize(Decimal("0.01"))
            yield finding(firm, "percent", percent=percent, subscribed=part, capital=whole, computed=computed)


def _half(value: Decimal) -> Decimal:
    """Half a unit of the last place shown: 0.005 for 30.00."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


def _firm(
    subscribed: str | None,
    capital: str | None,
    percent: str | None,
    *,
    kind: CompanyKind = CompanyKind.LIMITED,
    state: CompanyState = CompanyState.OPEN,
) -> Business:
    return Business(
        who="sp",
        kind=kind,
        state=state,
        subscribed=num(subscribed) if subscribed else None,
        capital=num(capital) if capital else None,
        percent=num(percent) if percent else None,
    )


share.cases(
    silent("100万元中的30万元，填30%", report(_firm("30.00", "100.00", "30.00"))),
    flagged(
        "100万元中的30万元，填35%",
        report(_firm("30.00", "100.00", "35.00")),
        at=("percent",),
        says="注册资本100.00万元计算为30.00%",
    ),
    flagged("比例填低", report(_firm("30.00", "100.00", "25.00"))),
    silent("三分之一填33.33%", report(_firm("100.00", "300.00", "33.33"))),
    silent("末位进位一分，仍在舍入之内", report(_firm("100.00", "300.00", "33.34"))),
    flagged("超出舍入一分", report(_firm("100.00", "300.00", "33.35"))),
    silent("三分之一填33%，只显示到个位", report(_firm("100.00", "300.00", "33"))),
    flagged("三分之一填34%，只显示到个位", report(_firm("100.00", "300.00", "34"))),
    silent("小额出资，金额本身的舍入可以解释", report(_firm("0.03", "0.10", "32.00"))),
    silent("三个数只显示到个位，正好在舍入之内", report(_firm("1", "1", "33"))),
    flagged("三个数只显示到个位，超出舍入", report(_firm("1", "1", "32"))),
    silent("出资额只显示到万元", report(_firm("1", "3.00", "40.00"))),
    flagged("认缴为零而比例不为零", report(_firm("0.00", "100.00", "30.00"))),
    silent("注册资本未填", report(_firm("30.00", None, "35.00"))),
    silent("注册资本为零", report(_firm("30.00", "0.00", "35.00"))),
    silent("认缴额未填", report(_firm(None, "100.00", "35.00"))),
    silent("比例未填", report(_firm("30.00", "100.00", None))),
    silent("已注销", report(_firm("30.00", "100.00", "35.00", state=CompanyState.CANCELLED))),
    silent("已转让", report(_firm("30.00", "100.00", "35.00", state=CompanyState.TRANSFERRED))),
    flagged("停业的仍要相符", report(_firm("30.00", "100.00", "35.00", state=CompanyState.DORMANT))),
    silent("境外注册", report(_firm("30.00", "100.00", "35.00", kind=CompanyKind.OVERSEAS))),
    flagged("两家都不符，各一条", report(_firm("30.00", "100.00", "35.00"), _firm("1.00", "9.00", "90.00")), times=2),
)
