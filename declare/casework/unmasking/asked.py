"""A request as a decision sees it, and what can be asked for of one person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from declare.access import Resource
from declare.casework.cells import rows_of
from declare.casework.comparison import given
from declare.casework.dossier import Dossier
from declare.casework.subject import Subject, subject
from declare.casework.unmasking import queries
from declare.casework.unmasking.models import Unmasking
from declare.declarations.shown import fields
from declare.extensions import db
from declare.items import EXTENSIONS, TABLES, table_by_key
from declare.items.disclosures import disclosure_by_key
from declare.items.registries import registry_by_key
from declare.items.spec import SECRET, Entry, Field, Table, table_of
from declare.items.work import work_by_key
from declare.law import Lang
from declare.web import now

LOOKED_UP = (table_by_key, registry_by_key, disclosure_by_key, work_by_key)
REPORTED = ("basic", "family", *(table.key for table in (*TABLES, *EXTENSIONS)), "closing")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request and the person it is about."""

    row: Unmasking
    subject: Subject

    def resource(self) -> Resource:
        """The request as a decision sees it: of the account that asked, about a person, for a second account to answer."""
        about = self.subject
        return Resource(
            "unmasking",
            id=self.row.id,
            owner=about.person.id,
            unit=about.person.unit_path,
            state=self.row.standing(now()),
            asked_by=self.row.account_id,
            assigned=frozenset({self.row.account_id}),
            recused=about.recused,
        )


def asked(number: int) -> Asked | None:
    """The request of an address, None where there is none."""
    row = queries.standing(db.session, number)
    about = subject(row.person_id) if row else None
    return Asked(row, about) if row and about else None


def secrets(dossier: Dossier) -> list[str]:
    """The secret fields a person's reports and the records findings point at give a value for."""
    found = {
        name: None
        for report in dossier.history
        for key in REPORTED
        for name in _given(table_by_key(key), rows_of(report, key))
    }
    for kept in dossier.records.values():
        found |= dict.fromkeys(_given(table_of(type(kept.row)), [kept.row]))
    return list(found)


def _given(table: Table, entries: Iterable[Entry]) -> Iterator[str]:
    """The secret fields of a table some row gives a value for."""
    rows = list(entries)
    for field in fields(table):
        if field.privacy is SECRET and any(given(row, field) is not None for row in rows):
            yield f"{table.key}.{field.key}"


def label(name: str, lang: Lang) -> str:
    """What a field is called: its table and its label."""
    table, field = _named(name)
    return f"{table.title.to(lang)} · {field.label.to(lang)}"


def _named(name: str) -> tuple[Table, Field]:
    """The table and field of a name; KeyError where there is none."""
    key, _dot, part = name.partition(".")
    for look in LOOKED_UP:
        try:
            table = look(key)
            return table, table.field(part)
        except KeyError:
            continue
    raise KeyError(name)
