"""小区 · The part of an address that names the compound, before building, basement or garage."""

import re

from declare.items.folding import folded_address

_MARK = re.compile("幢|栋|号楼|#楼|地下|车库")
_NUMBER = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ一二三四五六七八九十百甲乙丙丁"
"""What a building is numbered with."""


def compound(address: str) -> str:
    """The folded address up to the first 幢, 栋, 号楼, 地下 or 车库, without the building number directly before it."""
    return opening(folded_address(address))


def opening(address: str) -> str:
    """The same of an address as it was written, which is quicker and enough where another begins with it."""
    mark = _MARK.search(address)
    return address[: mark.start()].rstrip(_NUMBER) if mark else address
