"""Group B, means: work and firms of relatives, homes, money for new assets, holdings, fees."""

from decimal import Decimal

from msgspec.structs import replace

from declare.demo import numbers
from declare.demo.holdings import new_dwelling
from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import add, add_always, change_always, job, put_always, spouse
from declare.demo.population.life import Life
from declare.items.choices import CompanyState, EmployerKind, EstateExit, EstateKind, EstateSource, Ownership
from declare.items.labour_income import LabourIncome
from declare.items.real_estate import RealEstate
from declare.items.registries import Managed
from declare.items.securities import Fund, Stock

D = Decimal


@plant("B14", "the spouse has a senior post in a private firm", EmployerKind.PRIVATE, "副总监", True, needs="spouse")
@plant("B14", "the spouse is general manager of a private firm", EmployerKind.PRIVATE, "总经理", False, needs="spouse")
@plant("B14", "the spouse is a director of a foreign firm", EmployerKind.FOREIGN, "董事", None, needs="spouse")
@near("B14", "the spouse is a manager without a senior post", EmployerKind.PRIVATE, "经理", False, needs="spouse")
@near("B14", "the spouse has a senior post in a state firm", EmployerKind.SOE, "副总经理", True, needs="spouse")
@plant("B15", "the spouse runs a business of one's own", EmployerKind.SOLE_TRADER, "业主", False, needs="spouse")
@plant("B15", "self-employed, and no post given", EmployerKind.SOLE_TRADER, "", False, needs="spouse")
@near("B15", "an employee of a sole trader", EmployerKind.SOLE_TRADER, "店员", False, needs="spouse")
def work_of_spouse(life: Life, kind: EmployerKind, post: str, senior: bool | None) -> None:
    put_always(life, "businesses")
    job(life, spouse(life).key, employer="江东绿洲商贸行", employer_kind=kind, post=post, senior=senior)


@near(
    "B14",
    "the spouse is supervisor of a private firm, and the firm is told",
    EmployerKind.PRIVATE,
    "监事",
    needs="firm",
)
@near("B15", "the spouse runs a business, and it is told", EmployerKind.SOLE_TRADER, "经营者", needs="firm")
def work_and_firm(life: Life, kind: EmployerKind, post: str) -> None:
    job(life, spouse(life).key, employer="江东绿洲商贸行", employer_kind=kind, post=post, senior=True)


@plant("B16", "a share of 45 in place of 30 in the hundred", "100.00", "30.00", "45.00", needs="firm")
@plant("B16", "a share off by more than rounding", "300.00", "100.00", "33.35", needs="firm")
@near("B16", "a share rounded", "300.00", "100.00", "33.33", needs="firm")
@plant("B17", "more subscribed than there is capital", "50.00", "55.00", "110.00", needs="firm")
@plant("B17", "a cent more subscribed than there is capital", "50.00", "50.01", "100.02", needs="firm")
@near("B17", "all of the capital subscribed", "50.00", "50.00", "100.00", needs="firm")
def share(life: Life, capital: str, subscribed: str, percent: str) -> None:
    change_always(life, "businesses", capital=D(capital), subscribed=D(subscribed), percent=D(percent))


@near("B16", "a share of a firm that is deregistered", needs="firm")
def share_of_closed(life: Life) -> None:
    put_always(
        life, "businesses", replace(life.now.rows["businesses"][0], percent=D("45.00"), state=CompanyState.CANCELLED)
    )
    life.before.rows["businesses"] = (replace(life.now.rows["businesses"][0], percent=None, state=CompanyState.OPEN),)


@plant("B30", "a firm for fire equipment in the jurisdiction", "消防器材销售", True, needs="firm")
@plant("B30", "a firm for testing fire installations in the jurisdiction", "建筑消防设施检测", True, needs="firm")
@near("B30", "a firm for fire equipment in another province", "消防器材销售", False, needs="firm")
@near("B30", "a bookshop in the jurisdiction", "图书零售", True, needs="firm")
@near("B30", "trade that leaves fire equipment out", "日用品销售（不含消防器材）", True, needs="firm")
def firm_for(life: Life, scope: str, here: bool) -> None:
    place = life.household.basic.jurisdiction if here else "330299"
    change_always(life, "businesses", scope=scope, registered_in=place, operates_in=place)


