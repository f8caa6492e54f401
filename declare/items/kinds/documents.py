"""Numbers of passports, travel permits and titles to real estate."""

import re
from typing import Annotated

from declare.items.folding import folded
from declare.items.kinds.identity import normal
from declare.items.kinds.text import TextKind
from declare.law import Text

ORDINARY = re.compile(r"E[0-9]{8}|E[A-HJ-NP-Z][0-9]{7}|G[0-9]{8}|1[45][0-9]{7}")
OFFICIAL = re.compile(r"(?:PE|SE|DE|P|S|D)[0-9]{7,8}")
HK_MACAO = re.compile(r"C[0-9]{8}|C[A-Z][0-9]{7}|W[0-9]{8}")
TAIWAN = re.compile(r"L[0-9]{8}|T[0-9]{8}")
TITLE = re.compile(r"[\u4e00-\u9fa5]\(\d{4}\)[\u4e00-\u9fa5]{1,12}不动产权第\d{6,8}号")

NOT_ORDINARY = Text(
    "这是公务、外交护照号，本表只报普通护照。",
    "This is the number of an official passport: report ordinary passports only.",
)
WRONG_PASSPORT = Text(
    "普通护照号应如E12345678或EA1234567。", "An ordinary passport number looks like E12345678 or EA1234567."
)
WRONG_PERMIT = Text(
    "往来港澳通行证号应如C12345678，往来台湾通行证号应如L12345678。",
    "A permit for Hong Kong and Macao looks like C12345678, one for Taiwan like L12345678.",
)
WRONG_TITLE = Text(
    "不动产权证号应如：苏(2019)江东不动产权第0012345号。",
    "A title number looks like “苏(2019)江东不动产权第0012345号”.",
)


def permit_for(number: str) -> str:
    """Which permit a number belongs to: hk_macao, taiwan, or "" where it fits neither."""
    number = normal(number)
    return "hk_macao" if HK_MACAO.fullmatch(number) else "taiwan" if TAIWAN.fullmatch(number) else ""


class DocumentKind(TextKind):
    """The number of a travel or residence document of any country; it travels as text."""

    name = "text"
    index = "document"

    def clean(self, typed: str) -> str:
        """The number in half width and capitals."""
        return normal(typed)

    def mask(self, value: str) -> str:
        """The first and the last two characters."""
        return f"{value[:1]}••••••{value[-2:]}" if len(value) > 6 else "••••••"

    def trace(self, value: str) -> str:
        """The number in half width and capitals."""
        return normal(value)

    def same(self, one: str, other: str) -> bool:
        """Whether both are the same number."""
        return normal(one) == normal(other)


class PassportKind(DocumentKind):
    """The number of a Chinese ordinary passport."""

    name = "passport_no"

    def check(self, value: str) -> Text | None:
        """Whether it has the form of an ordinary passport's number."""
        number = normal(value)
        if ORDINARY.fullmatch(number):
            return None
        return NOT_ORDINARY if OFFICIAL.fullmatch(number) else WRONG_PASSPORT


class PermitKind(DocumentKind):
    """The number of a travel permit for Hong Kong and Macao or for Taiwan."""

    name = "permit_no"

    def check(self, value: str) -> Text | None:
        """Whether it has the form of either permit."""
        return None if permit_for(value) else WRONG_PERMIT


class CertificateKind(TextKind):
    """The number of a title to real estate or of a sale contract; older titles are free text."""

    name = "certificate_no"
    index = "certificate"

    def check(self, value: str) -> Text | None:
        """The pattern, where the number says it is a 不动产权证."""
        plain = folded(value)
        if "不动产权" in plain and not TITLE.fullmatch(plain):
            return WRONG_TITLE
        return super().check(value)


DocumentNo = Annotated[str, DocumentKind()]
PassportNo = Annotated[str, PassportKind()]
PermitNo = Annotated[str, PermitKind()]
CertificateNo = Annotated[str, CertificateKind()]
