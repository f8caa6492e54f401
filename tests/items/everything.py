"""Every table there is, and one field of every kind."""

from declare.items import DISCLOSURES, EXTENSIONS, PROFILE, TABLES
from declare.items.registries import REGISTRIES
from declare.items.work import WORK

EVERY_TABLE = (*TABLES, *EXTENSIONS, *PROFILE, *DISCLOSURES, *REGISTRIES, *WORK)
EVERY_FIELD = tuple((table, field) for table in EVERY_TABLE for field in table.fields)
ONE_OF_EACH_KIND = tuple({(type(field.kind), field.kind.name): field.kind for _, field in EVERY_FIELD}.values())


def named(table):
    """A table's name in a test: keys of registries and of items may be the same."""
    return f"{table.number}-{table.key}"
