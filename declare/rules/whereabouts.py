"""所在地点 · Whether the place of an event, as people write it, is known to lie in mainland China."""

import re
from functools import cache

from declare.items import divisions
from declare.items.folding import folded
from declare.items.kinds.places import HOME, codes_by_name
from declare.rules.subject import Subject

CITIES_ABROAD = (
    "东京|大阪|京都|首尔|曼谷|吉隆坡|迪拜|巴黎|伦敦|柏林|罗马|莫斯科|纽约|华盛顿|洛杉矶|旧金山|悉尼|墨尔本|多伦多|温哥华|"
    "九龙|尖沙咀|铜锣湾|新界|台北|台中|台南|高雄|国外|境外|海外"
).split("|")
_NAMED_HERE = re.compile("[一-鿿](?:省|市|县|区|镇|乡|村|街道)|总队|支队|大队|消防站|办公室|单位|家中")
_FIRST_NAME = re.compile("^(.{2,8}?)(?:省|市|县|区|自治|消防|支队|大队|总队)")


@cache
def _names_abroad() -> tuple[str, ...]:
    """Chinese names of countries and regions outside the mainland, and of cities there."""
    countries = (name for name, code in codes_by_name("countries").items() if code != HOME and not name.isascii())
    return (*countries, *CITIES_ABROAD)


def in_mainland(place: str, subject: Subject) -> bool:
    """Whether a place is in mainland China by its name; where the name does not say, no."""
    text = folded(place)
    if not text or text.startswith(_names_abroad()):
        return False
    if divisions.located(text)[0]:
        return True
    if any(name in text for name in _names_abroad()):
        return False
    return bool(_NAMED_HERE.search(text)) or any(name in text for name in _home_names(subject))


def _home_names(subject: Subject) -> set[str]:
    """What the declarant's own unit and home are named after: 江东 of 江东市消防救援支队."""
    unit = subject.around.unit(subject.unit)
    texts = [unit.name if unit else ""]
    for filing in subject.history[-1:]:
        texts += [filing.basic.unit, filing.basic.home_address]
    return {found.group(1) for text in texts if (found := _FIRST_NAME.match(folded(text)))}
