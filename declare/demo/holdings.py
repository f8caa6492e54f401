"""What a demo household owns: homes, a parking space, shares, funds, insurance, firms, an account abroad."""

from datetime import date
from decimal import Decimal
from random import Random

from declare.demo import names, numbers
from declare.demo.families import Household
from declare.items.businesses import Business
from declare.items.choices import CompanyKind, CompanyState, EstateKind, EstateSource, Ownership
from declare.items.overseas_assets import DepositAbroad
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock

GARDENS = ("望江", "和平", "新城", "青松", "云锦", "锦绣", "文昌", "临湖")
LISTED = (
    ("600811", "江东建材"),
    ("600927", "海东港务"),
    ("000838", "临江纸业"),
    ("300912", "望川仪器"),
    ("601811", "江东水务"),
)
FUNDS = (("519901", "江东稳健混合"), ("161901", "望川沪深指数"), ("510901", "江东红利指数"))
PRODUCTS = ("福泽年金保险（分红型）", "安康两全保险", "鑫盛终身寿险（万能型）")
TRADES = ("图书零售", "花卉种植", "茶叶销售", "餐饮服务", "服装零售", "软件开发")
SAVINGS = "历年积蓄"


def wan(value: float) -> Decimal:
    """An amount in 万元 with two decimals."""
    return Decimal(value).quantize(Decimal("0.01"))


def homes(random: Random, home: Household, *, parking: bool = False) -> tuple[RealEstate, ...]:
    """One or two homes the family has had for years, and for some a parking space in the same compound."""
    found = []
    for _ in range(random.choice((1, 1, 1, 2))):
        dwelling = new_dwelling(random, home)
        found.append(dwelling)
        if random.random() < 0.4 or parking:
            found.append(new_parking(random, dwelling))
    return tuple(found)


def new_dwelling(random: Random, home: Household) -> RealEstate:
    """A home bought between eight and eighteen years ago."""
    year = home.day.year - random.randint(8, 18)
    area = Decimal(random.randint(7200, 14500)) / 100
    number, garden = divmod(numbers.plot(random), len(GARDENS))
    compound = f"江东省江东市临江区{GARDENS[garden]}路{number + 1}号"
    return RealEstate(
        owners=home.sharing,
        ownership=Ownership.JOINT if len(home.sharing) > 1 else Ownership.SOLE,
        share=Decimal("100.00"),
        source=EstateSource.BOUGHT,
        address=f"{compound}{random.randint(1, 24)}幢{random.randint(1, 4)}单元{random.randint(2, 18)}0{random.randint(1, 4)}室",
        certificate=numbers.title(random, year),
        area=area,
        kind=EstateKind.COMMODITY,
        traded=f"{year}-{random.randint(1, 12):02d}",
        price=wan(float(area) * random.uniform(0.55, 1.3)),
        funding=SAVINGS,
    )


def new_parking(random: Random, dwelling: RealEstate) -> RealEstate:
    """A parking space in the compound of a home, bought with it."""
    compound = dwelling.address.split("号")[0] + "号"
    return RealEstate(
        owners=dwelling.owners,
        ownership=dwelling.ownership,
        share=dwelling.share,
        source=EstateSource.BOUGHT,
        address=f"{compound}地下车位{random.randint(100, 999)}",
        certificate=numbers.title(random, int(dwelling.traded[:4])),
        area=Decimal("13.20"),
        kind=EstateKind.PARKING,
        traded=dwelling.traded,
        price=wan(random.uniform(8, 16)),
        funding=SAVINGS,
    )


def stocks(random: Random, home: Household, *, sure: bool = False) -> tuple[Stock, ...]:
    """A few shares for three households in ten."""
    if random.random() > 0.3 and not sure:
        return ()
    held = random.sample(LISTED, random.randint(1, 2))
    return tuple(new_stock(random, random.choice(home.sharing), code, name) for code, name in held)


def new_stock(random: Random, holder: str, code: str, name: str) -> Stock:
    """One holding at a price between 4 and 40 yuan."""
    quantity = random.randint(5, 60) * 100
    return Stock(
        holder=holder, code=code, name=name, quantity=quantity, value=wan(quantity * random.uniform(4, 40) / 10000)
    )


def funds(random: Random, home: Household, *, sure: bool = False) -> tuple[Fund, ...]:
    """A fund for one household in four."""
    if random.random() > 0.25 and not sure:
        return ()
    code, name = random.choice(FUNDS)
    units = random.uniform(1, 8)
    return (Fund(holder=random.choice(home.sharing), code=code, name=name, units=wan(units), value=wan(units * 1.12)),)


def insurance(random: Random, home: Household, *, sure: bool = False) -> tuple[Insurance, ...]:
    """A policy for three households in ten."""
    if random.random() > 0.3 and not sure:
        return ()
    started = date(home.day.year - random.randint(3, 6), random.randint(1, 12), random.randint(1, 28))
    return (
        Insurance(
            holder=random.choice(home.sharing),
            product=random.choice(PRODUCTS),
            policy_number=numbers.policy(random),
            insurer="江东人寿保险股份有限公司",
            paid=wan(random.uniform(3, 15)),
            started=started,
        ),
    )


def company(random: Random, owner: Member, home: Household) -> Business:
    """A small firm of a relative, outside the declarant's field."""
    trade = random.choice(TRADES)
    capital = Decimal(random.choice((20, 50, 100)))
    percent = Decimal(random.choice((20, 30, 60)))
    return Business(
        who=owner.key,
        company=f"海东{names.brand(random, owner.name)}{trade[:2]}有限公司",
        uscc=numbers.company_code(random),
        scope=f"{trade}；日用百货销售",
        founded=date(home.day.year - random.randint(3, 7), random.randint(1, 12), random.randint(1, 28)),
        registered_in="330299",
        operates_in="330299",
        kind=CompanyKind.LIMITED,
        state=CompanyState.OPEN,
        capital=wan(float(capital)),
        subscribed=wan(float(capital * percent / 100)),
        percent=percent.quantize(Decimal("0.01")),
        related=False,
    )


def account_abroad(random: Random, country: str, city: str, currency: str) -> DepositAbroad:
    """The account the declarant keeps for a child who studies abroad."""
    return DepositAbroad(
        holder="self",
        country=country,
        city=city,
        bank="中国银行当地分行",
        account_number=numbers.account(random),
        currency=currency,
        amount=wan(random.uniform(0.8, 3)),
    )
