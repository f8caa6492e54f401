"""The parameters of the rules that no law sets, and which rules ask for each: what an organisation may adjust."""

from collections import defaultdict
from functools import cache
from typing import Any, NamedTuple

from declare.law import Dated, Text
from declare.rules.book import Rule, all_rules


class Parameter(NamedTuple):
    """A threshold without legal value, and the rules that compare with it in the order of their ids."""

    dated: Dated[Any]
    rules: tuple[Rule, ...]

    @property
    def key(self) -> str:
        """The name it is stored and travels under."""
        return self.dated.key

    @property
    def title(self) -> Text:
        """What it is."""
        return self.dated.title or Text(self.key, self.key)


@cache
def parameters() -> dict[str, Parameter]:
    """Every parameter by its key, in the order of the rules; ValueError where two thresholds share a key."""
    asked: dict[Dated[Any], list[Rule]] = defaultdict(list)
    for rule in all_rules():
        for dated in rule.thresholds:
            if dated.adjustable:
                asked[dated].append(rule)
    found = {dated.key: Parameter(dated, tuple(rules)) for dated, rules in asked.items()}
    if len(found) != len(asked):
        raise ValueError("two thresholds have one key")
    return found
