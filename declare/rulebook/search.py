"""Looking something up in the rule book: by group, severity, text of the law, article and words."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from declare.law import INSTRUMENTS, Citation, Instrument
from declare.rules.book import Rule
from declare.rules.contents import CONTENTS, LEVELS, Group


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; empty where it is not. `article` is the key of a citation."""

    group: str = ""
    severity: int = 0
    law: str = ""
    article: str = ""
    words: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for at all."""
        return self != Wanted()


def wanted(asked: Mapping[str, str]) -> Wanted:
    """What an address asks for; what no rule could have is not asked for."""
    group, severity, law = asked.get("group", ""), asked.get("severity", ""), asked.get("law", "")
    return Wanted(
        group=group if group in {one.letter for one in CONTENTS} else "",
        severity=int(severity) if severity in {str(level) for level in LEVELS} else 0,
        law=law if law in {one.key for one in INSTRUMENTS} else "",
        article=asked.get("article", "")[:40],
        words=asked.get("q", "").strip()[:60],
    )


def found(rules: Iterable[Rule], asked: Wanted) -> list[Rule]:
    """The rules that have everything asked for, in order."""
    words = _folded(asked.words).split()
    return [rule for rule in rules if _fits(rule, asked) and all(word in _text(rule) for word in words)]


def grouped(rules: Iterable[Rule]) -> list[tuple[Group, list[Rule]]]:
    """Rules under their groups; a group without any is left out."""
    listed = list(rules)
    groups = [(group, [rule for rule in listed if rule.id[0] == group.letter]) for group in CONTENTS]
    return [(group, inside) for group, inside in groups if inside]


def laws(rules: Iterable[Rule]) -> list[Instrument]:
    """The legal texts these rules cite, in the order of the book of law."""
    cited = {citation.instrument for rule in rules for citation in rule.basis}
    return [one for one in INSTRUMENTS if one in cited]


def cited_as(rules: Iterable[Rule], key: str) -> Citation | None:
    """The article of that key, where one of these rules cites it."""
    return next((citation for rule in rules for citation in rule.basis if citation.key == key), None)


def _fits(rule: Rule, asked: Wanted) -> bool:
    """Whether a rule is of the group, severity, text and article asked for."""
    return (
        asked.group in ("", rule.id[0])
        and (not asked.severity or asked.severity in rule.severity)
        and (not asked.law or any(cited.instrument.key == asked.law for cited in rule.basis))
        and (not asked.article or any(cited.key == asked.article for cited in rule.basis))
    )


def _text(rule: Rule) -> str:
    """Everything of a rule that words are looked for in."""
    cited = [part for one in rule.basis for part in one.shown()]
    examples = [case.name for case in rule.examples]
    return _folded("\n".join([rule.id, *rule.title, *rule.says, rule.doc, *cited, *examples]))


def _folded(text: str) -> str:
    """Text without differences of width and case."""
    return unicodedata.normalize("NFKC", text).casefold()
