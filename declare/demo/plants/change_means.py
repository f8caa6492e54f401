"""Group C, means from year to year: homes, sales, growth, holdings, premiums, firms, pay."""

from datetime import date
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from declare.demo.numbers import title
from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import add, add_always, change, change_in, spouse
from declare.demo.plants.household_means import another
from declare.demo.population.life import Life
from declare.demo.population.spelling import address
from declare.items.choices import CompanyState, EstateExit, EstateKind, LendingSide
from declare.items.private_lending import PrivateLending
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Stock

D = Decimal


def had(life: Life, *rows: RealEstate) -> None:
    """Homes of every report but the last."""
    for report in life.reports[:-1]:
        report.rows["real_estate"] = (*report.rows["real_estate"], *rows)


@plant("C01", "a flat is gone without a word", EstateKind.COMMODITY, True)
@plant("C01", "a flat is gone without a word, in three years", EstateKind.WELFARE, True, needs="three")
@plant("C01", "a storeroom is gone without a word", EstateKind.STORAGE, True)
@near("C01", "a flat is gone, and it was given away in the year", EstateKind.COMMODITY, False)
def vanished(life: Life, kind: EstateKind, silent: bool) -> None:
    home = another(life, kind=kind)
    if kind is EstateKind.STORAGE:
        own = life.now.rows["real_estate"][0].address
        home = replace(home, address=own.split("号")[0] + "号地下储藏间7", area=D("9.00"), price=D("6.00"))
    had(life, home)
    if not silent:
        gone = replace(home, exit=EstateExit.GIVEN, exit_date=f"{life.now.year}-08")
        add(life, "real_estate", gone)


@near("C01", "a home with a renewed certificate and a rewritten address")
def renewed(life: Life) -> None:
    where = life.now.rows["real_estate"][0].address
    change(life, "real_estate", certificate=title(life.random, life.now.year), address=address(where))


@plant("C02", "a home bought years ago appears", "2016-05")
@plant("C02", "a home bought the year before appears", "last year")
@near("C02", "a home bought in the year appears", "this year")
def appears(life: Life, traded: str) -> None:
    when = {"last year": f"{life.now.year - 1}-10", "this year": f"{life.now.year}-04"}.get(traded, traded)
    home = another(life, traded=when, price=D("60.00"), area=D("70.00"), funding="公积金贷款60万元")
    add(life, "real_estate", home)


@plant("C03", "the same certificate with more area", "1.04", False)
@plant("C03", "the same certificate with a little less area", "0.99", False)
@plant("C03", "a renewed certificate with a tenth more area", "1.10", True)
@near("C03", "a renewed certificate with two in the hundred more area", "1.02", True)
def area_drifts(life: Life, times: str, new: bool) -> None:
    area = (life.now.rows["real_estate"][0].area * D(times)).quantize(D("0.01"))
    number: dict[str, Any] = {"certificate": title(life.random, life.now.year)} if new else {}
    change(life, "real_estate", area=area, **number)


@plant("C03", "the same certificate with another price")
def price_drifts(life: Life) -> None:
    change(life, "real_estate", price=life.now.rows["real_estate"][0].price + 7)


@plant("C04", "a home sold for 1.8 million, and nothing to show for it", "180.00", None)
@near("C04", "a home sold for 450 000", "45.00", None)
@near("C04", "a home sold for 1.8 million, and one bought for 1.7 million", "180.00", "170.00")
def sold(life: Life, price: str, bought: str | None) -> None:
    home = another(life, price=D("40.00"))
    had(life, home)
    add(life, "real_estate", replace(home, exit=EstateExit.SOLD, exit_date=f"{life.now.year}-04", exit_price=D(price)))
    if bought:
        funding = f"出售原住房所得{bought}万元"
        new = another(life, traded=f"{life.now.year}-06", price=D(bought), area=D("120.00"), funding=funding)
        add(life, "real_estate", new)


@plant("C05", "a home for 6.6 million from savings", "660.00", "历年积蓄")
@near("C05", "a home for 6.6 million, the money named", "660.00", "父母资助400万元，公积金贷款250万元")
@near("C05", "a home for 800 000 from savings", "80.00", "历年积蓄")
def grown(life: Life, price: str, funding: str) -> None:
    home = another(life, traded=f"{life.now.year}-05", price=D(price), area=D("180.00"), funding=funding)
    add(life, "real_estate", home)


