"""Every table with a sealed column stands behind the barrier, or is excused with a reason."""

from sqlalchemy import LargeBinary

from declare.barrier import EXCUSED, PROTECTED
from declare.database import Model
from tests.shape.test_columns import tables
from tests.shape.tree import ROOT

PLAIN_BYTES = frozenset(
    "digest hash root mac signature key_id commitment id_digest name_digest fingerprint content basis identity about_digest letter named "
    "registered declared content_hash commitment_root manifest reason_hash data body".split()
)
"""Bytes that say nothing without a key, or are handed out as they are: digests, signatures, receipts, session data."""

ABOUT = frozenset({"work_record.about"})
"""The same under a name that elsewhere is sealed."""


def sealed():
    """The columns that hold something sealed, by table."""
    found = {}
    for table in tables():
        columns = {one.name for one in table.columns if isinstance(one.type, LargeBinary)} - PLAIN_BYTES
        columns = {one for one in columns if f"{table.name}.{one}" not in ABOUT}
        if columns:
            found[table.name] = columns
    return found


def test_every_sealed_column_is_protected_or_its_table_excused():
    open_ = {name: columns - PROTECTED.get(name, frozenset()) for name, columns in sealed().items()}
    assert {name: columns for name, columns in open_.items() if columns and name not in EXCUSED} == {}


def test_what_is_protected_and_what_is_excused_exists_and_not_both():
    assert set(PROTECTED) | set(EXCUSED) <= set(Model.metadata.tables)
    assert set(PROTECTED) & set(EXCUSED) == set()
    assert all(columns <= set(Model.metadata.tables[name].columns.keys()) for name, columns in PROTECTED.items())
    assert all(len(reason) > 20 for reason in EXCUSED.values())


def test_every_protected_table_gets_its_policies_in_a_migration():
    written = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "migrations/versions").glob("*.py"))]
    secured = "".join(one for one in written if "FORCE ROW LEVEL SECURITY" in one)
    assert [name for name in PROTECTED if f'"{name}"' not in secured] == []
