"""Every definition is whole: labels in both languages, an article, a kind that can do what the export asks of it."""

from collections import Counter
from importlib import import_module
from pkgutil import walk_packages

import pytest

import declare.items
from declare.items.spec import DROP, KEEP, SECRET, Entry, Kind, table_of

pytest.importorskip("declare.items.filing", exc_type=ImportError, reason="the definitions do not stand yet")


def tables():
    """Every table of every edition, kind of disclosure and register."""
    for module in walk_packages(declare.items.__path__, "declare.items."):
        import_module(module.name)
    waiting, found = [Entry], []
    while waiting:
        children = waiting.pop().__subclasses__()
        waiting += children
        found += [table_of(entry) for entry in children if entry.__annotations__]
    return sorted(found, key=lambda table: table.key)


TABLES = tables()
FIELDS = [(table, field) for table in TABLES for field in table.fields]
EACH_TABLE = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)


def kinds(parent=Kind):
    """Every kind that says its name."""
    for child in parent.__subclasses__():
        yield child
        yield from kinds(child)


def test_a_key_names_one_table():
    counted = Counter((table.key, table.number) for table in TABLES)
    assert [key for key, times in counted.items() if times > 1] == []


@EACH_TABLE
def test_a_table_has_a_title_an_article_and_fields(table):
    assert all(table.title)
    assert table.basis.instrument.name.zh
    assert table.fields


@EACH_TABLE
def test_a_note_is_in_both_languages(table):
    assert table.note is None or all(table.note)


@EACH_TABLE
def test_every_field_has_a_label_and_its_hint_in_both_languages(table):
    assert [field.key for field in table.fields if not all(field.label)] == []
    assert [field.key for field in table.fields if field.hint is not None and not all(field.hint)] == []


@EACH_TABLE
def test_labels_of_one_table_differ(table):
    for lang in ("zh", "en"):
        labels = Counter(field.label.to(lang) for field in table.fields)
        assert [label for label, times in labels.items() if times > 1] == []


@EACH_TABLE
def test_every_redaction_is_one_its_kind_can_do(table):
    assert [field.key for field in table.fields if field.redaction not in field.kind.reductions] == []


@EACH_TABLE
def test_a_secret_identifier_never_leaves_as_it_is(table):
    traced = [field for field in table.fields if field.privacy is SECRET and (field.index or field.kind.index)]
    assert [field.key for field in traced if field.redaction is KEEP] == []


@EACH_TABLE
def test_free_text_leaves_only_where_a_definition_says_so(table):
    prose = [field for field in table.fields if field.kind.name == "long_text"]
    assert [field.key for field in prose if field.redaction is not DROP] == []


def test_every_kind_has_the_name_it_travels_under():
    assert [f"{table.key}.{field.key}" for table, field in FIELDS if not field.kind.name] == []


def test_every_kind_is_used_by_a_field():
    used = {type(field.kind) for _, field in FIELDS}
    unused = {kind for kind in kinds() if "name" in vars(kind) and not any(issubclass(one, kind) for one in used)}
    assert unused == set()


@pytest.mark.parametrize("kind", sorted({type(field.kind) for _, field in FIELDS}, key=lambda kind: kind.__name__))
def test_every_kind_can_be_typed_read_and_checked(kind):
    for work in ("clean", "read"):
        assert getattr(kind, work) is not getattr(Kind, work)
