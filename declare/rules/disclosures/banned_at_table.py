"""工作餐不得提供香烟、高档酒水和鱼翅、燕窝、野生保护动物等菜品；2025年修订的条例施行后不得提供任何酒类和高档菜肴。"""

import re
from collections.abc import Iterator
from datetime import date

from declare.items.disclosures import Reception
from declare.items.folding import folded
from declare.law import GJ13, JY25, Dated, Text
from declare.law.thresholds import ALCOHOL, HIGH_GRADE_LIQUOR
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.happening import day_of
from declare.rules.subject import Subject

LIQUORS = ("茅台", "五粮液", "国窖", "剑南春", "梦之蓝", "水井坊", "拉菲", "轩尼诗", "人头马", "马爹利", "路易十三", "高档酒", "高档白酒", "高档红酒")  # fmt: skip
DRINKS = "白酒|红酒|啤酒|黄酒|米酒|药酒|洋酒|葡萄酒|干红|干白|香槟|威士忌|白兰地|伏特加|散酒|烧酒|老窖|汾酒|二锅头"
CIGARETTES = re.compile("香烟|卷烟|雪茄|中华烟|软中华|硬中华")
BANNED = ("鱼翅", "燕窝", "熊掌", "穿山甲", "娃娃鱼", "大鲵", "果子狸", "野生保护动物", "猴脑", "天鹅肉")
COSTLY = ("鲍鱼", "佛跳墙", "帝王蟹", "鱼子酱", "澳洲龙虾", "澳龙")

_LINE = re.compile(r"[\s、，,;；。/]+")
_DRINK = re.compile(rf"(?:{DRINKS})(?=$|[\d(一二两三四五六七八九十半x×*瓶杯箱斤])")
_NOT_SERVED = re.compile("^(?:无|不|未|没|禁)")
_IMITATION = re.compile("(?:素|仿|人造|赛)(?:鱼翅|燕窝|鲍鱼)")

WORDS = {
    "alcohol": Text("上酒", "alcohol"),
    "cigarettes": Text("上烟", "cigarettes"),
    "dishes": Text("有禁用菜品", "dishes that are banned"),
}


@rule(
    "E15",
    Text("上酒/香烟/禁用菜", "Alcohol, cigarettes or banned dishes at table"),
    severity=3,
    basis=(GJ13.article(10), JY25.whole()),
    audience=REVIEWER,
    says=Text("接待记录显示{what}，请核对并说明。", "The reception list shows {what}. Please check and explain."),
    thresholds=(HIGH_GRADE_LIQUOR, ALCOHOL),
    reads=(Reception,),
    scope=PERSON,
)
def banned_at_table(subject: Subject) -> Iterator[Found]:
    """Receptions at which something was served that may not be."""
    for meal in subject.each(Reception):
        happened = day_of(meal, subject)
        served = _served(meal, happened)
        if served:
            yield finding(
                meal,
                *dict.fromkeys(served.values()),
                says=_says(*served),
                on=happened,
                thresholds=_used(happened) if "alcohol" in served else (),
            )


def _served(meal: Reception, happened: date) -> dict[str, str]:
    """What was served that may not be, and the field that says so."""
    lines = [line for line in map(folded, _LINE.split(meal.dishes)) if not _NOT_SERVED.match(line)]
    dry = _dry(happened)
    found = {}
    if meal.alcohol and dry:
        found["alcohol"] = "alcohol"
    elif any(_is_drink(line) if dry else _is_liquor(line) for line in lines):
        found["alcohol"] = "dishes"
    if meal.cigarettes:
        found["cigarettes"] = "cigarettes"
    elif any(CIGARETTES.search(line) for line in lines):
        found["cigarettes"] = "dishes"
    banned = (*BANNED, *COSTLY) if dry else BANNED
    if any(dish in line for line in lines for dish in banned if not _IMITATION.search(line)):
        found["dishes"] = "dishes"
    return found


