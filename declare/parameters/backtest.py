"""The trial of a proposed value: the rules that ask for it run on the reports of past years, as they are and as if it held."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from declare.audit import Act
from declare.checks import in_force
from declare.checks.source import source
from declare.extensions import vault
from declare.items.filing import Filing
from declare.law import supposing
from declare.parameters import values
from declare.parameters.comparison import Effect, Tally
from declare.parameters.models import PROPOSED, ParameterChange
from declare.rules.around import Around
from declare.rules.book import Rule, run
from declare.rules.facts import Facts
from declare.rules.finding import Finding
from declare.rules.office import Office
from declare.rules.parameters import Parameter, parameters
from declare.rules.subject import Subject
from declare.vault import Reader
from declare.web import SYSTEM, leaf, now, today, transaction

YEARS = 5
"""How many years back a trial looks."""

AT_ONCE = 100
PART = "effect"

encode = msgspec.json.Encoder().encode
decode = msgspec.json.Decoder(Effect).decode


def backtest(change: int) -> None:
    """The job after a proposal: tries the value and keeps what came of it, sealed; nothing where it is decided already."""
    with transaction() as session:
        row = session.get(ParameterChange, change)
        if row is None or row.state != PROPOSED or row.key not in parameters():
            return
        parameter, since = parameters()[row.key], row.since
        value = values.restored(parameter.dated, row.value)
    effect = tried(parameter, value, since=since, reader=Reader(None, "system", f"parameter/{change}"))
    with transaction() as session:
        row = session.get_one(ParameterChange, change, with_for_update=True)
        if row.state == PROPOSED:
            row.effect = vault.sealer(session, row.record).seal(PART, 1, encode(effect))
            row.tested_at = now()
            leaf(session, SYSTEM, Act.PARAMETER_TEST, row.record)


def tried(parameter: Parameter, value: object, *, since: date, reader: Reader) -> Effect:
    """Compares the findings of past years, declarant by declarant: the value that would hold on a day, and another one.

    Either is supposed to have held all along; every other parameter is as it was on its day.
    """
    tally = Tally(first=today().year - YEARS, last=today().year, day=today())
    with transaction() as session:
        corps, everybody = source().around(session, reader), source().persons(session, None)
        in_force_now = in_force(session)
    with in_force_now:
        two = Two(parameter, parameter.dated.held(since).value, value)
        for start in range(0, len(everybody), AT_ONCE):
            for subject in _subjects(everybody[start : start + AT_ONCE], corps, reader).values():
                two.compare(tally, subject)
        with transaction() as session:
            beyond = source().beyond(session, corps, reader)
        two.compare(tally, beyond.office)
        for stranger in beyond.strangers:
            two.compare(tally, stranger)
    return tally.effect()


def _subjects(piece: Sequence[int], corps: Around, reader: Reader) -> Mapping[int, Subject]:
    """Declarants with everything known of them."""
    with transaction() as session:
        opening = source().read(session, piece, corps, reader, None)
    opened = opening()
    with transaction() as session:
        return source().acquaint(session, opened, corps, reader)


class Two(NamedTuple):
    """A parameter and the two values its rules are run under."""

    parameter: Parameter
    old: object
    new: object

    def compare(self, tally: Tally, seen: Subject | Office) -> None:
        """Counts what is found about one declarant, or the office, under each."""
        tally.reports += sum(tally.first <= filing.year <= tally.last for filing in reports(seen))
        tally.add(
            seen.unit if isinstance(seen, Subject) else "",
            before=self._under(self.old, seen),
            after=self._under(self.new, seen),
        )

    def _under(self, value: object, seen: Subject | Office) -> list[Finding]:
        """What the rules find as if the parameter had always had a value."""
        with supposing(self.parameter.dated, value):
            return list(found(seen, self.parameter.rules))


def reports(seen: Subject | Office) -> Sequence[Filing]:
    """The reports of a declarant; the office has none."""
    return seen.history if isinstance(seen, Subject) else ()


def found(seen: Subject | Office, rules: Sequence[Rule]) -> Iterator[Finding]:
    """What some rules find about one declarant, or the office."""
    if isinstance(seen, Subject):
        for index in range(len(seen.history)):
            yield from run(Facts.of(seen, index), rules)
    yield from run(seen, rules)
