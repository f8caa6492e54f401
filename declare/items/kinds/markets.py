"""Codes of listed shares and of funds."""

import re
from typing import Annotated

from declare.items.kinds.identity import normal
from declare.items.kinds.text import TextKind
from declare.law import Text

MARKETS = (
    ("sse", re.compile(r"(?:60[0135]|68[89])[0-9]{3}|900[0-9]{3}")),
    ("szse", re.compile(r"(?:00[0-3]|30[0-9]|200)[0-9]{3}")),
    ("bse", re.compile(r"(?:43|83|87|88)[0-9]{4}|920[0-9]{3}")),
    ("neeq", re.compile(r"(?:400|420)[0-9]{3}")),
    ("hkex", re.compile(r"[0-9]{5}")),
)
SIX_DIGITS = re.compile(r"[0-9]{6}")

WRONG_SHARE = Text("不是境内交易所的股票代码，请核对。", "This is no share code of a mainland exchange.")
WRONG_FUND = Text("基金代码应为6位数字，请核对。", "A fund code has 6 digits.")


def market_of(code: str) -> str:
    """Where a share is listed: sse, szse, bse, neeq, hkex (five digits), or "" where the code fits none."""
    return next((market for market, pattern in MARKETS if pattern.fullmatch(code)), "")


class CodeKind(TextKind):
    """A code that is public."""

    def clean(self, typed: str) -> str:
        """The code in half width, an exchange suffix such as .SH dropped."""
        return normal(re.sub(r"[.．](?:SH|SZ|BJ|HK|OF)$", "", typed.strip(), flags=re.IGNORECASE))


class SecurityKind(CodeKind):
    """The code of a listed share."""

    name = "security_code"

    def check(self, value: str) -> Text | None:
        """Whether it lies in a range of an exchange."""
        return None if market_of(value) else WRONG_SHARE


class FundKind(CodeKind):
    """The code of a fund issued in mainland China."""

    name = "fund_code"

    def check(self, value: str) -> Text | None:
        """Whether it has six digits."""
        return None if SIX_DIGITS.fullmatch(value) else WRONG_FUND


SecurityCode = Annotated[str, SecurityKind()]
FundCode = Annotated[str, FundKind()]
