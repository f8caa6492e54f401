"""规则举例 · What a rule says in each of its examples, word for word, and which articles a finding cites."""

from functools import lru_cache
from string import Formatter
from typing import NamedTuple

from declare.law import Lang, Text, enacted
from declare.rules.book import OFFICE, PERSON, Rule, Seen, rule_by_id
from declare.rules.cases import Case
from declare.rules.finding import Finding, Found, plain

GAP = "……"


class Piece(NamedTuple):
    """A stretch of a sentence: the rule's own words, or what this example filled in."""

    text: str
    filled: bool


class Sentence(NamedTuple):
    """One sentence in both languages, in pieces."""

    zh: tuple[Piece, ...]
    en: tuple[Piece, ...]


class Cited(NamedTuple):
    """An article a finding cites: its short name, "" where the rule book has it no more, and its words."""

    key: str
    words: str


class Example(NamedTuple):
    """One example: the scene's name, whether the rule speaks, and what it says where no earlier example says it alike."""

    name: str
    flags: bool
    says: Sentence | None


@lru_cache(maxsize=256)
def examples(id: str) -> tuple[Example, ...]:
    """The examples of a rule under the built-in numbers, each wording told once; KeyError where there is no such rule."""
    rule, known = rule_by_id(id), set[Text]()
    told = []
    with enacted({}):
        for case in rule.examples:
            wording = _first(rule, case) if case.flags else None
            new = wording is not None and wording[0] not in known
            told.append(Example(case.name, case.flags, _sentence(*wording) if wording and new else None))
            known.update([wording[0]] if wording else [])
    return tuple(told)


def wording(id: str) -> Sentence:
    """What a rule says, as in its first example; where no example speaks, its own words with gaps for what is filled in."""
    told = next((one.says for one in examples(id) if one.says), None)
    return told or _sentence(rule_by_id(id).says, {})


def cited(said: Finding, lang: Lang) -> list[Cited]:
    """The articles of a finding, as the law names them in that language."""
    known = {(one.instrument.name.zh, one.article): one for one in rule_by_id(said.rule).basis}
    found = []
    for article in said.basis:
        one = known.get((article.law, article.article))
        found.append(Cited(one.key, one.shown().to(lang)) if one else Cited("", f"{article.law} {article.article}"))
    return found


def pieces(says: str, **filled: object) -> tuple[Piece, ...]:
    """A sentence with its placeholders filled in, in pieces; what is not given stays a gap."""
    found = []
    for words, key, form, _ in Formatter().parse(says):
        if words:
            found.append(Piece(words, filled=False))
        if key:
            found.append(Piece(format(filled[key], form or "") if key in filled else GAP, filled=True))
    return tuple(found)


def _first(rule: Rule, case: Case) -> tuple[Text, dict[str, object]] | None:
    """The wording of the first finding in an example, and what it is filled with."""
    seen = _seen(rule, case)
    hint = next(iter(rule.check(seen)), None) if seen is not None and rule.applies(seen) else None
    if seen is None or hint is None:
        return None
    return hint.says or rule.says, _row(seen, hint) | {key: plain(value) for key, value in hint.numbers.items()}


def _sentence(says: Text, filled: dict[str, object]) -> Sentence:
    """A wording in both languages."""
    return Sentence(pieces(says.zh, **filled), pieces(says.en, **filled))


def _seen(rule: Rule, case: Case) -> Seen | None:
    """What a rule looks at in an example; None where a rule about reports meets a scene without one."""
    if rule.scope is OFFICE:
        return case.office()
    if rule.scope is PERSON:
        return case.subject()
    return case.facts() if case.filings else None


def _row(seen: Seen, hint: Found) -> dict[str, object]:
    """`{row}` of a sentence, as the engine fills it."""
    if not hint.spots:
        return {}
    spot = hint.spots[0]
    place = seen.standing_of(*spot) if isinstance(spot, tuple) else seen.standing_of(spot, None)
    return {} if place.entry is None else {"row": place.entry + 1}
