"""职务 · A post as people write it, taken apart into the offices it names."""

import re

from declare.items.folding import folded
from declare.rules.facts import Facts

_BETWEEN = re.compile(r"[\s、，,;；/()（）]+|兼任|[兼和及与]")

HEADS = ("总队长", "支队长", "大队长", "站长", "局长", "院长", "校长", "政委", "政治委员", "书记", "主任")
"""Heads of a unit; their deputies' offices end in the same words."""


def offices(post: str) -> list[str]:
    """The offices a post names, folded: 董事长、法定代表人（兼） gives 董事长 and 法定代表人."""
    return [folded(part) for part in _BETWEEN.split(post) if part]


def leads(facts: Facts) -> bool:
    """Whether the declarant is head or deputy head of the unit, as this report or the last one that told it says."""
    post = next((filing.basic.post for filing in (facts.filing, *facts.earlier) if filing.basic.post), "")
    return any(office.endswith(HEADS) for office in offices(post))
