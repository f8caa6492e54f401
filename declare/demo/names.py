"""Names put together character by character, so that they are nobody's."""

from random import Random

from declare.demo.numbers import Counted
from declare.items.choices import Sex

SURNAMES = "郑沈唐许韩冯邓曹彭曾萧蔡潘袁于董余苏叶吕魏蒋田杜丁范姜傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
MALE = "怀川振岳承霖嘉树景行致远修齐鸿渐维桢允恭伯钧敬亭绍庭继明守拙望舒立言思齐弘毅"
FEMALE = "晚晴一禾静姝若兰清扬采薇念慈书瑶令仪婉如疏影知秋映雪初晓听澜素问怀瑾佩兰诗涵"
MIDDLE = "文德学志永光国兴玉雅晓月春秋云海江林新成"


def surname(random: Random) -> str:
    """A family name."""
    return random.choice(SURNAMES)


def given(random: Random, sex: Sex) -> str:
    """A given name of two characters."""
    return random.choice(MIDDLE) + random.choice(MALE if sex is Sex.MALE else FEMALE)


def full(random: Random, sex: Sex) -> str:
    """A whole name."""
    return surname(random) + given(random, sex)


def brand(random: Random, name: str) -> str:
    """The word a firm is known by: from the owner's given name, with two characters more where many are counted."""
    if not isinstance(random, Counted):
        return name[1:]
    left, first = divmod(random.unlike(7), len(SURNAMES))
    left, second = divmod(left, len(SURNAMES))
    return name[1:] + SURNAMES[left % len(SURNAMES)] + SURNAMES[second] + SURNAMES[first]
