"""The lines of an interchange file, each one JSON object, whatever was put into the file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from declare.items.spec import Wrong
from declare.law import Text

LONGEST_LINE = 8 * 1024 * 1024
"""Bytes a line may have; a whole declaration has some 11 KB."""

NOT_UTF8 = Text("这一行不是 UTF-8 编码，请另存为 UTF-8 后再导入", "this line is not UTF-8; save the file as UTF-8")
TOO_LONG = Text("这一行超过 8 MB，请每行只放一条记录", "this line is longer than 8 MB; put one record on a line")
NOT_JSON = Text("不是完整的 JSON，请检查第 {column} 个字符附近", "not complete JSON, look near character {column}")
TOO_DEEP = Text("JSON 嵌套过深", "JSON nested too deep")
NOT_OBJECT = Text("应为一个 JSON 对象，即以花括号开头和结尾", "must be one JSON object, in braces")
TWICE = Text("键“{key}”写了两次", "the key “{key}” is given twice")
NOT_NUMBER = Text("JSON 中不能写 {word}", "{word} is not a JSON value")
SURROGATE = Text(
    "含有不成对的 Unicode 代理字符，请重新导出该文件", "holds an unpaired Unicode surrogate; export the file anew"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that could be read."""

    number: int
    object: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a line: the path of the field ("" for the line itself) and what is wrong."""

    file: str
    line: int
    field: str
    says: Text


def lines_of(path: Path) -> Iterator[Line | Problem]:
    """Every line of a file that is not blank; a line that cannot be read comes as a Problem. Raises OSError."""
    with path.open("rb") as file:
        for number, raw in _raw_lines(file):
            try:
                found = parse(raw)
            except Wrong as wrong:
                yield Problem(str(path), number, "", wrong.says)
                continue
            if found is not None:
                yield Line(number, found)


def parse(raw: bytes) -> dict[str, Any] | None:
    """One line as an object, None for a blank one; raises Wrong."""
    if len(raw) > LONGEST_LINE:
        raise Wrong(TOO_LONG)
    try:
        text = raw.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise Wrong(NOT_UTF8) from None
    if not text:
        return None
    found = _json(text)
    if not isinstance(found, dict):
        raise Wrong(NOT_OBJECT)
    return found


def _raw_lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Numbered lines; of one that is too long only the start is kept, so that memory stays flat."""
    number = 0
    while raw := file.readline(LONGEST_LINE + 1):
        number += 1
        yield number, raw
        while not raw.endswith(b"\n") and len(raw) > LONGEST_LINE:
            raw = file.readline(LONGEST_LINE + 1)


def _json(text: str) -> object:
    """JSON read strictly: no duplicate key, no NaN, no lone surrogate, no bottomless nesting."""
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
        text.encode()
        json.dumps(found, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise Wrong(NOT_JSON.filled(column=error.colno)) from None
    except UnicodeEncodeError:
        raise Wrong(SURROGATE) from None
    except (RecursionError, MemoryError):
        raise Wrong(TOO_DEEP) from None
    except ValueError as error:
        if isinstance(error, Wrong):
            raise
        raise Wrong(NOT_JSON.filled(column=1)) from None
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand once."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Wrong(TWICE.filled(key=key[:40]))
        found[key] = value
    return found


def _no_constant(word: str) -> object:
    """NaN and the infinities are no JSON."""
    raise Wrong(NOT_NUMBER.filled(word=word))
