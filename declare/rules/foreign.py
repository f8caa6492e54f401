"""涉外 · Who of the family is foreign, by nationality or by document."""

from declare.items.filing import Member
from declare.items.folding import folded
from declare.items.kinds.documents import ORDINARY
from declare.items.kinds.places import abroad
from declare.rules.facts import Facts, once
from declare.rules.kinship import gone
from declare.rules.papers import CITIZEN_CARDS
from declare.rules.spelling import plain

PERMITS = ("往来港澳通行证", "往来台湾通行证")
"""Permits of a Chinese citizen, though they name places outside the mainland."""

CHINESE_PASSPORTS = ("中国", "中华人民共和国", "公务", "外交护照")

FOREIGN_WORDS = (
    "外国",
    "外籍",
    "永久居留",
    "永久性居民",
    "绿卡",
    "来往内地通行证",
    "来往大陆通行证",
    "回乡证",
    "台胞证",
    "港澳",
    "香港",
    "澳门",
    "台湾",
)
PASSPORTS = frozenset(("护照", "普通护照", "因私护照", "因私普通护照"))


def foreign(member: Member) -> bool:
    """Whether a relative is a foreigner or a resident of Hong Kong, Macao or Taiwan, by nationality or by document."""
    return abroad(member.nationality) or foreign_document(member)


@once
def strangers(facts: Facts) -> list[Member]:
    """The foreign members of the family who have not left it."""
    return [member for member in facts.family if foreign(member) and not gone(member)]


def foreign_document(member: Member) -> bool:
    """Whether the document given for a relative is one that foreigners or residents of Hong Kong, Macao or Taiwan hold."""
    document = member.document_kind
    if not document or document in CITIZEN_CARDS:
        return False
    document = folded(document)
    if document in PASSPORTS:
        return not member.nationality and not ORDINARY.fullmatch(plain(member.id_number))
    if any(word in document for word in FOREIGN_WORDS):
        return not document.endswith(PERMITS)
    return "护照" in document and not any(word in document for word in CHINESE_PASSPORTS)
