"""股票、基金总额由无到有、由有到无，又没有相应的收入、购置或者出售的，请说明。"""

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from msgspec import structs

from declare.items.choices import EstateExit, EstateSource, FamilyChange, FilingKind, LendingSide, Relation
from declare.items.filing import Closing, Filing
from declare.items.private_lending import PrivateLending
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry, table_of
from declare.items.wages import Wages
from declare.law import M17, R17, Dated, Text
from declare.rules.balance import ZERO, Balance, balance, cents, value_of
from declare.rules.belonging import in_both
from declare.rules.book import rule
from declare.rules.cases import day, flagged, num, report, silent
from declare.rules.facts import Facts, answered
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.likeness import of_table
from declare.rules.year_on_year import one_family

LEAST = Dated(
    "C06.least",
    {"2017-02-08": 50},
    basis=None,
    checked="2026-11-01",
    title=Text("总额出现或者消失超过多少才询问", "Total that may appear or disappear without a question"),
    unit=Text("万元", "10,000 yuan"),
)
TABLES: tuple[type[Entry], ...] = (Stock, Fund)
VALUE = attrgetter("value")

GONE = Text(
    "《{table}》上年共{amount}万元，本年没有；购房、其他投资、出借和还款等可见的用途{matched}万元，请说明。",
    "“{table}” came to {amount} last year and to nothing now, while homes bought, other holdings, loans and repayments account "
    "for {matched} (10,000 yuan). Please explain.",
)


@rule(
    "C06",
    Text("股票基金由有到无或由无到有", "Shares or funds appear or disappear at once"),
    severity=3,
    basis=(R17.article(4, 4), M17.article(3, 3), M17.article(4, 8)),
    audience=REVIEWER,
    says=Text(
        "《{table}》上年没有，本年共{amount}万元；收入、处置房产、借入和收回其他投资等可见的来源{matched}万元，请说明。",
        "“{table}” came to nothing last year and to {amount} now, while income, homes disposed of, loans and other holdings given up "
        "account for {matched} (10,000 yuan). Please explain.",
    ),
    clause=M17.clause(3, 3),
    thresholds=(LEAST,),
)
def jump(facts: Facts) -> Iterator[Found]:
    """Totals of shares or of funds that appear or disappear, beyond what came in or went out elsewhere.

    Where the family is another than last year it matters whose a holding is.
    """
    last = facts.last_year
    if not facts.annual or last is None:
        return
    least = value_on(LEAST, facts.filed_on)
    for table in TABLES:
        if _told(facts.filing, table) is _told(last, table) and one_family(facts):
            continue
        household = in_both(last, facts.filing)
        now, before = value_of(facts.filing, table, household), value_of(last, table, household)
        year = None if now is None or before is None or bool(now) is bool(before) else balance(facts)
        if year is None or now is None or before is None:
            continue
        amount, matched = (now, _sources(year, table)) if now else (before, _uses(year, table))
        if amount - matched > least:
            yield _finding(facts.filing if now else last, table, amount=amount, matched=matched, gone=not now)


def _told(filing: Filing, table: type[Entry]) -> bool:
    """Whether a report tells of anything worth something in a table."""
    answer = answered(filing, table)
    return answer is not None and any(map(VALUE, answer.entries))


def _finding(filing: Filing, table: type[Entry], *, amount: Decimal, matched: Decimal, gone: bool) -> Found:
    """The finding, at the rows that appeared, or at last year's where they are gone."""
    answer = answered(filing, table)
    return finding(
        None,
        also=tuple((row, "value") for row in answer.entries) if answer else (),
        says=of_table(GONE if gone else jump.says, table_of(table)),
        thresholds=(LEAST,),
        amount=cents(amount),
        matched=cents(matched),
    )


def _elsewhere(year: Balance, table: type[Entry]) -> Decimal:
    """What was put into other holdings and loans less what was taken out."""
    return year.grown - year.gains.get(table_of(table).key, ZERO) + year.lent - year.borrowed


def _sources(year: Balance, table: type[Entry]) -> Decimal:
    """What a new holding can have been paid from."""
    return year.income + year.disposals + year.received + max(ZERO, -_elsewhere(year, table))


def _uses(year: Balance, table: type[Entry]) -> Decimal:
    """What the money from a holding given up can have gone into."""
    return year.price + max(ZERO, _elsewhere(year, table))


_NONE = (Stock, Fund, Insurance, PrivateLending, RealEstate)
_SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
_BORROWED, _LENT = LendingSide


def _year(
    *entries: Entry,
    year: int = 2025,
    family: tuple[Member, ...] = (),
    none: tuple[type[Entry], ...] = _NONE,
    kind: FilingKind = FilingKind.ANNUAL,
    other_matters: str = "",
) -> Filing:
    closing = Closing(promise=True, other_matters=other_matters)
    empty = tuple(table for table in none if not any(isinstance(entry, table) for entry in entries))
    return report(
        *(structs.replace(entry) for entry in entries), year=year, none=empty, family=family, kind=kind, closing=closing
    )


