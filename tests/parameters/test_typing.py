"""Each kind of value is typed, refused in one sentence that says what to type, and kept in its type; days lie ahead."""

import html
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from declare.law import Dated, Text
from declare.parameters import values
from declare.parameters.models import ParameterChange
from declare.rules.parameters import parameters
from declare.web.thresholds import shown
from tests.parameters.conftest import ask

VALUES = {
    "whole": st.integers(0, 10**12 - 1),
    "number": st.decimals(0, 10**11, places=4),
    "part": st.fractions(0, 1, max_denominator=999),
    "yes_no": st.booleans(),
    "day": st.dates(date(2000, 1, 1)),
    "words": st.lists(st.text("甲乙丙丁", min_size=1, max_size=4), min_size=1, max_size=9, unique=True).map(tuple),
}
EACH = pytest.mark.parametrize("one", list(parameters().values()), ids=lambda one: one.key)


def dated(value):
    return Dated("x", {"2017-02-08": value}, basis=None, checked="2026-01-01", title=Text("甲", "A"))


@pytest.mark.parametrize("kind", values.KINDS, ids=lambda kind: kind.widget)
@given(data=st.data())
def test_what_stands_in_the_box_is_read_back_with_its_type(kind, data):
    value = data.draw(VALUES[kind.widget])
    one = dated(value)
    typed = values.kind_of(one).typed(values.in_box(one, value))
    kept = values.restored(one, values.stored(one, value))
    assert typed == kept == value
    assert type(typed) is type(kept) is type(value)


@EACH
def test_every_parameter_can_be_typed_kept_and_shown(one):
    for step in one.dated.steps:
        assert values.kind_of(one.dated).typed(values.in_box(one.dated, step.value)) == step.value
        assert values.restored(one.dated, values.stored(one.dated, step.value)) == step.value
        assert len(values.stored(one.dated, step.value)) <= values.LONGEST
        assert all(shown(one.dated, step.value, lang=lang) for lang in ("zh", "en"))


@pytest.mark.parametrize(
    ("worth", "typed"),
    [(50, text) for text in ("", "五十", "-1", "3.5", "1e9", "9" * 13)]
    + [(Decimal(5), text) for text in ("", "-0.1", "0.12345", "NaN", "1/2")]
    + [(Fraction(1, 3), text) for text in ("0.3", "1/0", "-1/3")]
    + [(("甲",), text) for text in ("", " 、\n", "字" * 31, "\n".join(map(str, range(101))))]
    + [(True, "maybe"), (date(2027, 1, 1), "2027-02-30")],
)
def test_what_is_no_value_is_refused(app, worth, typed):
    with app.test_request_context(), pytest.raises(values.Refused, match=r"^请.*。$"):
        values.kind_of(dated(worth)).typed(typed)


def test_thousands_and_repeated_words_are_understood():
    assert values.kind_of(dated(1)).typed("300,000") == 300_000
    assert values.kind_of(dated(("甲",))).typed("养老、年金\n养老") == ("养老", "年金")


SENTENCES = {
    "zh": [
        ({"value": "五十"}, "请填写不小于 0 的整数，例如 50。"),
        ({"value": ""}, "请填写新值。"),
        ({"value": "50"}, "与当日适用的值相同，请填写不同的值。"),
        ({"since__day": "23"}, "请填写明天或以后的日期。"),
        ({"since__year": "2040"}, "请填写十年以内的日期。"),
        ({"since__year": "", "since__month": "", "since__day": ""}, "请填写开始适用的日期。"),
        ({"since__day": "31"}, "没有这一天，请按“年-月-日”填写，如2025-05-02。"),
        ({"reason": "好"}, "请写明理由，5 至 2000 个字。"),
    ],
    "en": [
        ({"value": "fifty"}, "Enter a whole number of 0 or more, for example 50."),
        ({"since__day": "23"}, "Enter tomorrow or a later date."),
        ({"value": "50"}, "This is the value that holds on that day already; enter a different one."),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "said", "sentence"), [(lang, *one) for lang, ones in SENTENCES.items() for one in ones]
)
def test_a_mistake_is_said_beside_its_field_and_nothing_is_kept(bureau, lang, said, sentence):
    browser = bureau.visitor("reviewer")
    browser.client.set_cookie("lang", lang)
    answer = ask(browser, **said)
    assert answer.status_code == 422
    assert html.unescape(answer.text).count(sentence) == 2
    assert bureau.ask(select(ParameterChange.id)) == []


def test_a_parameter_nobody_knows_is_not_there(bureau):
    browser = bureau.visitor("reviewer")
    assert browser.get("/parameters/B99.nothing/").status_code == 404
    assert browser.get("/parameters/domestic_gift.register/propose").status_code == 404
