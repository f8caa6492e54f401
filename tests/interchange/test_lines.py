"""Whatever is put into an interchange file, each line is an object or one clear problem."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.interchange.lines import LONGEST_LINE, Line, Problem, lines_of, parse
from declare.items.spec import Wrong

REFUSED = {
    "half an object": b'{"type":"unit"',
    "no object": b"[1,2]",
    "a word": b"unit",
    "latin-1": '{"name":"Café"}'.encode("latin-1"),
    "gbk": '{"name":"江东"}'.encode("gbk"),
    "the same key twice": b'{"code":"A","code":"B"}',
    "NaN": b'{"value":NaN}',
    "infinity": b'{"value":-Infinity}',
    "half a surrogate": b'{"name":"\\ud800"}',
    "bottomless": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "an endless number": b'{"a":' + b"9" * 10_000 + b"}",
    "too long": b'{"a":"' + b"x" * LONGEST_LINE + b'"}',
    "two objects": b'{"a":1} {"b":2}',
}


@pytest.mark.parametrize("raw", REFUSED.values(), ids=REFUSED)
def test_a_line_that_is_no_object_is_refused_with_a_sentence(raw: bytes) -> None:
    with pytest.raises(Wrong) as refusal:
        parse(raw)
    assert refusal.value.says.zh
    assert refusal.value.says.en


def test_a_mark_at_the_start_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    path = tmp_path / "units.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"type":"unit"}\r\n\r\n  \n{"type":"person"}')
    assert list(lines_of(path)) == [Line(1, {"type": "unit"}), Line(4, {"type": "person"})]


def test_a_problem_names_its_file_and_line_and_the_rest_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "units.jsonl"
    path.write_bytes(b'{"a":1}\n{"a":\n' + b"x" * (LONGEST_LINE + 5) + b'\n{"b":2}\n')
    first, second, third, fourth = lines_of(path)
    assert (first, fourth) == (Line(1, {"a": 1}), Line(4, {"b": 2}))
    assert isinstance(second, Problem) and (second.file, second.line) == (str(path), 2)
    assert isinstance(third, Problem) and third.line == 3


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        found = parse(raw)
    except Wrong:
        return
    assert found is None or isinstance(found, dict)
