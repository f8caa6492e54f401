"""The definitions as data: every table of an edition with its article, and every field with its kind and protection."""

from declare.items.spec import Edition, Field, Table
from declare.law import Text


def catalogue(edition: Edition) -> list[dict[str, object]]:
    """The statutory tables of an edition, in the order of the form."""
    return [_table(table, edition=edition) for table in edition.tables]


def _table(table: Table, *, edition: Edition) -> dict[str, object]:
    """One table."""
    return {
        "key": table.key,
        "item": table.item.key if table.item else None,
        "title": _text(table.title),
        "article": table.basis.article,
        "mode": table.mode.value,
        "covers": table.covers.value,
        "edition": edition.key,
        "fields": [_field(field) for field in table.fields],
    }


def _field(field: Field) -> dict[str, object]:
    """One field."""
    return {
        "key": field.key,
        "kind": field.kind.name,
        "label": _text(field.label),
        "privacy": field.privacy.name.lower(),
        "redaction": field.redaction.value,
        "required": field.required,
    }


def _text(text: Text) -> dict[str, str]:
    """Both languages."""
    return {"zh": text.zh, "en": text.en}
