"""Kinds of disclosure in addresses: `/disclosures/gift/add`."""

from werkzeug.routing import BaseConverter, ValidationError

from declare.items.disclosures import DISCLOSURES, disclosure_by_key
from declare.items.spec import Table

INTERFERENCE = disclosure_by_key("interference")
OF_EVERYBODY = tuple(table for table in DISCLOSURES if table != INTERFERENCE)
"""What every leading cadre discloses; interference in a case is recorded by those who work on cases, at an address of its own."""

_BY_KEY = {table.key: table for table in OF_EVERYBODY}


class DisclosureConverter(BaseConverter):
    """A kind of disclosure that every leading cadre makes; any other name is no address of ours."""

    regex = "[a-z][a-z_]{2,20}"

    def to_python(self, value: str) -> Table:
        """The kind of that key."""
        if value not in _BY_KEY:
            raise ValidationError
        return _BY_KEY[value]

    def to_url(self, value: Table | str) -> str:
        """The key of the kind."""
        return value if isinstance(value, str) else value.key
