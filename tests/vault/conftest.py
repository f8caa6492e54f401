"""A vault with keys and a database of its own, and a witness who writes down what is opened."""

from dataclasses import dataclass, field

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from declare.database import Model, prepare
from declare.vault import KeyRing, Reader, Vault

OWNER = Reader(7, "declarant", "own")


@dataclass
class Seen:
    """What a witness was told, and what the alarm was."""

    opened: list = field(default_factory=list)
    refused: list = field(default_factory=list)

    def witness(self, _session, reader, record, what):
        self.opened.append((reader, record, what))

    def alarm(self, _session, reader, record, part):
        self.refused.append((reader, record, part))


@pytest.fixture
def ring(tmp_path):
    return KeyRing(tmp_path / "keys")


@pytest.fixture
def seen():
    return Seen()


@pytest.fixture
def vault(ring, seen):
    made = Vault(ring, witness=seen.witness)
    made.alarm = seen.alarm
    return made


@pytest.fixture
def rows(tmp_path):
    """A database session; nothing of Flask."""
    engine = prepare(create_engine(f"sqlite:///{tmp_path / 'vault.db'}"))
    for name in ("data_key", "destroyed_key"):
        Model.metadata.tables[name].create(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()
