"""JSONL: one JSON object a line, its keys the headers; also rows as the interchange writes them."""

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from declare.law import Text
from declare.registries.files import encoding
from declare.registries.files.sheet import (
    EMPTY,
    MOST_COLUMNS,
    MOST_ROWS,
    TOO_MANY,
    TOO_WIDE,
    Cell,
    Row,
    Sheet,
    Unusable,
)
from declare.registries.files.source import Source

ENVELOPE = frozenset({"type", "ref", "registry", "received"})
"""Keys of an interchange record that are not part of the row."""

LONGEST_LINE = 1024 * 1024
LOOKED_AT = 1000
"""Rows whose keys make the headers."""

NOT_JSON = Text("不是一个完整的 JSON 对象，请核对这一行。", "is not one complete JSON object: check this row.")
NEW_KEY = Text("多出字段“{key}”，请把各行的字段写齐。", "has a further key “{key}”: give every row the same keys.")
ANOTHER = Text(
    "是另一种登记信息的记录，请每种登记信息单独成为一个文件。",
    "is of another registry: put each registry into a file of its own.",
)
NESTED = Text(
    "“{key}”的内容不是单个值，请改为文字或数字。", "holds no single value under “{key}”: make it text or a number."
)


def read(source: Source) -> Sheet:
    """A JSONL file as a table; what kind of registry it says it is of is told."""
    first = list(islice(_objects(source), LOOKED_AT))
    if not first:
        raise Unusable(EMPTY)
    keys = dict.fromkeys(key for _, found in first for key in found if key not in ENVELOPE)
    if len(keys) > MOST_COLUMNS:
        raise Unusable(TOO_WIDE.filled(most=MOST_COLUMNS))
    registry = first[0][1].get("registry")
    named = registry if isinstance(registry, str) else ""
    return Sheet(tuple(keys), _rows(source, tuple(keys), registry), registry=named)


def _rows(source: Source, keys: tuple[str, ...], registry: object) -> Iterator[Row]:
    """Every object as a row in the order of the headers."""
    known = ENVELOPE.union(keys)
    for count, (line, found) in enumerate(_objects(source), 1):
        if count > MOST_ROWS:
            raise Unusable(TOO_MANY.filled(most=MOST_ROWS))
        if strange := found.keys() - known:
            raise Unusable(NEW_KEY.filled(key=min(strange)[:40]), line=line)
        if found.get("registry") != registry:
            raise Unusable(ANOTHER, line=line)
        yield Row(line, [_cell(key, found.get(key), line) for key in keys])


def _objects(source: Source) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every line that is not blank, as an object."""
    with encoding.text_of(source) as text:
        line = 0
        while written := text.readline(LONGEST_LINE):
            line += 1
            if written.strip():
                yield line, _object(written, line)


def _object(written: str, line: int) -> dict[str, Any]:
    """One line as an object; Unusable where it is none."""
    try:
        found = json.loads(written, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Unusable(NOT_JSON, line=line) from None
    if not isinstance(found, dict):
        raise Unusable(NOT_JSON, line=line)
    return found


def _no_constant(word: str) -> object:
    """NaN and the infinities are no JSON."""
    raise ValueError(word)


def _cell(key: str, value: object, line: int) -> Cell:
    """One value as a cell; a list of words stays one."""
    if value is None or isinstance(value, str | int | Decimal):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    raise Unusable(NESTED.filled(key=key[:40]), line=line)
