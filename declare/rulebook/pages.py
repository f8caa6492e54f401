"""What the pages of the rule book show, put together."""

from collections.abc import Mapping
from datetime import date

from flask_babel import gettext as _

from declare.access import Actor
from declare.casework.cards import clause
from declare.extensions import db
from declare.rulebook import search
from declare.rulebook.articles import articles, cited_on
from declare.rulebook.chapter import Chapter, readable, reviewing
from declare.rulebook.numbers import numbers
from declare.rulebook.outcomes import FEWEST, outcomes
from declare.rules.book import Rule
from declare.rules.contents import LEVELS, group_of
from declare.rules.finding import Audience
from declare.rules.telling import examples, wording
from declare.web import lang, render, today, visitor


def of_index(asked: Mapping[str, str]) -> str:
    """The rules somebody may read, under their groups, narrowed to what was asked for."""
    who = visitor()
    actor = who.actor() if who else Actor(account=0)
    rules, wanted = readable(actor), search.wanted(asked)
    found = search.found(rules, wanted)
    return render(
        "rulebook/index.html",
        groups=[(group, [_line(rule) for rule in inside]) for group, inside in search.grouped(found)],
        contents=[group for group, _inside in search.grouped(rules)],
        levels=LEVELS,
        laws=search.laws(rules),
        article=search.cited_as(rules, wanted.article),
        wanted=wanted,
        total=len(rules),
        count=len(found),
        reviewing=reviewing(actor),
    )


def of_rule(chapter: Chapter, asked: Mapping[str, str]) -> str:
    """One rule: what the law asks, the numbers of a day, what is said, by which examples."""
    rule, written = chapter.rule, asked.get("on", "").strip()
    on = _day(written)
    return render(
        "rulebook/rule.html",
        chapter=chapter,
        rule=rule,
        group=group_of(rule.id),
        levels=[(level, LEVELS[level].to(lang())) for level in rule.severity],
        title=_title(rule),
        articles=articles(rule, on or today(), lang=lang()),
        numbers=numbers(rule, on or today(), lang=lang()),
        on=on or today(),
        written=written,
        wrong=bool(written) and on is None,
        says=wording(rule.id),
        examples=examples(rule.id),
        compares=(rule.check.__doc__ or "").strip(),
        clause=clause(rule.clause, lang=lang()) if rule.clause and chapter.reviewing else "",
        audience=_audience(rule),
        outcomes=outcomes(db.session, rule.id) if chapter.reviewing else None,
        fewest=FEWEST,
    )


def _line(rule: Rule) -> dict[str, object]:
    """One rule of the list."""
    return {
        "id": rule.id,
        "title": _title(rule),
        "levels": [(level, LEVELS[level].to(lang())) for level in rule.severity],
        "cited": cited_on(rule, today(), lang=lang()),
        "audience": _audience(rule),
    }


def _title(rule: Rule) -> str:
    """What a rule is called; English begins with a capital."""
    words = rule.title.to(lang())
    return words[:1].upper() + words[1:]


def _audience(rule: Rule) -> str:
    """Who sees what the rule finds."""
    return str(_("本人、审核") if rule.audience is Audience.DECLARANT else _("仅审核"))


def _day(written: str) -> date | None:
    """A day of an address, None for anything else."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
