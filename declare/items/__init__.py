"""What must be declared: one file an item, one a disclosure kind; what is derived from the definitions stands here."""

from declare.items.disclosures import DISCLOSURES
from declare.items.edition_2017 import EDITION, ITEMS
from declare.items.profile import Basic, Closing, Member
from declare.items.spec import Edition, Table, table_of

__all__ = [
    "DISCLOSURES",
    "EDITIONS",
    "EXTENSIONS",
    "ITEMS",
    "PROFILE",
    "TABLES",
    "edition_by_key",
    "table_by_key",
]

EDITIONS: tuple[Edition, ...] = (EDITION,)
"""Every edition of the form, the oldest first."""

TABLES: tuple[Table, ...] = EDITION.tables
"""The 20 statutory tables of the newest edition, in the order of the form."""

EXTENSIONS: tuple[Table, ...] = EDITION.extensions
"""The local extensions, never counted among the 14 items."""

PROFILE: tuple[Table, ...] = (table_of(Basic), table_of(Member), table_of(Closing))
"""The declarant, the family, other matters and the promise."""

_BY_KEY = {table.key: table for table in (*TABLES, *EXTENSIONS, *PROFILE)}
_EDITIONS = {edition.key: edition for edition in EDITIONS}


def table_by_key(key: str) -> Table:
    """The table of that key: statutory, extension, or `basic`, `family`, `closing`; KeyError where there is none."""
    return _BY_KEY[key]


def edition_by_key(key: str) -> Edition:
    """The edition of that key; KeyError where there is none."""
    return _EDITIONS[key]