@plant("B30", "a firm that operates in the jurisdiction and is registered elsewhere", needs="firm")
def operates_here(life: Life) -> None:
    place = life.household.basic.jurisdiction
    change_always(life, "businesses", scope="消防工程施工", registered_in="330299", operates_in=f"330299,{place}")


@plant("B30", "a firm said to be related", needs="firm")
def related(life: Life) -> None:
    change_always(life, "businesses", related=True)


@plant("B30", "a firm the unit manages, by its code", True, needs="firm")
@plant("B30", "a firm the unit manages, by its name", False, needs="firm")
def managed(life: Life, by_code: bool) -> None:
    firm = life.now.rows["businesses"][0]
    life.extract(
        Managed(unit="ZD", name="" if by_code else firm.company, uscc=firm.uscc if by_code else "", why="许可")
    )


@plant("B21", "a bought home without its price", EstateSource.BOUGHT, "100.00", None)
@plant("B21", "a bought home for nothing", EstateSource.BOUGHT, "100.00", "0.00")
@plant("B21", "a home without area", EstateSource.INHERITED, "0.00", None)
@plant("B21", "a home at 30 yuan a square metre", EstateSource.BOUGHT, "100.00", "0.30")
@plant("B21", "a home at 400 000 yuan a square metre", EstateSource.BOUGHT, "100.00", "4000.00")
@near("B21", "an inherited home without a price", EstateSource.INHERITED, "100.00", None)
@near("B21", "a home at 50 yuan a square metre", EstateSource.BOUGHT, "100.00", "0.50")
def area_and_price(life: Life, source: EstateSource, area: str, price: str | None) -> None:
    change_always(life, "real_estate", source=source, area=D(area), price=None if price is None else D(price))


def another(life: Life, *, traded: str = "2012-03", **changes: object) -> RealEstate:
    """Another home of the family, bought long ago."""
    home = replace(new_dwelling(life.random, life.household), traded=traded)
    return replace(home, **changes)


@plant("B22", "two homes of welfare kinds", EstateKind.WELFARE, EstateKind.AFFORDABLE, None)
@plant("B22", "two price-capped homes", EstateKind.CAPPED, EstateKind.CAPPED, None)
@near("B22", "two homes of welfare kinds, one of them sold", EstateKind.WELFARE, EstateKind.AFFORDABLE, EstateExit.SOLD)
@near("B22", "one home of a welfare kind", EstateKind.WELFARE, EstateKind.COMMODITY, None)
def welfare(life: Life, first: EstateKind, second: EstateKind, exit: EstateExit | None) -> None:
    put_always(
        life,
        "real_estate",
        another(
            life,
            kind=first,
            traded=f"{life.now.year}-03" if exit else "2012-12",
            funding="历年积蓄60万元，公积金贷款60万元",
            price=D("90.00"),
        ),
        another(life, kind=second),
    )
    if exit:
        for report in life.reports[:-1]:
            report.rows["real_estate"] = report.rows["real_estate"][1:]
        sold = {"exit": exit, "exit_date": f"{life.now.year}-05", "exit_price": D("40.00")}
        life.now.rows["real_estate"] = (
            life.now.rows["real_estate"][0],
            replace(life.now.rows["real_estate"][1], **sold),
        )


@plant("B23", "a sole owner with half", Ownership.SOLE, "self", "50.00")
@plant("B23", "joint owners of the family with half", Ownership.JOINT, "couple", "50.00", needs="spouse")
@plant("B23", "a share of nothing", Ownership.SHARES, "self", "0.00")
@plant("B23", "a share above the whole", Ownership.SHARES, "self", "120.00")
@near("B23", "a third", Ownership.SHARES, "self", "33.33")
@near("B23", "joint with a parent", Ownership.JOINT, "parent", "50.00", needs="parent")
def share_of_home(life: Life, ownership: Ownership, who: str, percent: str) -> None:
    owners = {"self": ("self",), "parent": ("self", "fa"), "couple": life.household.sharing}[who]
    change_always(life, "real_estate", owners=owners, ownership=ownership, share=D(percent))


