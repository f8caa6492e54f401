"""The pages of disclosures, put together: what each template is given."""

from dataclasses import dataclass

from flask_babel import gettext as _

from declare.access import Action, decide
from declare.disclosures import desk, family, queries
from declare.disclosures.desk import Beginning
from declare.disclosures.forms import DisclosureForm
from declare.disclosures.models import Disclosure
from declare.disclosures.queries import Opened
from declare.disclosures.selfcheck import Hint
from declare.disclosures.terms import Term, term
from declare.disclosures.urls import INTERFERENCE, OF_EVERYBODY
from declare.extensions import db
from declare.items.disclosures import DUE, disclosure_by_key
from declare.items.kinds import SELF
from declare.items.spec import Entry, Table
from declare.web import lang, render, today, visitor
from declare.web.values import day, value

HEADLINES: dict[str, tuple[str, ...]] = {
    "gift": ("what", "giver"),
    "foreign_gift": ("what", "country"),
    "invitation": ("kind", "host"),
    "reception": ("guest_unit", "activity"),
    "ceremony": ("kind", "place"),
    "interference": ("kind", "by"),
}
"""The fields that tell one disclosure from another of its kind."""

Tag = tuple[str, str]
"""Tone and words, as templates draw a tag."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of disclosure as the list offers it."""

    endpoint: str
    key: str
    title: str
    note: str
    due: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One disclosure as the list shows it."""

    id: int
    title: str
    headline: str
    happened: str
    last: str
    timing: Tag | None
    state: Tag


def of_mine(person_id: int | None, *, page: int) -> str:
    """One's own disclosures, and what is to be disclosed."""
    pages = queries.pages(db.session, person_id) if person_id else 1
    page = min(max(page, 1), pages)
    rows = queries.of_person(db.session, person_id, page=page) if person_id else []
    found = queries.entries(db.session, rows, desk.reader())
    listed = [_listed(row, entry) for row, entry in found]
    return render(
        "disclosures/mine.html",
        kinds=kinds(),
        nobody=person_id is None,
        listed=listed,
        page=page,
        pages=pages,
    )


def of_new(start: Beginning, form: DisclosureForm) -> str:
    """The form of a new disclosure."""
    return render("disclosures/form.html", form=form, row=None, **_about(start.table), **_term(form.term))


def of_correction(row: Disclosure, form: DisclosureForm) -> str:
    """The form of a correction."""
    return render("disclosures/form.html", form=form, row=row, **_about(form.table), **_term(form.term))


def of_disclosure(found: Opened, hints: list[Hint]) -> str:
    """One disclosure, what the self-check says of it, and what it said before."""
    names = _names(found)
    happened = getattr(found.entry, "happened", None)
    return render(
        "disclosures/disclosure.html",
        row=found.row,
        hints=hints,
        fields=_fields(found.table, found.entry, names),
        before=[(one.replaced.until, _fields(found.table, one.entry, names)) for one in found.before],
        filed_on=day(found.row.filed_on, lang=lang()),
        timing=_timing(_term_of(found.row, found.entry)) if found.row.stands else None,
        state=_state(found.row),
        to_come=happened is not None and happened > today() and found.row.stands,
        **_about(found.table),
        **_term(_term_of(found.row, found.entry)),
    )


def of_withdrawal(found: Opened) -> str:
    """The page that asks before a disclosure is withdrawn."""
    fields = _fields(found.table, found.entry, _names(found))
    return render("disclosures/withdraw.html", row=found.row, fields=fields, **_about(found.table))


def kinds() -> list[Kind]:
    """What the person signed in may disclose."""
    who = visitor()
    if who is None:
        return []
    offered = [_kind(table, "disclosures.new") for table in OF_EVERYBODY]
    own = offered if decide(who.actor(), Action.START_DISCLOSURE).allowed else []
    records = decide(who.actor(), Action.RECORD_INTERFERENCE).allowed
    return own + ([_kind(INTERFERENCE, "disclosures.new_interference")] if records else [])


def _kind(table: Table, endpoint: str) -> Kind:
    """One kind of disclosure as the list offers it."""
    note = table.note.to(lang()) if table.note else ""
    return Kind(endpoint, table.key, table.title.to(lang()), note, DUE[table.key].says.to(lang()))


def _listed(row: Disclosure, entry: Entry) -> Listed:
    """One disclosure as the list shows it."""
    table, counted = disclosure_by_key(row.kind), _term_of(row, entry)
    said = [(table.field(key), getattr(entry, key)) for key in HEADLINES.get(table.key, table.keys[:2])]
    headline = " · ".join(value(field, found, lang=lang(), names={}) for field, found in said if found)
    happened = getattr(entry, "happened", None)
    return Listed(
        row.id,
        table.title.to(lang()),
        headline,
        day(happened, lang=lang()) if happened else "",
        _last(counted),
        _timing(counted) if row.stands else None,
        _state(row),
    )


def _fields(table: Table, entry: Entry, names: family.Names) -> list[tuple[str, list[str]]]:
    """Every field that was given, in the order of the form: its label, and its value line by line."""
    given = [(field, getattr(entry, field.key)) for field in table.fields]
    return [
        (field.label.to(lang()), value(field, found, lang=lang(), names=names).splitlines())
        for field, found in given
        if found not in (None, "", ())
    ]


def _names(found: Opened) -> family.Names:
    """What family keys are shown as; the family is opened only where somebody of it is named."""
    entries = (found.entry, *(one.entry for one in found.before))
    persons = [field.key for field in found.table.fields if field.kind.widget == "person"]
    named = {getattr(entry, key) for entry in entries for key in persons} - {"", SELF}
    known = desk.members(found.table, found.row.person_id) if named else ()
    return dict.fromkeys(named, _("一名家庭成员")) | dict(family.names(known, lang()))


def _term_of(row: Disclosure, entry: Entry) -> Term:
    """The term of a disclosure that was filed."""
    return term(disclosure_by_key(row.kind), entry, filed_on=row.filed_on)


def _term(counted: Term) -> dict[str, str | int]:
    """The last day in time and the days after it, as a page says them."""
    return {"last": _last(counted), "late": counted.late}


def _last(counted: Term) -> str:
    """The last day in time; empty where no day is known."""
    if counted.local:
        return str(_("按本地规定"))
    return day(counted.last, lang=lang()) if counted.last else ""


def _timing(counted: Term) -> Tag | None:
    """Whether it was in time, in words; None where nobody can say."""
    if counted.ahead:
        return "done", _("事前报告")
    if counted.last is None:
        return None
    return ("wait", _("逾期 %(n)s 天", n=counted.late)) if counted.late else ("done", _("按期"))


def _state(row: Disclosure) -> Tag:
    """What has become of it, in words."""
    if not row.stands:
        return "same", _("已撤回")
    return "done", _("已更正") if row.revision > 1 else _("已登记")


def _about(table: Table) -> dict[str, str]:
    """What a page says of a kind: its title, what counts, until when, and the article."""
    about = _kind(table, "")
    return {"title": about.title, "note": about.note, "due": about.due, "law": table.basis.shown().to(lang())}
