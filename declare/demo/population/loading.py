"""A population into the database, some declarants at a time, so that memory stays flat."""

from collections.abc import Callable, Iterator
from itertools import islice

from declare.audit import Act
from declare.demo.population.answers import Answer
from declare.demo.population.streaming import Population
from declare.interchange.corpus import Located
from declare.interchange.importing import Loaded, load
from declare.interchange.records import AnyRecord
from declare.web import SYSTEM, leaf, transaction

RECORDS = 2000
"""Records loaded in one transaction."""

Progress = Callable[[int], object]


def load_population(population: Population, *, progress: Progress) -> Loaded:
    """Loads every record; nobody gets a password. `progress` is told how many records there are so far."""
    whole, done, records = Loaded(), 0, _records(population)
    while chunk := list(islice(records, RECORDS)):
        with transaction() as session:
            loaded = load(session, chunk)
            leaf(session, SYSTEM, Act.DEMO_LOAD, f"records {len(chunk)}")
        whole.new += loaded.new
        whole.known += loaded.known
        done += len(chunk)
        progress(done)
    return whole


def _records(population: Population) -> Iterator[Located]:
    """Every record as if it had come from a file."""
    told: Iterator[tuple[str, AnyRecord]] = (
        (name, record) for name, record in population.records() if not isinstance(record, Answer)
    )
    yield from (Located(name, number, record) for number, (name, record) in enumerate(told, 1))
