"""Records as the lines of an interchange file."""

from collections.abc import Mapping
from typing import Any

import msgspec

from declare.interchange.declaration import write_declaration
from declare.interchange.records import (
    AnyRecord,
    DisclosureRecord,
    ExtractRecord,
    PersonRecord,
    UnitRecord,
    WorkRecord,
)
from declare.items.filing import Filing
from declare.items.reading import write_entry


def line(record: AnyRecord) -> str:
    """One record as one line, without the line end."""
    return msgspec.json.encode(written(record)).decode()


def written(record: AnyRecord) -> dict[str, Any]:
    """One record as the JSON object that `read_record` takes back."""
    match record:
        case Filing():
            return write_declaration(record)
        case UnitRecord():
            keys = ("ref", "code", "name", "parent", "region", "site")
            return _given({"type": "unit"} | {key: getattr(record, key) for key in keys})
        case PersonRecord():
            envelope = {"type": "person", "ref": record.ref}
            return _given(
                envelope | write_entry(record.basic) | {"managed_by": record.managed_by, "roles": record.roles}
            )
        case DisclosureRecord():
            envelope = {
                "type": "disclosure",
                "ref": record.ref,
                "kind": record.table.key,
                "declarant": record.declarant,
            }
            return _given(envelope | {"filed_on": record.filed_on.isoformat()} | write_entry(record.entry))
        case ExtractRecord():
            received = record.received.isoformat() if record.received else ""
            envelope = {"type": "registry", "ref": record.ref, "registry": record.table.key, "received": received}
            return _given(envelope | write_entry(record.row))
        case WorkRecord():
            return _given({"type": "work", "ref": record.ref, "kind": record.table.key} | write_entry(record.row))


def _given(found: Mapping[str, Any]) -> dict[str, Any]:
    """A record without what was not given."""
    return {key: value for key, value in found.items() if value not in ("", None)}
