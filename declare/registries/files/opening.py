"""Which kind of file it is, told by its first bytes and its name, and the reader for it."""

from declare.law import Text
from declare.registries.files import delimited, jsonlines, workbook
from declare.registries.files.sheet import EMPTY, Known, Sheet, Unusable
from declare.registries.files.source import Source

MOST_BYTES = 1024 * 1024 * 1024
"""Bytes a file on the command line may have; pages take less."""

TOO_LARGE = Text("文件超过{most} MB，请分成几个文件载入。", "The file is larger than {most} MB: split it into several.")
OLD_WORKBOOK = Text(
    "这是旧版 Excel（.xls）或加密的文件，请另存为不加密的 .xlsx 或 CSV。",
    "This is an old (.xls) or encrypted workbook: save it as .xlsx without a password, or as CSV.",
)
NO_TABLE = Text("不是表格文件，请提供 .xlsx、.csv 或 .jsonl。", "This is no table: hand over .xlsx, .csv or .jsonl.")

_OLD = b"\xd0\xcf\x11\xe0"
_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"{\\rtf",
    b"<!DOC",
    b"<html",
    b"<?xml",
)


def read(source: Source, *, known: Known, most: int = MOST_BYTES) -> Sheet:
    """A file as a table, read while it is gone through; Unusable where it is none. Later rows may raise it too."""
    if source.size > most:
        raise Unusable(TOO_LARGE.filled(most=most // (1024 * 1024)))
    with source.open() as file:
        start = file.read(64)
    if not start.strip(b"\0\xef\xbb\xbf\xff\xfe \r\n\t"):
        raise Unusable(EMPTY)
    if start.startswith(_OLD):
        raise Unusable(OLD_WORKBOOK)
    if start.startswith(_OTHERS):
        raise Unusable(NO_TABLE)
    if start.startswith(b"PK") or source.name.lower().endswith((".xlsx", ".xlsm")):
        return workbook.read(source, known=known)
    if _is_json(source, start):
        return jsonlines.read(source)
    return delimited.read(source, known=known)


def _is_json(source: Source, start: bytes) -> bool:
    """Whether a file holds a JSON object a line."""
    return source.name.lower().endswith((".jsonl", ".ndjson", ".json")) or start.lstrip(
        b"\xef\xbb\xbf \r\n\t"
    ).startswith(b'{"')
