"""Texts of the core come in pairs, both filled, each in its own language and with the same placeholders."""

import ast
import re

from tests.shape.test_messages import CHINESE
from tests.shape.tree import named, parsed, written

QUOTED = re.compile(r"“[^”]*”")  # how something is written on a Chinese document stays as it is, in quotes
PAIRS = frozenset({"Text", "say"})
BRACES = re.compile(r"\{(\w+)[^{}]*\}")
NEUTRAL = re.compile(r"^[\W\d_]*$|^[A-Z0-9.%/–≤> -]+$")


def pairs():
    """Every pair of texts written out in the code, with its place."""
    for path in written(".py", under="declare/"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in PAIRS and len(node.args) > 1:
                zh, en = node.args[:2]
                if all(isinstance(arg, ast.Constant) and isinstance(arg.value, str) for arg in (zh, en)):
                    yield f"{named(path)}:{node.lineno}", zh.value, en.value


def numbers(text):
    """The placeholders of a text; a text within a text is named by its language."""
    return {re.sub(r"(^|_)(zh|en)$", "", name) for name in BRACES.findall(text)}


def test_there_are_texts():
    assert sum(1 for _ in pairs()) > 50


def test_both_languages_are_filled():
    assert [place for place, zh, en in pairs() if bool(zh.strip()) != bool(en.strip())] == []


def test_english_holds_no_chinese():
    assert [(place, en) for place, _, en in pairs() if CHINESE.search(QUOTED.sub("", en))] == []


def test_chinese_is_chinese_or_the_same_for_both():
    assert [(place, zh) for place, zh, en in pairs() if not (CHINESE.search(zh) or zh == en or NEUTRAL.match(zh))] == []


def test_both_languages_take_the_same_numbers():
    assert [place for place, zh, en in pairs() if numbers(zh) != numbers(en)] == []
