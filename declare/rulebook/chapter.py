"""Which rules somebody may read, and one rule as an address names it."""

from dataclasses import dataclass

from declare.access import Action, Actor, Resource, decide
from declare.rules.book import Rule, all_rules
from declare.rules.finding import Audience
from declare.web import visitor


@dataclass(frozen=True, slots=True)
class Chapter:
    """A rule somebody reads, those before and after it, and whether they read as a reviewer."""

    rule: Rule
    before: Rule | None
    after: Rule | None
    reviewing: bool

    def resource(self) -> Resource:
        """The rule as a decision sees it: it belongs to nobody."""
        return Resource("rule")


def reviewing(actor: Actor) -> bool:
    """Whether somebody may read the rules that only reviewers work with."""
    return decide(actor, Action.READ_REVIEW_RULES).allowed


def readable(actor: Actor) -> tuple[Rule, ...]:
    """The rules somebody may read, in order: all of them, or those a declarant is told about."""
    if reviewing(actor):
        return all_rules()
    return tuple(rule for rule in all_rules() if rule.audience is Audience.DECLARANT)


def chapter(rule_id: str) -> Chapter | None:
    """The rule an address names; None where there is none or it is not for the person signed in."""
    who = visitor()
    actor = who.actor() if who else Actor(account=0)
    rules = readable(actor)
    at = next((at for at, rule in enumerate(rules) if rule.id == rule_id), None)
    if at is None:
        return None
    before = rules[at - 1] if at else None
    after = rules[at + 1] if at + 1 < len(rules) else None
    return Chapter(rules[at], before, after, reviewing(actor))
