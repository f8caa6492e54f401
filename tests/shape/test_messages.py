"""Every message stands in both languages; nothing in the catalogue is stale; no Chinese in an English page and the reverse."""

import re

import pytest

from tests.shape.messages import said, translated

CHINESE = re.compile(r"[\u3001-\u303f\u3400-\u9fff！（），：；？]")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")


def texts(message):
    """The one or several forms of a message."""
    return message if isinstance(message, list | tuple) else (message,)


@pytest.fixture(scope="module")
def spoken():
    return said()


@pytest.fixture(scope="module")
def english():
    return {message.id: message for message in translated() if message.id}


def test_every_message_has_an_english_translation(spoken, english):
    missing = {
        message: place
        for message, place in spoken.items()
        if message not in english or not all(texts(english[message].string))
    }
    assert missing == {}


def test_no_translation_is_stale(spoken, english):
    assert english.keys() - spoken.keys() == set()


def test_no_translation_is_uncertain(english):
    assert [message.id for message in english.values() if message.fuzzy] == []


def test_the_catalogue_itself_is_not_marked_uncertain():
    assert not translated().fuzzy


def test_no_chinese_stands_in_an_english_message(english):
    assert [
        message.id for message in english.values() if any(CHINESE.search(text) for text in texts(message.string))
    ] == []


def test_every_source_message_is_chinese(spoken):
    assert {message: place for message, place in spoken.items() if not CHINESE.search(texts(message)[0])} == {}


def test_both_languages_use_the_same_placeholders(english):
    def placeholders(message):
        return {match for text in texts(message) for match in PLACEHOLDER.findall(text)} - {"%%"}

    assert [id for id, message in english.items() if placeholders(id) != placeholders(message.string)] == []
