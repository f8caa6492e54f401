"""The 19 entries of the reference report on property: tables 12 to 20."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from declare.items.businesses import Business
from declare.items.choices import (
    CompanyKind,
    CompanyState,
    EstateExit,
    EstateKind,
    EstateSource,
    OverseasKind,
    Ownership,
)
from declare.items.labour_income import LabourIncome
from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry
from declare.items.wages import Wages


def property_rows(year: int) -> Iterator[Entry]:
    """Tables 12 to 20: 19 entries."""
    rise = Decimal(year - 2024)
    yield Wages(
        salary=Decimal("21.60") + rise, bonus=Decimal("4.20"), other=Decimal("2.35"), total=Decimal("28.15") + rise
    )
    yield LabourIncome(
        lecturing=Decimal("0.60"),
        writing=Decimal("0.25"),
        reviewing=Decimal("0.15"),
        total=Decimal("1.00"),
        payers="省消防协会、江东大学出版社",
    )
    yield from _homes()
    yield from _securities(year)
    yield from _firms()
    yield DepositAbroad(
        holder="c3",
        country="CA",
        city="多伦多",
        bank="加拿大皇家银行多伦多分行",
        account_number="00632-5512345",
        currency="CAD",
        amount=Decimal("2.30"),
        remark="学费和生活费",
    )
    yield InvestmentAbroad(
        holder="sp",
        country="HK",
        city="香港",
        kind=OverseasKind.INSURANCE,
        what="储蓄型人寿保险一份",
        currency="HKD",
        amount=Decimal("35.00"),
        since=date(2018, 11, 2),
        remark="年缴保费，已缴清",
    )


def _homes() -> Iterator[Entry]:
    """A flat, its parking space and storeroom, and the parents' flat inherited."""
    homes = (
        (("self", "sp"), "江苏省南京市玄武区学府路9号3幢1202室", "0012345", "121.30", EstateKind.COMMODITY, "2009-05", "182.00"),
        (("self", "sp"), "江苏省南京市玄武区学府路9号地下一层B12", "0012346", "13.20", EstateKind.PARKING, "2009-05", "15.00"),
        (("self", "sp"), "江苏省南京市玄武区学府路9号3幢储藏间7", "0012347", "8.60", EstateKind.STORAGE, "2009-05", "4.00"),
        (("sp",), "江苏省南京市鼓楼区云南路22号5幢403室", "0054321", "68.90", EstateKind.WELFARE, "1998-11", "3.80"),
    )  # fmt: skip
    for owners, address, number, area, kind, traded, price in homes:
        yield RealEstate(
            owners=owners,
            ownership=Ownership.JOINT if len(owners) > 1 else Ownership.SOLE,
            share=Decimal("100.00"),
            source=EstateSource.BOUGHT,
            exit=EstateExit.NONE,
            address=address,
            certificate=f"苏(2019)南京不动产权第{number}号",
            area=Decimal(area),
            kind=kind,
            traded=traded,
            price=Decimal(price),
            funding="出售旧居所得、家庭积蓄和住房公积金贷款，贷款已经还清",
        )


def _securities(year: int) -> Iterator[Entry]:
    """Four stocks, three funds, two policies."""
    rise = Decimal(year - 2024)
    stocks = (("self", "600036", "招商银行", 2000, "8.60"), ("self", "000651", "格力电器", 1500, "6.15"),
              ("sp", "300750", "宁德时代", 300, "7.95"), ("sp", "00700", "腾讯控股", 200, "9.02"))  # fmt: skip
    for holder, code, name, quantity, value in stocks:
        yield Stock(
            holder=holder,
            code=code,
            name=name,
            quantity=quantity,
            value=Decimal(value) + rise,
            stock_connect=code == "00700",
            remark="普通账户，未融资融券",
        )
    funds = (("self", "110011", "易方达优质精选混合", "3.20"), ("sp", "161725", "招商中证白酒指数", "2.10"),
             ("sp", "000198", "天弘余额宝货币", "6.00"))  # fmt: skip
    for holder, code, name, units in funds:
        yield Fund(
            holder=holder,
            code=code,
            name=name,
            units=Decimal(units),
            value=Decimal(units) + rise,
            remark="银行代销，每月定投，分红再投资",
        )
    for number, product in ((1, "福满人生两全保险（分红型）"), (2, "鑫享未来年金保险")):
        yield Insurance(
            holder="sp",
            product=product,
            policy_number=f"P2017032012345{number}",
            insurer="中国人寿保险股份有限公司",
            paid=Decimal(10 * number) + rise,
            started=date(2017, 3, 20),
        )


def _firms() -> Iterator[Entry]:
    """A small company of the daughter and the workshop of her husband."""
    firms = (
        ("c2", "杭州晴川文化创意有限公司", "91330106MA2B1C3D7E", CompanyKind.LIMITED, "100.00", "60.00", "60.00", "总经理"),
        ("d2", "杭州西湖区李记模型工作室", "92330106MA2K4L5M0Y", CompanyKind.SOLE_TRADER, "10.00", "10.00", "100.00", ""),
    )  # fmt: skip
    for who, company, uscc, kind, capital, subscribed, percent, post in firms:
        yield Business(
            who=who,
            company=company,
            uscc=uscc,
            scope="文化创意策划；平面设计；模型设计和制作；展览展示服务；办公用品销售；会议服务；图文设计制作；广告设计、代理；工艺美术品及收藏品零售（象牙及其制品除外）（依法须经批准的项目，经批准后方可开展经营活动）",
            founded=date(2019, 6, 18),
            registered_in="330100",
            operates_in="330100,310000",
            kind=kind,
            state=CompanyState.OPEN,
            capital=Decimal(capital),
            subscribed=Decimal(subscribed),
            percent=Decimal(percent),
            senior_post=post,
            related=False,
            remark="以登记信息为准，出资已全部缴清，历年均已报告",
        )
