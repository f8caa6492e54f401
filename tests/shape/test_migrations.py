"""The models equal the migration head, and every migration goes up and down again."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from tests.shape.test_columns import tables
from tests.shape.tree import ROOT

VERSIONS = sorted((ROOT / "migrations/versions").glob("[0-9]*.py"))

pytestmark = pytest.mark.skipif(not VERSIONS, reason="no migration stands yet")


@pytest.fixture
def engine(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    yield engine
    engine.dispose()


@pytest.fixture
def config(engine):
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("sqlalchemy.url", str(engine.url))
    return config


def run(config, engine, step, to):
    """Goes to a revision on a connection of its own."""
    with engine.begin() as connection:
        config.attributes.update(connection=connection, metadata=tables()[0].metadata)
        step(config, to)


def differences(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, tables()[0].metadata)


def test_models_equal_the_head(config, engine):
    run(config, engine, command.upgrade, "head")
    assert differences(engine) == []


def test_every_migration_goes_down_again(config, engine):
    run(config, engine, command.upgrade, "head")
    run(config, engine, command.downgrade, "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
    run(config, engine, command.upgrade, "head")
    assert differences(engine) == []


def test_migrations_form_one_line(config):
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_migrations_are_numbered_without_a_gap():
    numbers = [int(path.name.split("_")[0]) for path in VERSIONS]
    assert numbers == list(range(1, len(VERSIONS) + 1))


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem)
def test_a_migration_imports_nothing_of_ours(path):
    assert "declare" not in {
        word for line in path.read_text(encoding="utf-8").splitlines() if "import" in line for word in line.split()
    }
