"""Group A, how the form was filled in: boxes, tables left out, totals, units, the promise, matters abroad in Chinese."""

from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import change, change_always, job_at, put_always
from declare.demo.population.life import Life
from declare.demo.population.spelling import address
from declare.items.choices import Relation
from declare.items.labour_income import LabourIncome
from declare.items.profile import Closing
from declare.items.spec import State


@plant("A08", "nothing to report is ticked above entries", "stocks", needs="stock")
@plant("A08", "nothing to report is ticked above the year's pay", "wages")
def none_above_rows(life: Life, table: str) -> dict[str, Any]:
    life.now.states[table] = State.NONE
    return {"table": table}


@plant("A08", "something to report is ticked above no entry", "labour_income", State.SOME)
@plant("A08", "a first answer without an entry", "vehicles", State.FIRST)
@plant("A08", "changed is ticked where there was nothing and is nothing", "emigration", State.CHANGED)
def box_above_nothing(life: Life, table: str, state: State) -> dict[str, Any]:
    put_always(life, table)
    life.now.states[table] = state
    return {"table": table}


@plant("A08", "unchanged is ticked, and a post is another", needs="spouse")
def unchanged_but_other(life: Life) -> dict[str, Any]:
    key = next(one.key for one in life.now.members if one.relation is Relation.SPOUSE)
    change(life, "employment", job_at(life.now, key), post="副主任科员")
    life.now.states["employment"] = State.UNCHANGED
    return {"table": "employment"}


@near("A08", "unchanged is ticked above a home whose address is written in another way")
def unchanged_rewritten(life: Life) -> None:
    life.now.rows["real_estate"] = life.before.rows["real_estate"]
    life.now.states["real_estate"] = State.UNCHANGED
    change(life, "real_estate", address=address(life.now.rows["real_estate"][0].address))


@near("A08", "changed is ticked above no entry where the last report had some", needs="permit")
def given_back(life: Life) -> None:
    life.now.rows["permits"] = ()
    life.now.rows["trips_hkmt"] = ()


@plant("A09", "a table of an annual report is left out", "criminal_liability")
@plant("A09", "the children's marriages are left out", "child_marriage_foreign")
@plant("A09", "the investments abroad are left out", "investments_abroad")
def left_out(life: Life, table: str) -> dict[str, Any]:
    put_always(life, table)
    life.now.states[table] = None
    return {"table": table}


@near("A09", "an extension of the form is not answered")
def extension_left_out(life: Life) -> None:
    for report in life.reports:
        report.rows.pop("vehicles", None)


@plant("A10", "the total of the year's pay is far above its parts", "1.20")
@plant("A10", "the total is one cent more off than rounding allows", "0.04")
@plant("A10", "the total is below its parts", "-0.04")
@near("A10", "the total differs by what rounding allows", "0.03")
@near("A10", "the total is below by what rounding allows", "-0.03")
def total_of_pay(life: Life, off: str) -> None:
    change(life, "wages", total=life.now.rows["wages"][0].total + Decimal(off))


@plant("A10", "the total of the fees is above its parts", "0.07")
@near("A10", "the total of the fees differs by what rounding allows", "0.06")
def total_of_fees(life: Life, off: str) -> None:
    fee = Decimal("0.66")
    life.now.rows["labour_income"] = (LabourIncome(lecturing=fee, total=fee + Decimal(off), payers="江东大学"),)


@plant("A11", "the price of a home in yuan", also="C03")
def price_in_yuan(life: Life) -> None:
    change(life, "real_estate", price=life.now.rows["real_estate"][0].price * 10_000)


@plant("A11", "the price of a home in yuan, in every report")
def price_always_in_yuan(life: Life) -> None:
    change_always(life, "real_estate", price=life.now.rows["real_estate"][0].price * 10_000)


@plant("A11", "what was paid for a policy in yuan", also="B25 C05", needs="policy")
def paid_in_yuan(life: Life) -> None:
    change(life, "insurance", paid=life.now.rows["insurance"][0].paid * 10_000)


@plant("A11", "the year's pay in yuan", also="C13")
def pay_in_yuan(life: Life) -> None:
    row = life.now.rows["wages"][0]
    change(life, "wages", **{key: getattr(row, key) * 10_000 for key in ("salary", "bonus", "other", "total")})


@near("A11", "a home at 250 000 yuan a square metre")
def dear_home(life: Life) -> None:
    area = life.now.rows["real_estate"][0].area
    change_always(life, "real_estate", price=area * 25)


@plant("A12", "no promise", Closing())
@plant("A12", "the promise is refused", Closing(promise=False))
def no_promise(life: Life, closing: Closing) -> None:
    life.now.closing = closing


@plant("A12", "handed in by somebody else", "parent", needs="parent")
@near("A12", "handed in by the declarant, whose number is given with a space", "self")
def handed_in_by(life: Life, who: str) -> None:
    own = f"{life.id[:6]} {life.id[6:]}"
    life.now.submitted_by = own if who == "self" else life.member("fa").id_number


@plant("A13", "the bank abroad is not in Chinese", "ANZ, Melbourne", "AUD", needs="student")
@plant("A13", "the account abroad has no currency", "中国银行当地分行", "", needs="student")
@near("A13", "the bank abroad in Chinese and English", "澳新银行 ANZ", "AUD", needs="student")
def account_abroad(life: Life, bank: str, currency: str) -> None:
    for report in life.reports:
        rows = report.rows["deposits_abroad"]
        report.rows["deposits_abroad"] = tuple(replace(row, bank=bank, currency=currency) for row in rows)
