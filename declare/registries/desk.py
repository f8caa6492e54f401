"""A file on the desk: what it holds, what is agreed on about its columns, what it would become."""

from dataclasses import dataclass
from dataclasses import replace as replaced
from typing import Any, NamedTuple

from flask import request
from flask_babel import gettext as _
from msgspec.structs import replace

from declare import jobs
from declare.extensions import db
from declare.items.registries import REGISTRIES, registry_by_key
from declare.registries import columns, uploads
from declare.registries.files import Sheet
from declare.registries.files.source import HeldSource
from declare.registries.forms import MappingForm, UploadForm
from declare.registries.loading import Coming, announce, known, load_at_once, sheet_of, units_by_word
from declare.registries.models import Extract, Upload
from declare.registries.provenance import Provenance
from declare.registries.rows import Plan, Reading, look_through
from declare.registries.uploads import About, Mapping
from declare.vault import Opener, Reader
from declare.web import Authority, authority, lang, now, today

LOOKED_AT = 5_000
"""Rows that are looked at before a page is shown."""
AT_ONCE = 2_000
"""Rows that are loaded while a person waits; more of them are loaded by a job."""


def upload(upload_id: int) -> Upload | None:
    """The file an address names, None where it waited too long."""
    found = db.session.get(Upload, upload_id)
    return found if found is not None and (found.expires > now() or found.extract_id) else None


def extract(extract_id: int) -> Extract | None:
    """The extract an address names."""
    return db.session.get(Extract, extract_id)


def reader_of(record: str, by: Authority) -> Reader:
    """Whoever is signed in, reading for the sake of a record."""
    return Reader(by.account, by.role, record)


@dataclass(slots=True)
class Draft:
    """What the page of a file shows: its name, its columns, what is agreed on, what it would become.

    `begun`: another registry was chosen just now, so that nobody has seen its columns yet.
    """

    row: Upload
    about: About
    source: HeldSource
    sheet: Sheet
    form: MappingForm
    mapping: Mapping
    plan: Plan
    reading: Reading
    begun: bool = False

    @property
    def sound(self) -> bool:
        """Whether it can be loaded."""
        return self.reading.sound and not self.form.errors

    def coming(self) -> Coming:
        """What is about to be loaded."""
        provenance = Provenance(file=self.about.name, sha256=self.about.sha256, source=self.mapping.source)
        return Coming(self.plan, provenance, self.mapping.received or today(), authority())


def hand_over(form: UploadForm) -> Upload | None:
    """Keeps a file; None, and a word beside the list, where its header tells no registry and none was chosen."""
    sheet, held = form.sheet, form.held
    if sheet is None or held is None:
        return None
    key = form.registry.data or _told(sheet, held.name)
    if not key:
        form.registry.errors = [_("标题行中没有认得的列名，请选择种类。")]
        return None
    by = authority()
    mapping = Mapping(
        registry=key,
        received=form.received.data,
        source=form.source.data or "",
        columns=_recognised(key, sheet),
        role=by.role,
    )
    return uploads.hand_over(db.session, held.open(), name=held.name, mapping=mapping, by=by)


def opened(row: Upload) -> Draft:
    """A file as it waits, with what was agreed on so far."""
    return _draft(row, _content(row))


def agreed(row: Upload) -> Draft:
    """A file with what was agreed on just now, which is kept where it is complete; another registry begins anew."""
    held = _content(row)
    opener, _about, mapping, _source = held
    key = request.form.get("registry", "")
    if key != mapping.registry and key in {one.key for one in REGISTRIES}:
        mapping = replace(mapping, registry=key, columns=_recognised(key, sheet_of(held.source)), problems=())
        uploads.agree(db.session, row, opener, mapping)
        return replaced(_draft(row, held._replace(mapping=mapping)), begun=True)
    draft = _draft(row, held, sent=request.form)
    if draft.form.received.data and not draft.form.received.errors:
        draft.mapping = _typed(draft.form, mapping)
        uploads.agree(db.session, row, opener, draft.mapping)
    return draft


def load(draft: Draft) -> Extract | None:
    """Loads a file that is sound, a large one by a job; None, and a word, where the same file is there already."""
    coming, session = draft.coming(), db.session
    if said := known(session, coming.provenance):
        draft.form.form_errors.append(said.to(lang()))
        return None
    if draft.reading.whole and draft.reading.rows <= AT_ONCE:
        extract = load_at_once(session, coming, draft.source, draft.reading)
        uploads.discard(session, draft.row, by=coming.by)
        return extract
    extract = announce(session, coming)
    draft.row.extract_id = extract.id
    jobs.enqueue(session, "registry", upload=draft.row.id)
    return extract


class _Held(NamedTuple):
    """A file, opened."""

    opener: Opener
    about: About
    mapping: Mapping
    source: HeldSource


def _content(row: Upload) -> _Held:
    """Opens a file for whoever is signed in."""
    opener, about, mapping = uploads.opened(db.session, row, reader_of(row.record, authority()))
    return _Held(opener, about, mapping, uploads.content(db.session, row, opener, name=about.name))


def _draft(row: Upload, held: _Held, *, sent: Any = None) -> Draft:
    """The file with its columns, as they were sent or as they are kept, and its first rows read after them."""
    sheet, table = sheet_of(held.source), registry_by_key(held.mapping.registry)
    form = MappingForm(table, sheet.headers, data=_kept(held.mapping), sent=sent)
    if sent is not None:
        form.validate()
    plan = Plan(table, form.chosen(), units_by_word(db.session))
    reading = look_through(plan, sheet, most=LOOKED_AT)
    _mark(form, plan, reading)
    return Draft(row, held.about, held.source, sheet, form, held.mapping, plan, reading)


def _mark(form: MappingForm, plan: Plan, reading: Reading) -> None:
    """Puts what does not fit beside the column it is about."""
    if missing := plan.missing():
        form.form_errors.append(missing.to(lang()))
        reading.problems.clear()
    for at, says in reading.misfits.items():
        form.columns[at].errors = [*form.columns[at].errors, says.to(lang())]
    if reading.unusable:
        form.form_errors.append(reading.unusable.to(lang()))


def _kept(mapping: Mapping) -> dict[str, Any]:
    """What is agreed on, as a form shows it."""
    columns_by_name = {f"column-{at}": key for at, key in enumerate(mapping.columns)}
    return {"registry": mapping.registry, "received": mapping.received, "source": mapping.source, **columns_by_name}


def _typed(form: MappingForm, mapping: Mapping) -> Mapping:
    """What is agreed on, of a form."""
    chosen = tuple(field.data or "" for field in form.columns)
    return replace(
        mapping,
        received=form.received.data,
        source=form.source.data or mapping.source,
        columns=chosen,
        role=authority().role,
        problems=(),
    )


def _told(sheet: Sheet, name: str) -> str:
    """The registry a file says it is of, else the likeliest one, "" for none."""
    if sheet.registry in {one.key for one in REGISTRIES}:
        return sheet.registry
    likely = columns.likeliest(sheet.headers, name=name)
    return likely.key if likely else ""


def _recognised(key: str, sheet: Sheet) -> tuple[str, ...]:
    """The field of each column, as far as its header says it."""
    return tuple(one.field for one in columns.recognised(registry_by_key(key), sheet.headers))