@plant("C05", "4.2 million lent", "420.00")
@near("C05", "200 000 lent", "20.00")
def lent(life: Life, amount: str) -> None:
    since = date(life.now.year, 6, 1)
    row = PrivateLending(
        who="self",
        counterparty="老同学钱某",
        side=LendingSide.LENT,
        purpose="周转",
        amount=D(amount),
        interest=D("3.00"),
        since=since,
    )
    add(life, "private_lending", row)
    for report in life.reports[:-1]:
        report.rows["private_lending"] = ()


def share(value: str, quantity: int) -> Stock:
    """A holding."""
    return Stock(holder="self", code="601988", name="江东重工", quantity=quantity, value=D(value))


@plant("C06", "shares worth 900 000 are gone", "90.00", None)
@near("C06", "shares worth 300 000 appear", None, "30.00")
@near("C06", "shares worth 900 000 lose a tenth", "90.00", "81.00")
def jump(life: Life, before: str | None, now: str | None) -> None:
    for report in life.reports:
        value = now if report is life.now else before
        report.rows["stocks"] = (share(value, 50_000),) if value else ()


@plant("C06", "shares appear that are worth 700 000 more than the family earned", "stocks")
@plant("C06", "a fund appears that is worth 700 000 more than the family earned", "funds")
def beyond_income(life: Life, table: str) -> None:
    worth = life.now.rows["wages"][0].total * len(life.household.sharing) + 70
    rows = {
        "stocks": share(str(worth), 90_000),
        "funds": Fund(holder="self", code="519901", name="江东稳健混合", units=worth, value=worth),
    }
    for report in life.reports:
        report.rows[table] = (rows[table],) if report is life.now else ()
    life.now.rows["labour_income"] = ()


@plant("C07", "less paid for a policy than a year before", "-2.00", needs="policy")
@plant("C07", "a cent less paid for a policy than a year before", "-0.01", needs="policy")
@near("C07", "nothing more paid for a policy", "0.00", needs="policy")
def premium(life: Life, more: str) -> None:
    paid = life.before.rows["insurance"][0].paid + D(more)
    change(life, "insurance", paid=paid)


@near("C07", "a policy that ended is no longer listed", needs="policy")
def policy_ended(life: Life) -> None:
    life.now.rows["insurance"] = ()


@plant("C12", "a firm is no longer listed", None, needs="firm")
@near("C12", "a firm is listed as deregistered", CompanyState.CANCELLED, needs="firm")
@near("C12", "a firm is listed as transferred", CompanyState.TRANSFERRED, needs="firm")
def firm_gone(life: Life, state: CompanyState | None) -> None:
    if state is None:
        life.now.rows["businesses"] = ()
    else:
        change(life, "businesses", state=state)


@plant("C12", "one of two firms is no longer listed", needs="firm")
def one_firm_gone(life: Life) -> None:
    from declare.demo.holdings import company

    second = company(life.random, spouse(life), life.household)
    add_always(life, "businesses", second)
    life.now.rows["businesses"] = life.now.rows["businesses"][:1]


@plant("C13", "pay rises by two thirds", "1.66")
@plant("C13", "pay falls by half", "0.50")
@near("C13", "pay rises by a quarter", "1.25")
@near("C13", "pay falls by a tenth", "0.90")
def pay(life: Life, times: str) -> None:
    before = life.before.rows["wages"][0]
    parts = {key: (getattr(before, key) * D(times)).quantize(D("0.01")) for key in ("salary", "bonus", "other")}
    change(life, "wages", **parts, total=sum(parts.values(), D(0)))
    life.now.rows["labour_income"] = ()


@plant("C14", "the pay and holdings are word for word those of the year before", True, needs="stock policy")
@near("C14", "the holdings are those of the year before, the pay is not", False, needs="stock policy")
def copied(life: Life, pay_too: bool) -> None:
    for key in ("stocks", "funds", "insurance", "labour_income", "deposits_abroad"):
        life.now.rows[key] = life.before.rows.get(key, ())
    change_in(life.now, "stocks", quantity=life.before.rows["stocks"][0].quantity + (0 if pay_too else 100))
    change_in(life.now, "insurance", paid=life.before.rows["insurance"][0].paid + (0 if pay_too else 1))
    if pay_too:
        life.now.rows["wages"] = life.before.rows["wages"]
