"""The form of a row: what is shown can be sent back unchanged; what does not fit is said in one sentence and kept."""

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from declare.declarations.urls import KEYS
from declare.extensions import babel
from declare.items import PROFILE, TABLES, table_by_key
from declare.web.entry_form import PARTS, EntryForm
from tests.items.strategies import values_of

PEOPLE = {"self": "本人", "sp": "林晚晴", "ch1": "郑一禾", "ch2": "郑二禾", "chs1": "周小川"}
ALL = (*TABLES, *PROFILE)


@pytest.fixture(scope="module", autouse=True)
def page():
    """A page in Chinese, without anything behind it."""
    app = Flask("page")
    babel.init_app(app, default_locale="zh_Hans_CN", locale_selector=lambda: "zh_Hans_CN")
    with app.test_request_context():
        yield


def form_for(table, lang="zh", **what):
    return EntryForm(table, lang=lang, people=lambda field: PEOPLE, **what)


def sent(form):
    """What a browser sends when nothing is touched."""
    fields = MultiDict()
    for control in form:
        if control.widget_name in PARTS:
            fields.update({name: value for name, _, _, value, _ in control.boxes})
        elif control.choices:
            fields.setlist(control.name, [one.value for one in control.choices if one.checked])
        else:
            fields[control.name] = control.value
    return fields


def whole(table):
    """Rows in which everything that must be given is, and nothing is wrong."""
    must = {field.key: values_of(field) for field in table.fields if field.required}
    may = {field.key: values_of(field) for field in table.fields if not field.required}
    made = st.fixed_dictionaries(must, optional=may).map(lambda given: table.entry(**given))
    return made.filter(lambda row: not any(faults(table, row)))


def faults(table, row):
    for field in table.fields:
        value = getattr(row, field.key)
        if value != field.kind.empty and value is not None:
            yield field.kind.check(value)


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.key)
@pytest.mark.parametrize("lang", ["zh", "en"])
@settings(max_examples=8)
@given(data=st.data())
def test_what_is_shown_can_be_sent_back(table, lang, data):
    row = data.draw(whole(table))
    form = form_for(table, lang, typed=sent(form_for(table, lang, entry=row)))
    found = form.read()
    assert [(one.name, one.errors) for one in form if one.errors] == []
    for field in table.fields:
        assert field.kind.same(getattr(found, field.key), getattr(row, field.key)) or not getattr(row, field.key)


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.key)
def test_an_empty_form_asks_for_what_must_be_given(table):
    form = form_for(table, typed=MultiDict())
    assert form.read() is None or not any(field.required for field in table.fields)
    assert {one.name for one in form if one.errors} == {field.key for field in table.fields if field.required}


HOSTILE = [
    "x" * 100_000, "9" * 5_000, "-1", "1e999999", "NaN", "Infinity", "٣٤٥", "<script>alert(1)</script>", "a\0b", "\u202e", "﷽" * 300,
    "2025-13-45", "0000-00-00", "'; DROP TABLE person; --", "=1+1", "self,nobody", "\ud83d", "１２３．４５亩",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("table", ALL, ids=lambda table: table.key)
def test_hostile_text_gets_a_sentence_or_is_taken_as_text(table, text):
    typed = MultiDict()
    for field in table.fields:
        typed[field.key] = text
        typed.update({f"{field.key}-{part}": text for part in ("year", "month", "day")})
    form = form_for(table, typed=typed)
    form.read()
    for control in form:
        assert len(control.errors) <= 1
        assert all(error.endswith(("。", ".")) and text not in error for error in control.errors)
        assert "\0" not in control.value


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_any_text_in_any_field_is_read_or_refused(text):
    for key in ("real_estate", "trips_abroad", "family", "businesses"):
        table = table_by_key(key)
        typed = MultiDict({field.key: text for field in table.fields})
        form = form_for(table, typed=typed)
        form.read()
        assert all(one.value == text.replace("\0", "") for one in form if one.widget_name not in PARTS)


def test_a_wrong_date_stays_in_its_boxes():
    typed = MultiDict({"issued-year": "2025", "issued-month": "2", "issued-day": "31"})
    form = form_for(table_by_key("passports"), typed=typed)
    form.read()
    assert [value for *_, value, _ in form["issued"].boxes] == ["2025", "2", "31"]
    assert len(form["issued"].errors) == 1


def test_a_date_with_a_part_missing_is_not_guessed():
    form = form_for(table_by_key("passports"), typed=MultiDict({"issued-year": "2025"}))
    form.read()
    assert form["issued"].errors == ["请填写完整的日期。"]


def test_nobody_outside_the_family_can_be_named():
    typed = MultiDict({"holder": "stranger", "code": "600000"})
    form = form_for(table_by_key("stocks"), typed=typed)
    form.read()
    assert form["holder"].errors == ["请从列表中选择。"]


def test_what_need_not_be_chosen_can_be_left():
    form = form_for(table_by_key("real_estate"))
    assert [one.value for one in form["exit"].choices][-1] == ""
    assert [one.value for one in form["ownership"].choices][-1] != ""


def test_addresses_know_the_statutory_tables_and_the_family():
    assert {"family", *(table.key for table in TABLES)} == KEYS
