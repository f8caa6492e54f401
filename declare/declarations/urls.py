"""Tables in addresses: `/declarations/7/real_estate/`."""

from werkzeug.routing import BaseConverter, ValidationError

from declare.items import TABLES, table_by_key
from declare.items.spec import Table

KEYS = frozenset({"family", *(table.key for table in TABLES)})


class TableConverter(BaseConverter):
    """A table with rows: statutory, or the family; any other name is no address of ours."""

    regex = "[a-z][a-z_]{2,40}"

    def to_python(self, value: str) -> Table:
        """The table of that key."""
        if value not in KEYS:
            raise ValidationError
        return table_by_key(value)

    def to_url(self, value: Table | str) -> str:
        """The key of the table."""
        return value if isinstance(value, str) else value.key
