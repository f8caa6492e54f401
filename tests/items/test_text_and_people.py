"""Texts, lists and family members: what forms keep of them, and under which index exact identifiers are traced."""

import pytest

from declare.items import TABLES, table_by_key
from declare.items.kinds.people import PeopleKind, PersonKind
from declare.items.kinds.text import LINE_LIMIT, LinesKind, ProseKind, TextKind
from declare.items.spec import PSEUDONYM, SECRET
from tests.items.everything import EVERY_FIELD

LINE, PROSE, WORDS, PERSON, PEOPLE = TextKind(), ProseKind(), LinesKind(), PersonKind(), PeopleKind()
NAMES = {"self": "张三", "sp": "李四", "ch": "张小"}
INDEXES = {"id_number", "document", "certificate", "address", "uscc", "company", "policy", "account", "plate"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  政治部\t人事处 ", "政治部 人事处"),
        ("a\x00b\u202ec\u200bd", "abcd"),
        ("一\n二", "一 二"),
        ("ＡＢ（1）", "ＡＢ（1）"),
    ],
)
def test_a_line_keeps_what_was_typed_without_what_cannot_be_seen(typed, kept):
    assert LINE.clean(typed) == kept


def test_a_paragraph_keeps_its_lines():
    assert PROSE.clean(" 卖房\r\n  贷款 \n\n") == "卖房\n贷款"
    assert WORDS.clean("reviewer\n\n auditor ") == ("reviewer", "auditor")


def test_a_text_too_long_for_its_place_is_asked_to_be_shorter():
    assert LINE.check("字" * LINE_LIMIT) is None
    assert str(LINE_LIMIT) in LINE.check("字" * (LINE_LIMIT + 1)).zh
    assert PROSE.check("字" * (LINE_LIMIT + 1)) is None


def test_texts_compare_by_how_they_read():
    assert LINE.same("江东（集团）公司", "江东(集团) 公司")
    assert not LINE.same("江东公司", "江东集团")


def test_people_are_shown_by_name():
    assert PERSON.show("sp", lang="zh", names=NAMES) == "李四"
    assert PERSON.show("self", lang="zh", names={}) == "本人"
    assert PERSON.show("self", lang="en", names={}) == "The declarant"
    assert PERSON.show("ch9", lang="en", names=NAMES) == "ch9"
    assert PEOPLE.show(("self", "sp"), lang="zh", names=NAMES) == "张三、李四"
    assert PEOPLE.show(("self", "sp"), lang="en", names=NAMES) == "张三, 李四"


def test_people_are_the_same_in_any_order_and_typed_once():
    assert PEOPLE.same(("self", "sp"), ("sp", "self"))
    assert not PEOPLE.same(("self",), ("self", "sp"))
    assert PEOPLE.clean("self, sp、self") == ("self", "sp")


def test_everybody_has_a_pseudonym_of_their_own():
    assert PEOPLE.reduce(("self", "sp"), PSEUDONYM, pseudonym=lambda key: f"<{key}>") == "<self>、<sp>"


def test_exact_identifiers_are_traced_under_known_indexes():
    assert {field.index for _, field in EVERY_FIELD if field.index} == INDEXES


@pytest.mark.parametrize(
    ("table", "field", "index"),
    [
        ("passports", "number", "document"),
        ("permits", "number", "document"),
        ("emigration", "document_number", "document"),
        ("real_estate", "certificate", "certificate"),
        ("real_estate", "address", "address"),
        ("insurance", "policy_number", "policy"),
        ("businesses", "uscc", "uscc"),
        ("businesses", "company", "company"),
        ("deposits_abroad", "account_number", "account"),
        ("family", "id_number", "id_number"),
        ("vehicles", "plate", "plate"),
        ("stocks", "code", None),
        ("wages", "total", None),
    ],
)
def test_what_is_matched_across_reports(table, field, index):
    assert table_by_key(table).field(field).index == index


def test_every_secret_number_of_the_form_can_be_matched():
    secret = [field for table in TABLES for field in table.fields if field.privacy is SECRET]
    numbers = [field for field in secret if "number" in field.key or field.key in ("certificate", "uscc")]
    assert numbers
    assert all(field.index for field in numbers)


def test_what_one_number_is_traced_as_does_not_depend_on_how_it_was_written():
    passport, extract = table_by_key("passports").field("number"), table_by_key("emigration").field("document_number")
    assert passport.kind.trace("e12345678") == extract.kind.trace(" Ｅ1234-5678") == "E12345678"
