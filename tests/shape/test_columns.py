"""No column holds content outside a sealed value: every column that is not sealed stands, reviewed, in columns.txt."""

import pkgutil
from importlib import import_module

import pytest
from sqlalchemy import JSON, Float, LargeBinary, Numeric, String

import declare
from declare.database import Model
from tests.shape.tree import ROOT

REVIEWED = ROOT / "tests/shape/columns.txt"


def tables():
    """The tables of every part of the system."""
    for module in pkgutil.walk_packages(declare.__path__, "declare."):
        if module.name.split(".")[-1] == "models" or ".models." in module.name:
            import_module(module.name)
    return Model.metadata.sorted_tables


def sealed(column):
    """Whether a column holds bytes: something sealed, a digest, a signature."""
    return isinstance(column.type, LargeBinary)


def reviewed():
    """The plain columns that were looked at: `table: column column …`."""
    lines = [line.split("#")[0] for line in REVIEWED.read_text(encoding="utf-8").splitlines()]
    pairs = [line.split(":") for line in lines if ":" in line]
    return {table.strip(): set(columns.split()) for table, columns in pairs}


def test_every_plain_column_was_looked_at():
    plain = {table.name: {column.name for column in table.columns if not sealed(column)} for table in tables()}
    new = {name: columns - reviewed().get(name, set()) for name, columns in plain.items()}
    assert {name: columns for name, columns in new.items() if columns} == {}


def test_no_reviewed_column_is_gone():
    plain = {table.name: {column.name for column in table.columns if not sealed(column)} for table in tables()}
    gone = {name: columns - plain.get(name, set()) for name, columns in reviewed().items()}
    assert {name: columns for name, columns in gone.items() if columns} == {}


@pytest.mark.parametrize("word", ["sealed", "digest", "hash", "wrapped", "commitment", "mac", "signature"])
def test_what_is_named_as_bytes_is_bytes(word):
    columns = [column for table in tables() for column in table.columns if word in column.name.split("_")]
    assert [str(column) for column in columns if not sealed(column)] == []


def test_no_column_holds_a_document_or_an_amount():
    columns = [column for table in tables() for column in table.columns]
    assert [str(column) for column in columns if isinstance(column.type, JSON | Numeric | Float)] == []


def test_plain_words_are_short():
    columns = [column for table in tables() for column in table.columns if isinstance(column.type, String)]
    long = {str(column) for column in columns if (column.type.length or 1000) > 200}
    assert long <= {
        "audit_leaf.object",
        "audit_waiting.object",
        "account.secret",
        "parameter_change.value",
        "unmasking.fields",
    }


def test_every_table_has_a_key():
    assert [table.name for table in tables() if not table.primary_key.columns] == []
