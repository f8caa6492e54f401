"""小区 · The part of an address that names the compound, before building, basement or garage."""

import re

from declare.items.folding import folded_address

_BUILDING = re.compile(r"[0-9a-z一二三四五六七八九十百甲乙丙丁]*(?:幢|号楼|地下|车库).*")


def compound(address: str) -> str:
    """The folded address up to the first 幢, 栋, 号楼, 地下 or 车库, without the building number directly before it."""
    return _BUILDING.sub("", folded_address(address), count=1)
