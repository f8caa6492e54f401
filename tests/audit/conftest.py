"""An audit with some leaves in it, on either kind of database."""

import pytest

from declare.audit import append_placed, checkpoint
from declare.extensions import db

OBJECTS = ("declaration/1", "person/3", "filing/8")


def write(count, *, session=None, start=0):
    """Writes a few different leaves and commits."""
    session = session or db.session
    leaves = [
        append_placed(
            session,
            actor=None if number % 5 == 0 else number,
            role="declarant",
            action="declaration.save",
            object=OBJECTS[number % 3],
            row="declarant own",
        )
        for number in range(start, start + count)
    ]
    session.commit()
    return leaves


@pytest.fixture
def leaves(floor):
    """Twenty-three leaves, committed."""
    return write(23)


def change(statement):
    db.session.execute(statement)
    db.session.commit()


@pytest.fixture
def small(floor):
    """Twelve leaves, a signed head at eight."""
    written = write(8)
    checkpoint(db.session)
    db.session.commit()
    return written + write(4, start=8)
