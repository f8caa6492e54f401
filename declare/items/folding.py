"""Folding of text for comparison: what reads the same becomes the same string.

Nothing is cached: names and addresses do not stay in memory after the report they stand in.
"""

import re
import unicodedata

from declare.items import divisions

_AS_IT_IS = re.compile("[\u4e00-\u9fff0-9a-z()、。]*").fullmatch
"""Texts that folding leaves as they are: Chinese characters and stops, digits, small letters, plain brackets."""
_BRACKETS = str.maketrans("【】[]〔〕{}〈〉《》", "()()()()()()")
_PROVINCE = re.compile(f"^(?:{'|'.join(divisions.provinces())})(?=[^市区县路街道巷]{{2,6}}市)")
_ANY_PROVINCE = re.compile("^[^省市区县路街道巷号]{2,3}省")
_CITY = re.compile("^([^省市区县路街道巷号]{2,6})市")
_UNIT = re.compile("[栋#﹟—–－]")
_UNITS = str.maketrans({"栋": "幢", "#": "号", "﹟": "号", "—": "-", "–": "-", "－": "-"})


def folded(text: str) -> str:
    """Text after NFKC, in lower case, brackets of one form, without spaces."""
    if _AS_IT_IS(text):
        return text
    if text.isascii() and text.isalnum():
        return text.lower()
    return "".join(unicodedata.normalize("NFKC", text).translate(_BRACKETS).split()).lower()


def folded_address(address: str) -> str:
    """An address as it is compared: 江苏省南京市 = 江苏南京 = 南京市 = 南京, 栋 = 幢, # = 号.

    A province before a city counts as said, and 市 after a city's name too, whether or not the city is on our list.
    """
    plain = folded(address)
    code, rest = divisions.located(plain)
    name = divisions.divisions().get(code, "")
    if code.endswith("0000") and code[:2] in divisions.MUNICIPALITIES:
        rest = divisions.short(name) + rest.removeprefix(name)
    elif code and not code.endswith("0000"):
        rest = divisions.short(name) + rest
    else:
        rest = _CITY.sub(r"\1", _PROVINCE.sub("", _ANY_PROVINCE.sub("", rest)))
    return rest.translate(_UNITS) if _UNIT.search(rest) else rest
