"""The articles a rule stands on, as people read them: in force from when to when, confirmed or not."""

from datetime import date
from typing import NamedTuple

from declare.law import Citation, Lang
from declare.rules.book import Rule
from declare.web.values import day


class Article(NamedTuple):
    """One article: its key, its names, the days it is in force, and whether it is on the day asked for."""

    key: str
    law: str
    named: str
    since: str
    until: str
    note: str
    verified: bool
    holds: bool


def articles(rule: Rule, on: date, *, lang: Lang) -> list[Article]:
    """The articles of a rule, those in force on that day first."""
    ranked = sorted(rule.basis, key=lambda cited: not cited.in_force(on))
    return [_article(cited, on, lang) for cited in ranked]


def cited_on(rule: Rule, on: date, *, lang: Lang) -> list[str]:
    """The articles of a rule in force on a day, in words; all of them where none is."""
    current = [cited for cited in rule.basis if cited.in_force(on)] or rule.basis
    return [cited.shown().to(lang) for cited in current]


def _article(cited: Citation, on: date, lang: Lang) -> Article:
    """One article."""
    text = cited.instrument
    return Article(
        key=cited.key,
        law=text.name.to(lang),
        named=cited.named().to(lang),
        since=day(text.since, lang=lang),
        until=day(text.until, lang=lang) if text.until else "",
        note=text.note.to(lang) if text.note else "",
        verified=cited.verified,
        holds=cited.in_force(on),
    )
