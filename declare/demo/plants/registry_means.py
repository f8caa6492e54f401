"""Group F, means: what registers know of homes, holdings, firms, accounts abroad, awards and the treasury."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from declare.demo.numbers import company_code
from declare.demo.plants.book import near, plant
from declare.demo.plants.disclosures_gifts import spring
from declare.demo.plants.editing import unlike
from declare.demo.plants.household_means import another
from declare.demo.plants.registry_persons import more, swap
from declare.demo.population.disclosed import gift
from declare.demo.population.life import Life
from declare.demo.population.registers import hand_over
from declare.items.choices import CompanyKind, CompanyState, EstateKind
from declare.items.disclosures.choices import Disposal, GiftKind, GiftOutcome
from declare.items.registries import (
    Award,
    FirmRecord,
    ForeignAccount,
    FundHolding,
    PolicyRecord,
    ShareHolding,
    TitleRecord,
    TreasuryPayment,
)
from declare.items.registries.choices import CompanyRole, PolicyState, TitleState
from declare.items.work import Custody

DAY = timedelta(days=1)
D = Decimal


@plant("F09", "a flat of the declarant no report shows", EstateKind.COMMODITY, "self", 0)
@plant("F09", "a self-built house of the spouse no report shows", EstateKind.SELF_BUILT, "sp", 0, needs="spouse")
@plant("F10", "a parking space no report shows", EstateKind.PARKING, "self", 0)
@plant("F10", "a shop no report shows", EstateKind.SHOP, "self", 0)
@near("F09", "a flat registered the day after the report", EstateKind.COMMODITY, "self", 1)
@near("F10", "a storeroom registered the day after the report", EstateKind.STORAGE, "self", 1)
@near("F09", "a parent's flat", EstateKind.COMMODITY, "fa", 0, needs="parent")
def home_known(life: Life, kind: EstateKind, who: str, after: int) -> None:
    home = another(life)
    number = life.id if who == "self" else life.member(who).id_number
    registered = life.now.filed_on + DAY if after else date(2015, 4, 9)
    row = TitleRecord(
        subject=number,
        certificate=home.certificate,
        address=home.address,
        area=home.area,
        kind=kind,
        registered=registered,
        price=home.price,
        state=TitleState.HELD,
    )
    more(life, row)


@near("F09", "a flat sold long ago")
def sold_long_ago(life: Life) -> None:
    home = another(life)
    row = TitleRecord(
        subject=life.id,
        certificate=home.certificate,
        address=home.address,
        area=home.area,
        kind=home.kind,
        registered=date(2006, 4, 9),
        state=TitleState.SOLD,
    )
    more(life, row)


@plant("F11", "the register has a little more area than allowed for", "0.51")
@plant("F11", "the register has much more area", "12.00")
@near("F11", "the register has half a square metre more", "0.50")
@near("F11", "the register has less area", "-3.00")
def area_known(life: Life, above: str) -> None:
    home = life.now.rows["real_estate"][0]
    hand_over(life)
    first = next(told.row.certificate for told in life.extracts if isinstance(told.row, TitleRecord))
    swap(life, TitleRecord, lambda row: row.certificate == first, area=home.area + D(above))


@plant("F12", "shares no report shows", "share")
@plant("F12", "a fund no report shows", "fund")
@plant("F12", "a policy no report shows", "policy")
@near("F12", "a policy that lapsed", "lapsed")
def holding_known(life: Life, what: str) -> None:
    as_of = life.now.filed_on - 2 * DAY
    paid: dict[str, Any] = {
        "insurer": "海东人寿保险股份有限公司",
        "product": "福泽年金保险（分红型）",
        "paid": D("8.00"),
        "policy_number": f"HD9{unlike(life, 9)}",
    }
    rows = {
        "share": ShareHolding(
            subject=life.id, code="601998", name="江东银行", quantity=9000, value=D("6.30"), as_of=as_of
        ),
        "fund": FundHolding(
            subject=life.id, code="005827", name="江东蓝筹", units=D("3.00"), value=D("4.20"), as_of=as_of
        ),
        "policy": PolicyRecord(subject=life.id, state=PolicyState.IN_FORCE, **paid),
        "lapsed": PolicyRecord(subject=life.id, state=PolicyState.LAPSED, **paid),
    }
    more(life, rows[what])


@plant("F13", "shares worth more by the register", "1.01", 3, needs="stock")
@plant("F13", "shares worth far more by the register", "15.00", 3, needs="stock")
@near("F13", "shares worth ten thousand yuan more by the register", "1.00", 3, needs="stock")
@near("F13", "shares worth more eleven days before the report", "15.00", 11, needs="stock")
def value_known(life: Life, above: str, days: int) -> None:
    row = replace(life.now.rows["stocks"][0], value=D("6.00"))
    life.now.rows["stocks"] = (row,)
    hand_over(life)
    swap(life, ShareHolding, value=row.value + D(above), as_of=life.now.filed_on - days * DAY)


@plant("F14", "a firm of the spouse no report shows", "sp", CompanyState.OPEN, needs="spouse")
@plant("F14", "a revoked firm of the spouse no report shows", "sp", CompanyState.REVOKED, needs="spouse")
@plant("F14", "a firm of the declarant's own", "self", CompanyState.OPEN)
@near("F14", "a deregistered firm of the spouse", "sp", CompanyState.CANCELLED, needs="spouse")
@near("F14", "a parent's firm", "fa", CompanyState.OPEN, needs="parent")
def firm_known(life: Life, who: str, state: CompanyState) -> None:
    number = life.id if who == "self" else life.member(who).id_number
    row = FirmRecord(
        subject=number,
        uscc=company_code(life.random),
        company=f"临江{life.ref}商贸有限公司",
        role=CompanyRole.SHAREHOLDER,
        subscribed=D("30.00"),
        percent=D("30.00"),
        kind=CompanyKind.LIMITED,
        state=state,
    )
    more(life, row)


@plant("F15", "more subscribed by the register", "8.00", needs="firm")
@plant("F15", "a cent more subscribed by the register", "0.01", needs="firm")
@near("F15", "less subscribed by the register", "-2.00", needs="firm")
def subscription_known(life: Life, above: str) -> None:
    firm = life.now.rows["businesses"][0]
    hand_over(life)
    swap(life, FirmRecord, subscribed=firm.subscribed + D(above))


@plant("F16", "an account abroad no report shows", "self", 3)
@plant("F16", "an account of the spouse abroad no report shows", "sp", 3, needs="spouse")
@near("F16", "an account opened after the report", "self", -20)
@near("F16", "a parent's account abroad", "fa", 3, needs="parent")
def account_known(life: Life, who: str, days: int) -> None:
    number = life.id if who == "self" else life.member(who).id_number
    row = ForeignAccount(
        subject=number,
        country="SG",
        bank="星展银行",
        currency="SGD",
        amount=D("4.00"),
        as_of=life.now.filed_on - days * DAY,
    )
    more(life, row)


@plant("F18", "the unit buys from the spouse's firm, by its code", "code", needs="firm")
@plant("F18", "the unit buys from the spouse's firm, by its name", "name", needs="firm")
@near("F18", "the unit buys from a firm with a name alike", "alike", needs="firm")
def award(life: Life, how: str) -> None:
    firm = life.now.rows["businesses"][0]
    name = {"code": "", "name": firm.company, "alike": f"{firm.company[:4]}光明{firm.company[4:]}"}[how]
    code = firm.uscc if how == "code" else ""
    life.extract(
        Award(
            buyer_unit=life.household.basic.unit,
            supplier=name,
            supplier_uscc=code,
            amount=D("380000.00"),
            awarded=date(life.now.year, 8, 8),
        )
    )


@plant("F19", "cash handed over never reached the treasury", None)
@plant("F19", "less cash reached the treasury", "600.00")
@near("F19", "the cash handed over reached the treasury", "1000.00")
def cash_handed_over(life: Life, paid: str | None) -> None:
    day = spring(life)
    receipt = f"LP{life.number:06d}55"
    told = gift(life, day, kind=GiftKind.CASH, what="现金", value=D("1000.00"), outcome=GiftOutcome.HANDED_OVER)
    ref = life.tell(replace(told, handed_over_on=day + DAY, receipt_number=receipt), day + 2 * DAY)
    life.note(Custody(gift=ref, disposal=Disposal.TREASURY, on=day + 9 * DAY, told=day + 12 * DAY))
    if paid:
        life.extract(TreasuryPayment(receipt_number=receipt, amount=D(paid), paid_in=day + 9 * DAY))
