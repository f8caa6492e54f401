"""A whole population as a stream of records, one declarant after another, so that memory stays flat however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass

from declare.demo.plants.book import Plant
from declare.demo.population.answers import Answer
from declare.demo.population.beside import beside
from declare.demo.population.life import Life
from declare.demo.population.making import honest
from declare.demo.population.registers import register
from declare.demo.population.schedule import cells
from declare.demo.population.world import World, world
from declare.interchange.records import AnyRecord

STEADY = frozenset(("steady",))
"""Nothing else befalls those in whom something is planted, so that the answer key is right."""


@dataclass(frozen=True, slots=True)
class Population:
    """So many declarants, with or without planted faults; the same numbers give the same records."""

    people: int
    year: int
    seed: int
    faults: bool = False

    @property
    def world(self) -> World:
        """What the declarants share."""
        return world(self.people, self.year, self.seed, faults=self.faults)

    def lives(self) -> Iterator[tuple[Life, list[Answer]]]:
        """Every declarant with what was planted in them."""
        around, number = self.world, 0
        for one in cells(self.people) if self.faults else [None] * self.people:
            made = [
                self._life(around, number + at, one, one.needs[min(at, 1)] | STEADY if one else frozenset())
                for at in range(one.lives if one else 1)
            ]
            answers = one.into(*made) if one else []
            for life in made:
                register(life)
            yield from ((life, answers if not at else []) for at, life in enumerate(made))
            number += len(made)

    def _life(self, around: World, number: int, one: Plant | None, needs: frozenset[str]) -> Life:
        """A declarant fit for a plant, or an honest one with all that goes with a life."""
        life = honest(around, number, needs)
        beside(life, quiet=one is not None)
        if one and one.lives > 1:
            life.registered = False
        return life

    def records(self) -> Iterator[tuple[str, AnyRecord | Answer]]:
        """Every record in an order it can be loaded in, declarant by declarant, with the name of its file."""
        yield from self.world.records()
        yield from (("answers", answer) for answer in self.world.answers())
        for life, answers in self.lives():
            yield "persons", life.person
            yield from (("declarations", filing) for filing in life.filings())
            yield from (("disclosures", told) for told in life.told)
            yield from (("registries", row) for row in life.extracts)
            yield from (("work", row) for row in life.work)
            yield from (("answers", answer) for answer in answers)
