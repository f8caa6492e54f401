"""Planted dirty rows: what happens to an address, a title and a company's name between a register and a report."""

import random
from decimal import Decimal

from declare.items.businesses import Business
from declare.items.choices import EstateKind
from declare.items.real_estate import RealEstate
from declare.items.registries import FirmRecord, TitleRecord
from declare.items.registries.choices import CompanyRole, TitleState
from declare.rules.cases import DECLARANT_ID, num

CITIES = ("江东", "南京", "苏州", "无锡", "长沙")
PROVINCES = {"江东": "江苏", "南京": "江苏", "苏州": "江苏", "无锡": "江苏", "长沙": "湖南"}
DISTRICTS = ("城南区", "鼓楼区", "开福区", "天宁区", "临江县")
ROADS = ("和平路", "解放大道", "建设北路", "学府街", "人民东路", "滨江大道", "中山南路", "文昌巷")
ESTATES = ("", "阳光花园", "翠湖天地", "金桂苑", "梧桐公馆")
TRADES = ("消防工程", "安防科技", "物业管理", "商贸", "检测技术", "餐饮管理", "文化传媒", "建筑设计")
BRANDS = ("永固", "安达", "恒泰", "瑞丰", "中天", "华宇", "鼎盛", "博远", "嘉禾", "同创")
KINDS = (EstateKind.COMMODITY, EstateKind.WELFARE, EstateKind.PARKING, EstateKind.SHOP)
TYPOS = "合河评坪阳扬华桦南楠"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def address(draw: random.Random) -> tuple[str, str, str, str]:
    """City, district, street with estate, numbers."""
    city = draw.choice(CITIES)
    place = draw.choice(ROADS) + f"{draw.randint(1, 300)}号" + draw.choice(ESTATES)
    return city, draw.choice(DISTRICTS), place, f"{draw.randint(1, 30)}幢{draw.randint(1, 33)}{draw.randint(1, 4):02}室"


def titles(draw: random.Random, count: int) -> list[TitleRecord]:
    """Homes as the register has them."""
    rows = []
    for number in range(count):
        city, district, place, door = address(draw)
        rows.append(
            TitleRecord(
                subject=DECLARANT_ID,
                certificate=f"苏({draw.randint(2016, 2024)}){city}不动产权第{draw.randint(1, 9_999_999):07}号",
                address=f"{PROVINCES[city]}省{city}市{district}{place}{door}",
                area=num(f"{draw.randint(30, 240)}.{number % 100:02}"),
                kind=draw.choice(KINDS),
                state=TitleState.HELD,
            )
        )
    return rows


def without_district(text: str, draw: random.Random) -> str:
    """The address without its district."""
    return next((text.replace(name, "") for name in DISTRICTS if name in text), text)


def typo(text: str, draw: random.Random) -> str:
    """One character of the words mistyped, behind the region."""
    places = [at for at, char in enumerate(text) if at > 8 and char >= "\u4e00" and char not in "号幢栋室区县市"]
    at = draw.choice(places)
    return text[:at] + draw.choice([char for char in TYPOS if char != text[at]]) + text[at + 1 :]


ADDRESSES = {
    "号写成#": lambda text, draw: text.replace("号", "#"),
    "幢写成栋": lambda text, draw: text.replace("幢", "栋"),
    "幢写成号楼": lambda text, draw: text.replace("幢", "号楼"),
    "没有省": lambda text, draw: text[3:],
    "省市都用简称": lambda text, draw: text.replace("省", "", 1).replace("市", "", 1),
    "没有区": without_district,
    "全角": lambda text, draw: text.translate(WIDE),
    "空格": lambda text, draw: " ".join((text[:6], text[6:10], text[10:])),
    "没有室": lambda text, draw: text.removesuffix("室"),
    "错一个字": typo,
    "加了单元": lambda text, draw: text.replace("幢", f"幢{draw.randint(1, 4)}单元"),
    "没有区又错一个字": lambda text, draw: without_district(typo(text, draw), draw),
}


def declared(row: TitleRecord, written: str, *, certificate: str = "") -> RealEstate:
    """A registered home as somebody declares it, the area rounded."""
    area = row.area.quantize(Decimal(1)) if row.area else None
    return RealEstate(certificate=certificate, address=written, area=area, kind=row.kind)


def firms(draw: random.Random, count: int) -> list[FirmRecord]:
    """Firms as the register has them; the codes are of no use here."""
    names = {
        f"{city}{brand}{one}{other}有限公司"
        for city in CITIES
        for brand in BRANDS
        for one in TRADES
        for other in ("", *BRANDS[:2])
    }
    return [
        FirmRecord(
            subject=DECLARANT_ID,
            company=name,
            uscc=f"9132{number:014}",
            subscribed=num(f"{10 + number}.00"),
            role=CompanyRole.SHAREHOLDER,
        )
        for number, name in enumerate(draw.sample(sorted(names), count))
    ]


def bracketed(name: str, draw: random.Random) -> str:
    """江东永固公司 as 永固（江东）公司."""
    city = name[:2]
    return name[2:].replace("有限公司", f"（{city}）有限公司")


NAMES = {
    "没有有限公司": lambda name, draw: name.removesuffix("有限公司"),
    "有限责任公司": lambda name, draw: name.replace("有限公司", "有限责任公司"),
    "地名在括号里": bracketed,
    "地名后加市": lambda name, draw: f"{name[:2]}市{name[2:]}",
    "没有地名": lambda name, draw: name[2:],
    "空格": lambda name, draw: f"{name[:4]} {name[4:]}",
    "错一个字": lambda name, draw: name[:4] + "丰" + name[5:],
}


def business(row: FirmRecord, written: str, *, code: str = "") -> Business:
    """A registered firm as somebody declares it."""
    return Business(who="self", company=written, uscc=code, subscribed=row.subscribed)