def _stock(value: str, *, holder: str = "self", quantity: int | None = 100) -> Stock:
    return Stock(holder=holder, code="600000", quantity=quantity, value=num(value))


def _fund(value: str) -> Fund:
    return Fund(holder="self", code="000001", units=num("10"), value=num(value))


def _home(price: str) -> RealEstate:
    return RealEstate(
        owners=("self",), certificate="一证", source=EstateSource.BOUGHT, price=num(price), traded="2025-06"
    )


def _loan(side: LendingSide, amount: str) -> PrivateLending:
    return PrivateLending(who="self", side=side, amount=num(amount), since=day("2025-06-01"))


_SOLD = RealEstate(
    owners=("self",), certificate="旧证", exit=EstateExit.SOLD, exit_date="2025-06", exit_price=num("100.00")
)
_LAST = _year(year=2024)
_HELD = _year(_stock("120.00"), year=2024)

jump.cases(
    flagged("股票由无到有", _year(_stock("120.00")), _LAST, at=("value",), says="上年没有"),
    flagged("股票由有到无", _year(), _HELD),
    flagged("基金由无到有", _year(_fund("120.00")), _LAST),
    flagged("基金由有到无", _year(), _year(_fund("120.00"), year=2024)),
    flagged("股票基金都由无到有", _year(_stock("120.00"), _fund("200.00")), _LAST, times=2),
    silent("两年都有", _year(_stock("900.00")), _HELD),
    silent("两年都没有", _year(), _LAST),
    silent("没有上年报告", _year(_stock("120.00"))),
    silent("补充报告不比较", _year(_stock("120.00"), kind=FilingKind.CHANGE), _LAST),
    silent("上年没有答股票表", _year(_stock("120.00")), _year(year=2024, none=(Fund,))),
    silent("本年没有答股票表", _year(none=(Fund,)), _HELD),
    silent("正好50万元", _year(_stock("50.00")), _LAST),
    flagged("超过50万元一分", _year(_stock("50.01")), _LAST),
    silent("由有到无，正好50万元", _year(), _year(_stock("50.00"), year=2024)),
    flagged("由有到无，超过50万元一分", _year(), _year(_stock("50.01"), year=2024)),
    flagged("上年填了一项，市值为零", _year(_stock("120.00")), _year(_stock("0.00"), year=2024)),
    silent("收入可以相抵，相差正好50万元", _year(_stock("70.00"), Wages(total=num("20.00"))), _LAST),
    flagged("收入抵后相差多一分", _year(_stock("70.01"), Wages(total=num("20.00"))), _LAST),
    silent(
        "有配偶的，收入加倍",
        _year(_stock("90.00"), Wages(total=num("20.00")), family=(_SPOUSE,)),
        _year(year=2024, family=(_SPOUSE,)),
    ),
    silent("出售房产的价款买入", _year(_stock("150.00"), _SOLD), _LAST),
    silent("继承所得买入", _year(_stock("150.00"), other_matters="继承存款100万元"), _LAST),
    silent("借入后买入", _year(_stock("150.00"), _loan(_BORROWED, "100.00")), _LAST),
    silent(
        "卖出基金买入股票",
        _year(_stock("150.00")),
        _year(_fund("100.00"), year=2024),
    ),
    flagged("又借出的不是来源", _year(_stock("120.00"), _loan(_LENT, "100.00")), _LAST),
    silent("卖出后购房", _year(_home("70.00")), _HELD),
    flagged("购房的价款少一分", _year(_home("69.99")), _HELD),
    silent("卖出后买入保险", _year(Insurance(holder="self", paid=num("70.00"))), _HELD),
    silent("卖出后出借", _year(_loan(_LENT, "70.00")), _HELD),
    silent("卖出后还债", _year(), _year(_stock("120.00"), _loan(_BORROWED, "70.00"), year=2024)),
    flagged("收入不是卖出的用途", _year(Wages(total=num("70.00"))), _HELD),
    silent("新配偶持有", _year(_stock("120.00", holder="sp"), family=(_SPOUSE,)), _LAST),
    silent("家庭有变化，本人两年都有", _year(_stock("900.00"), family=(_SPOUSE,)), _HELD),
    flagged(
        "上年由已离婚的配偶持有，本年由本人持有",
        _year(_stock("120.00"), family=(structs.replace(_SPOUSE, change=FamilyChange.DIVORCE),)),
        _year(_stock("120.00", holder="sp"), year=2024, family=(_SPOUSE,)),
    ),
    silent("本年没有答该表，家庭有变化", _year(none=(Fund,), family=(_SPOUSE,)), _HELD),
    silent("上年没有答该表，家庭有变化", _year(_stock("120.00"), family=(_SPOUSE,)), _year(year=2024, none=(Fund,))),
    flagged("数量没有填，按市值", _year(_stock("120.00", quantity=None)), _LAST),
)