@plant("B24", "a parking space where the family never had a home", EstateKind.PARKING, "地下车位218")
@plant("B24", "a storeroom where the family never had a home", EstateKind.STORAGE, "3幢储藏间5")
@near("B24", "a shop where the family never had a home", EstateKind.SHOP, "3幢102商铺")
def elsewhere(life: Life, kind: EstateKind, what: str) -> None:
    far = another(life)
    compound = far.address.split("号")[0] + "号"
    add_always(life, "real_estate", replace(far, kind=kind, address=compound + what, area=D("12.80"), price=D("11.00")))


@plant("B25", "a home for 8.6 million, and not a word of the money", "", also="C05")
@plant("B25", "a home for 8.6 million, and money told for a third of it", "公积金贷款280万元", also="C05")
@near("B25", "a home for 8.6 million, and money told for 91 in the hundred", "父母赠与500万元，公积金贷款282.6万元")
def new_home(life: Life, funding: str) -> None:
    home = another(life, traded=f"{life.now.year}-06", certificate=numbers.title(life.random, life.now.year))
    add(life, "real_estate", replace(home, area=D("212.00"), price=D("860.00"), funding=funding))


@plant("B25", "large new holdings in shares", also="C05 C06")
def new_shares(life: Life) -> None:
    add(life, "stocks", Stock(holder="self", code="600811", name="江东建材", quantity=500_000, value=D("600.00")))


@near("B25", "a small home without a word of the money")
def small_home(life: Life) -> None:
    home = another(life, traded=f"{life.now.year}-06", certificate=numbers.title(life.random, life.now.year))
    add(life, "real_estate", replace(home, area=D("60.00"), price=D("72.00"), funding=""))


@plant("B26", "a Hong Kong share without Stock Connect", False)
@near("B26", "a Hong Kong share by Stock Connect", True)
def hong_kong_share(life: Life, connect: bool) -> None:
    for at, report in enumerate(life.reports):
        value = D("1.10") + D("0.08") * at
        row = Stock(holder="self", code="00941", name="江东控股", quantity=200, value=value, stock_connect=connect)
        report.rows["stocks"] = (*report.rows["stocks"], row)


@plant("B26", "a fund of another country", "LU0123456789")
@near("B26", "a fund sold at home that invests abroad", "162411")
def foreign_fund(life: Life, code: str) -> None:
    for at, report in enumerate(life.reports):
        value = D("1.10") + D("0.08") * at
        row = Fund(holder="self", code=code, name="江东全球混合", units=D("1.00"), value=value)
        report.rows["funds"] = (*report.rows["funds"], row)


@plant("B27", "an insurance against illness", "安心住院医疗保险", needs="policy")
@plant("B27", "an insurance against accidents", "出行意外伤害保险", needs="policy")
@near("B27", "a pension product", "福满养老保险", needs="policy")
@near("B27", "a unit-linked product", "精选投资连结型保险", needs="policy")
def product(life: Life, name: str) -> None:
    change_always(life, "insurance", product=name)


@plant("B28", "a body the unit manages paid for lectures", "managed")
@plant("B28", "fees of one kind beyond half of the year's pay", "large")
@near("B28", "fees of one kind of half of the year's pay", "half")
def fees(life: Life, how: str) -> None:
    total = life.now.rows["wages"][0].total
    fee = {
        "managed": D("0.80"),
        "half": (total / 2).quantize(D("0.01"), "ROUND_FLOOR"),
        "large": (total / 2).quantize(D("0.01")) + 1,
    }[how]
    payers = life.world.managed[life.number % len(life.world.managed)].name if how == "managed" else "江东大学"
    life.now.rows["labour_income"] = (LabourIncome(lecturing=fee, total=fee, payers=payers),)
