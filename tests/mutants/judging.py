"""Whether anything notices a change: the cases of the rules, and the honest people who are asked nothing."""

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial

from declare.rules.assembly import Assembly
from declare.rules.book import OFFICE, PERSON, Rule, run
from declare.rules.cases import silent, told
from declare.rules.facts import Facts
from tests.rules import test_honest_disclosures as disclosed
from tests.rules.honest import honest
from tests.rules.test_cases import DATED
from tests.rules.test_cases import (
    test_a_case_is_flagged_as_often_as_it_says_with_all_that_a_finding_carries as agrees,
)
from tests.rules.test_cases import (
    test_what_is_not_about_one_report_says_on_which_day_it_happened as dated,
)

PLACES = ("", "湖南", "广西", "宝鸡", "盱眙地税")
SECONDS = 2.0
"""Every case takes about a hundred microseconds; what takes longer runs in circles."""

Question = Callable[[], None]


class TooLong(BaseException):
    """A change makes a rule run in circles."""


def questions(rules: Sequence[Rule]) -> list[Question]:
    """What is asked after each change, one by one: every case of the rules, then the honest people."""
    cases: list[Question] = [partial(agrees, rule, case) for rule in rules for case in rule.examples]
    days = [partial(dated, rule) for rule in rules if rule in DATED]
    return [*cases, *days, *(_honest(rule) for rule in rules)]


def _honest(rule: Rule) -> Question:
    """Honest people are asked nothing by a rule."""

    def ask() -> None:
        assert not [one for seen in _honest_people(rule) for one in run(seen, [rule])]

    return ask


def _honest_people(rule: Rule) -> Iterator[object]:
    """The honest report of two years, and the honest discloser at several places."""
    if rule.scope is OFFICE:
        return
    if rule.scope is PERSON:
        yield from (_discloser(place) for place in PLACES)
        made = Assembly()
        for year in (2024, 2025):
            made.add(_report(year))
        yield next(made.subjects())
    else:
        yield Facts(_report(2024))
        yield Facts(_report(2025), earlier=(_report(2024),))


@cache
def _report(year: int) -> object:
    """The honest report on a year, written once."""
    return honest(year)


@cache
def _discloser(place: str) -> object:
    """Somebody who discloses everything in time and hands over what is due."""
    told_of = (
        told(disclosed.RECEPTION, filed_on="2025-07-01"),
        told(disclosed.WEDDING, filed_on="2025-10-20"),
    )
    managed = (disclosed.Managed(name=disclosed.FIRM),)
    records = (*disclosed.GIFTS, *disclosed.INVITATIONS, *told_of, *disclosed.AROUND)
    return silent("", *records, managed=managed, place=place, today="2026-01-31").subject()


def noticed(asked: list[Question]) -> bool:
    """Whether a question gets another answer now, an error or none in time; the one that noticed is asked first next time."""
    for at, question in enumerate(asked):
        try:
            with _in_time():
                question()
        except (Exception, TooLong):  # noqa: BLE001 — whatever goes wrong, the change did not pass
            asked.insert(0, asked.pop(at))
            return True
    return False


@contextmanager
def _in_time() -> Iterator[None]:
    """Raises TooLong in a block that does not end."""

    def stop(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
