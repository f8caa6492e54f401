"""Texts of the core come in pairs, both filled, each in its own language and with the same placeholders."""

import ast
import re

from tests.shape.test_messages import CHINESE
from tests.shape.tree import named, parsed, written

QUOTED = re.compile(r"“[^”]*”")  # how something is written on a Chinese document stays as it is, in quotes
PAIRS = frozenset({"Text", "say"})
LISTS = frozenset({"Choice", "Act", "Enum"})
BRACES = re.compile(r"\{(\w+)[^{}]*\}")
NEUTRAL = re.compile(r"^[\W\d_]*$|^[A-Z0-9.%/–≤> -]+$")


def written_out(node):
    """The pairs that one piece of code writes out: Text("中文", "English"), and members of a closed list."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in PAIRS:
        yield node.args[:2]
    if isinstance(node, ast.ClassDef) and {getattr(parent, "id", "") for parent in node.bases} & LISTS:
        for line in node.body:
            if isinstance(line, ast.Assign) and isinstance(line.value, ast.Tuple):
                yield line.value.elts[1:3]


def pairs():
    """Every pair of texts written out in the code, with its place."""
    for path in written(".py", under="declare/"):
        for node in ast.walk(parsed(path)):
            for pair in written_out(node):
                words = [arg.value for arg in pair if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                if len(words) == 2:
                    yield f"{named(path)}:{pair[0].lineno}", *words


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
