"""What holds for every kind: what is shown can be typed again, what is written can be read again, nothing reduced leaks."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declare.items.kinds import choice, people, places
from declare.items.spec import DROP, KEEP, MASK, PSEUDONYM, SECRET, Redaction, Wrong
from tests.items.everything import EVERY_FIELD, ONE_OF_EACH_KIND
from tests.items.strategies import values

EACH_KIND = pytest.mark.parametrize("kind", ONE_OF_EACH_KIND, ids=lambda kind: f"{type(kind).__name__}-{kind.name}")
QUICK = settings(max_examples=30, deadline=None)
TYPED_AS_KEYS = (people.PersonKind, people.PeopleKind)


def pseudonym(value):
    return f"P{abs(hash(value)) % 10**8:08}"


@EACH_KIND
@QUICK
@given(data=st.data())
def test_what_is_written_is_read_back_the_same(kind, data):
    value = data.draw(values(kind))
    wire = msgspec.json.decode(msgspec.json.encode(kind.write(value)))
    assert kind.read(wire) == value


@EACH_KIND
@QUICK
@given(data=st.data(), lang=st.sampled_from(["zh", "en"]))
def test_what_is_shown_can_be_typed_again(kind, data, lang):
    value = data.draw(values(kind))
    if isinstance(kind, TYPED_AS_KEYS):
        names = {"self": "self"}
    elif kind.name == "texts":
        return
    else:
        names = {}
    shown = kind.show(value, lang=lang, names=names)
    again = kind.clean(shown)
    assert kind.same(again, value)


@EACH_KIND
@QUICK
@given(data=st.data())
def test_a_valid_value_passes_its_own_check(kind, data):
    assert kind.check(data.draw(values(kind))) is None


@EACH_KIND
@QUICK
@given(data=st.data())
def test_same_is_an_equivalence(kind, data):
    one, two, three = (data.draw(values(kind)) for _ in range(3))
    assert kind.same(one, one)
    assert kind.same(one, two) is kind.same(two, one)
    assert not (kind.same(one, two) and kind.same(two, three)) or kind.same(one, three)


@EACH_KIND
@pytest.mark.parametrize("wrong", [1.5, ["x", 1], {"a": 1}, object()], ids=lambda wrong: type(wrong).__name__)
def test_a_wrong_json_type_is_refused_in_both_languages(kind, wrong):
    with pytest.raises(Wrong) as refusal:
        kind.read(wrong)
    assert refusal.value.says.zh
    assert refusal.value.says.en


@EACH_KIND
@QUICK
@given(typed=st.text(min_size=1, max_size=30).filter(str.strip))
def test_whatever_is_typed_becomes_a_value_or_a_sentence(kind, typed):
    try:
        value = kind.clean(typed)
    except Wrong as wrong:
        assert all(wrong.says)  # noqa: PT017  either outcome is right
        return
    kind.check(value)
    kind.show(value, lang="zh", names={})
    kind.mask(value)


REDUCED = [(table, field) for table, field in EVERY_FIELD if field.redaction is not KEEP]


@pytest.mark.parametrize(
    ("kind", "redaction"),
    sorted(
        {(field.kind.name, field.redaction): (field.kind, field.redaction) for _, field in REDUCED}.values(),
        key=lambda pair: (pair[0].name, pair[1]),
    ),
    ids=lambda part: getattr(part, "name", part),
)
@QUICK
@given(data=st.data())
def test_a_reduced_value_does_not_show_the_value(kind, redaction, data):
    value = data.draw(values(kind))
    reduced = kind.reduce(value, redaction, pseudonym=pseudonym)
    for lang in ("zh", "en"):
        whole = kind.show(value, lang=lang, names={})
        distinctive = len(whole) > 6 and whole not in ("110000", "810000")
        assert not distinctive or whole not in reduced or isinstance(kind, (places.RegionKind, choice.ChoiceKind))
    if redaction is DROP:
        assert reduced == ""
    if redaction is MASK:
        assert reduced == "有"
    if redaction is PSEUDONYM:
        assert reduced.startswith("P")


def test_every_field_has_a_reduction_its_kind_can_do():
    assert [
        f"{table.key}.{field.key}" for table, field in EVERY_FIELD if field.redaction not in field.kind.reductions
    ] == []


@EACH_KIND
@QUICK
@given(data=st.data())
def test_a_reduction_a_kind_does_not_know_is_refused(kind, data):
    value = data.draw(values(kind))
    for redaction in set(Redaction) - kind.reductions:
        with pytest.raises(ValueError, match="cannot be reduced"):
            kind.reduce(value, redaction, pseudonym=pseudonym)


SECRETS = list({field.kind.name: field.kind for _, field in EVERY_FIELD if field.privacy is SECRET}.values())


@pytest.mark.parametrize("kind", SECRETS, ids=lambda kind: kind.name)
@QUICK
@given(data=st.data())
def test_a_masked_secret_shows_its_ends_at_most(kind, data):
    value = data.draw(values(kind))
    masked = kind.mask(value)
    assert "••••••" in masked
    assert len(masked.replace("•", "")) <= 4
    plain = str(value)
    assert len(plain) <= 4 or plain not in masked
