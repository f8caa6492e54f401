"""Looks into a workbook before anything unpacks it: sizes, entities, macros, how far its cells reach."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from declare.law import Text
from declare.registries.files.sheet import Unusable

MOST_FILES = 500
MOST_UNPACKED = 256 * 1024 * 1024
MOST_RATIO = 250
RATIO_FROM = 4 * 1024 * 1024
"""Unpacked bytes from which on the ratio counts: a small sheet of equal cells packs well."""
MOST_ROWS = 200_000
MOST_CELLS = 4_000_000
PIECE = 256 * 1024
OVERLAP = 64

NOT_A_WORKBOOK = Text(
    "不是完整的 .xlsx 文件，请用表格软件重新保存后再上传。",
    "This is no complete .xlsx file: save it anew with a spreadsheet program.",
)
BOMB = Text(
    "压缩包解开后过大，不予读取；请改存为 CSV。", "Unpacked, this workbook is too large to be read: save it as CSV."
)
ENTITIES = Text(
    "工作簿含有外部实体或文档类型声明，不予读取；请复制内容到新的工作簿。",
    "The workbook declares a document type or entities and is not read: copy its content into a new one.",
)
MACROS = Text("工作簿含有宏，请另存为不含宏的 .xlsx。", "The workbook holds macros: save it as .xlsx without them.")
LOCKED = Text("工作簿已加密，请取消密码后再上传。", "The workbook is encrypted: take the password off.")
TOO_FAR = Text(
    "工作簿超过{most:,}行或单元格过多，请改存为 CSV 后载入。",
    "The workbook has more than {most:,} rows, or too many cells: save it as CSV.",
)

_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)|<\0!\0D\0|\0<\0!\0D", re.IGNORECASE)
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,9})["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b""")
_CELL = re.compile(rb"""<(?:\w+:)?c[\s/>]""")


@dataclass(slots=True)
class _Reach:
    """How far the cells of one sheet reach."""

    rows: int = 0
    columns: int = 0
    lines: int = 0
    cells: int = 0

    def look(self, text: bytes) -> None:
        """Takes another piece of the sheet into account."""
        self.lines += len(_ROW.findall(text))
        self.cells += len(_CELL.findall(text))
        for letters, digits in _PLACE.findall(text):
            self.rows = max(self.rows, int(digits))
            self.columns = max(self.columns, _number(letters))
        rows = max(self.rows, self.lines)
        if rows > MOST_ROWS or self.cells > MOST_CELLS or rows * self.columns > MOST_CELLS:
            raise Unusable(TOO_FAR.filled(most=MOST_ROWS))


def inspect(file: BinaryIO) -> None:
    """Raises Unusable for a package that is broken, too large once unpacked, or holds what no table needs."""
    try:
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Unusable(NOT_A_WORKBOOK) from None
    _look_over(entries)
    left = MOST_UNPACKED
    for entry in entries:
        left -= _unpack(file, entry, left)


def _look_over(entries: list[zipfile.ZipInfo]) -> None:
    """What the table of contents tells."""
    names = {entry.filename.lower() for entry in entries}
    if not any(name.endswith("xl/workbook.xml") for name in names):
        raise Unusable(NOT_A_WORKBOOK)
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Unusable(MACROS)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unusable(LOCKED)
    if len(entries) > MOST_FILES or len(names) != len(entries):
        raise Unusable(BOMB)
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unusable(BOMB)


def _unpack(file: BinaryIO, entry: zipfile.ZipInfo, left: int) -> int:
    """Goes through one part as it really unpacks, whatever its header claims; answers its true size."""
    reach, xml = _Reach(), entry.filename.lower().endswith((".xml", ".rels", ".vml"))
    sheet, size, tail = "worksheets/" in entry.filename.lower(), 0, b""
    for piece in _pieces(file, entry):
        size += len(piece)
        if size > left or (size > RATIO_FROM and size > MOST_RATIO * max(entry.compress_size, 1)):
            raise Unusable(BOMB)
        text = tail + piece
        if xml and _DECLARED.search(text):
            raise Unusable(ENTITIES)
        cut = text.rfind(b"<") if sheet else len(text) - OVERLAP
        cut = cut if cut > 0 and len(text) - cut < PIECE else len(text)
        if sheet:
            reach.look(text[:cut])
        tail = text[cut:]
    if sheet:
        reach.look(tail)
    return size


def _pieces(file: BinaryIO, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of one part, unpacked piece by piece."""
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unusable(NOT_A_WORKBOOK)
    file.seek(entry.header_offset)
    head = file.read(30)
    if len(head) < 30 or head[:4] != b"PK\x03\x04":
        raise Unusable(NOT_A_WORKBOOK)
    file.seek(int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little"), 1)
    packed, left = zlib.decompressobj(-15), entry.compress_size
    while left > 0 and (raw := file.read(min(PIECE, left))):
        left -= len(raw)
        if entry.compress_type == zipfile.ZIP_STORED:
            yield raw
        else:
            yield from _inflated(packed, raw)


def _inflated(packed: "zlib._Decompress", raw: bytes) -> Iterator[bytes]:
    """One packed piece in pieces that are never larger than agreed."""
    while raw:
        try:
            yield packed.decompress(raw, PIECE)
        except zlib.error:
            raise Unusable(NOT_A_WORKBOOK) from None
        raw = packed.unconsumed_tail


def _number(letters: bytes) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
