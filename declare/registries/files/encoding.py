"""In which encoding a text file is written: UTF-8 (with a mark or without), UTF-16, GB 18030."""

import codecs
import io
from typing import BinaryIO

from declare.law import Text
from declare.registries.files.sheet import Unusable
from declare.registries.files.source import Source

PIECE = 1024 * 1024
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

UNKNOWN = Text(
    "无法识别文件的文字编码（不是 UTF-8、GB 18030 或 UTF-16），请另存为 UTF-8 编码的 CSV。",
    "The file is in none of the encodings UTF-8, GB 18030 and UTF-16: save it as CSV in UTF-8.",
)


def text_of(source: Source) -> io.TextIOWrapper:
    """A file as text, line ends as they stand; Unusable where no encoding fits the whole file."""
    return io.TextIOWrapper(source.open(), encoding=encoding_of(source), errors="strict", newline="")


def encoding_of(source: Source) -> str:
    """The encoding that fits every byte of a file."""
    with source.open() as file:
        start = file.read(1024)
    marked = next((name for mark, name in MARKS if start.startswith(mark)), None)
    candidates = (marked,) if marked else _unmarked(start)
    for name in candidates:
        with source.open() as file:
            if _fits(file, name):
                return name
    raise Unusable(UNKNOWN)


def _unmarked(start: bytes) -> tuple[str, ...]:
    """What to try without a mark: many zero bytes mean UTF-16, on which side of the pair they stand says which one."""
    zeros = start[::2].count(0), start[1::2].count(0)
    if sum(zeros) > len(start) // 8:
        return ("utf-16-be",) if zeros[0] > zeros[1] else ("utf-16-le",)
    return ("utf-8", "gb18030")


def _fits(file: BinaryIO, name: str) -> bool:
    """Whether every byte can be read in an encoding; what is no text in any language does not count as read."""
    decoder = codecs.getincrementaldecoder(name)(errors="strict")
    try:
        while piece := file.read(PIECE):
            if "\0" in decoder.decode(piece):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
