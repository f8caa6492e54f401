"""任职地区 · Whether a place lies where the declarant holds office."""

import re

from declare.rules.facts import Facts

_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")

PROVINCE = "0000"
"""What the division code of a province ends in."""


def jurisdiction(facts: Facts) -> str:
    """The division code of the declarant's jurisdiction, as this report or the last one that told it gives it."""
    reports = (facts.filing, *facts.earlier)
    return next((filing.basic.jurisdiction for filing in reports if filing.basic.jurisdiction), "")


def within(codes: str, jurisdiction: str) -> bool:
    """Whether one of the division codes lies in the jurisdiction's prefecture, or province where it is a province."""
    if len(jurisdiction) != 6:
        return False
    prefix = jurisdiction[:2] if jurisdiction.endswith(PROVINCE) else jurisdiction[:4]
    return any(code.startswith(prefix) for code in _CODE.findall(codes))
