"""The job that loads a large file, once somebody has agreed on its columns."""

from msgspec.structs import replace

from declare.items.registries import registry_by_key
from declare.registries import uploads
from declare.registries.columns import Column, as_field
from declare.registries.files import Sheet
from declare.registries.loading import Coming, load_in_pieces, sheet_of, take_back, units_by_word
from declare.registries.models import Upload
from declare.registries.provenance import Provenance
from declare.registries.rows import Plan, Reading
from declare.registries.uploads import Mapping
from declare.vault import Reader
from declare.web import Authority, today, transaction


def load(upload: int) -> None:
    """Loads a file that was announced; where something is wrong with a row, nothing is kept and the owner is told.

    May run twice: a file that is gone was loaded.
    """
    with transaction() as session:
        row = session.get(Upload, upload)
        if row is None or row.extract_id is None:
            return
        reader = Reader(row.account_id, "system", row.record)
        opener, about, mapping = uploads.opened(session, row, reader)
        source = uploads.content(session, row, opener, name=about.name)
        extract_id, by = row.extract_id, Authority(row.account_id, mapping.role)
        plan = _plan(sheet_of(source), mapping, units_by_word(session))
    provenance = Provenance(file=about.name, sha256=about.sha256, source=mapping.source)
    coming = Coming(plan, provenance, mapping.received or today(), by)
    reading, loaded = load_in_pieces(coming, source, extract_id=extract_id)
    if loaded is None:
        take_back(extract_id, by=by)
    _end(upload, reading, by=by, loaded=loaded is not None)


def _plan(sheet: Sheet, mapping: Mapping, units: dict[str, str]) -> Plan:
    """How the file is read."""
    table = registry_by_key(mapping.registry)
    pairs = zip(sheet.headers, mapping.columns, strict=True)
    found = tuple((as_field(header, table.field(key)) if key else None) or Column(header) for header, key in pairs)
    return Plan(table, found, units)


def _end(upload: int, reading: Reading, *, by: Authority, loaded: bool) -> None:
    """Destroys a file that was loaded; writes beside another what is wrong with it."""
    with transaction() as session:
        row = session.get_one(Upload, upload)
        if loaded:
            uploads.discard(session, row, by=by)
            return
        opener, _about, mapping = uploads.opened(session, row, Reader(row.account_id, "system", row.record))
        uploads.agree(session, row, opener, replace(mapping, problems=_told(reading)))


def _told(reading: Reading) -> tuple[tuple[str, str], ...]:
    """What is wrong, as it is kept."""
    said = [one.sentence() for one in reading.problems] + list(reading.misfits.values())
    said += [reading.unusable] if reading.unusable else []
    return tuple((one.zh, one.en) for one in said)