def _used(happened: date) -> tuple[Dated[str]]:
    """The rule on alcohol of that day."""
    return (ALCOHOL if _dry(happened) else HIGH_GRADE_LIQUOR,)


def _dry(happened: date) -> bool:
    """Whether no alcohol at all may be served on that day."""
    return ALCOHOL.step(happened) is not None


def _is_liquor(line: str) -> bool:
    """Whether a line of the menu is high-grade liquor."""
    return any(liquor in line for liquor in LIQUORS)


def _is_drink(line: str) -> bool:
    """Whether a line of the menu is alcohol to drink; 啤酒鸭 is a dish."""
    return _is_liquor(line) or bool(_DRINK.search(line))


def _says(*what: str) -> Text:
    """The sentence for what was served."""
    zh, en = "、".join(WORDS[key].zh for key in what), ", ".join(WORDS[key].en for key in what)
    return Text(banned_at_table.says.zh.replace("{what}", zh), banned_at_table.says.en.replace("{what}", en))


def _meal(
    dishes: str = "",
    *,
    alcohol: bool | None = None,
    cigarettes: bool | None = None,
    happened: str = "2025-05-18",
) -> Kept:
    meal = Reception(
        happened=day(happened) if happened else None, dishes=dishes, alcohol=alcohol, cigarettes=cigarettes
    )
    return told(meal, filed_on="2025-05-20")


_BEFORE = "2025-05-17"

banned_at_table.cases(
    silent("家常菜，没有上酒上烟", _meal("红烧肉、炒青菜", alcohol=False, cigarettes=False)),
    silent("都没有填", _meal()),
    flagged("修订施行当日上酒", _meal(alcohol=True), at=("alcohol",)),
    silent("修订施行前一日上普通酒", _meal("本地米酒", alcohol=True, happened=_BEFORE)),
    flagged("修订施行前一日上高档酒", _meal("茅台2瓶", alcohol=True, happened=_BEFORE), at=("dishes",)),
    *(flagged(f"施行前菜单有{name}", _meal(f"{name} 1瓶", happened=_BEFORE)) for name in LIQUORS),
    *(flagged(f"施行后菜单有{name}", _meal(f"炒青菜；{name}")) for name in ("茅台", *DRINKS.split("|"))),
    flagged("菜单写啤酒六瓶", _meal("啤酒六瓶")),
    flagged("菜单写红酒（两杯）", _meal("红酒（两杯）")),
    flagged("菜单写全角数量", _meal("白酒２瓶")),
    silent("啤酒鸭是菜", _meal("啤酒鸭、红酒雪梨、酒酿圆子")),
    silent("写明未上白酒", _meal("未上白酒；无啤酒、不供应红酒 没有黄酒、禁白酒")),
    flagged("时间未填的按当日规定", _meal(alcohol=True, happened="")),
    flagged("上烟", _meal(cigarettes=True), at=("cigarettes",)),
    flagged("施行以前上烟", _meal(cigarettes=True, happened=_BEFORE)),
    *(flagged(f"菜单有{name}", _meal(f"{name}两包")) for name in CIGARETTES.pattern.split("|")),
    silent("写明无香烟", _meal("无香烟")),
    *(flagged(f"菜单有{dish}", _meal(f"清炖{dish}", happened=_BEFORE)) for dish in BANNED),
    *(flagged(f"施行后菜单有{dish}", _meal(dish)) for dish in COSTLY),
    silent("施行以前的高档菜肴", _meal("鲍鱼", happened=_BEFORE)),
    *(silent(f"{word}鱼翅不是鱼翅", _meal(f"{word}鱼翅")) for word in ("素", "仿", "人造", "赛")),
    silent("素鲍鱼、仿燕窝", _meal("素鲍鱼、仿燕窝")),
    flagged(
        "酒、烟、菜都有，仍是一条",
        _meal("鱼翅、软中华、茅台", alcohol=True, cigarettes=True),
        at=("alcohol", "cigarettes", "dishes"),
    ),
    flagged("都写在菜单里，仍是一条", _meal("鱼翅、软中华、茅台")),
)
