"""The files of an export, written row by row from rows that are reduced already; the same rows for every format."""

import csv
import json
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import xlsxwriter

from declare.web.spreadsheets import LONGEST_CELL, safe

FORMATS = ("csv", "xlsx", "jsonl")


class Sheet(NamedTuple):
    """One table of an export: its key, its title, the keys and the heads of its columns."""

    key: str
    title: str
    keys: Sequence[str]
    heads: Sequence[str]


class Writer(Protocol):
    """Takes rows in any order of the sheets; `close` finishes the files."""

    def row(self, sheet: str, cells: Sequence[str]) -> None:
        """One row of a sheet."""
        ...

    def close(self) -> None:
        """Nothing more comes."""
        ...


class CsvWriter:
    """A file a sheet, UTF-8 with a mark that Excel knows (RFC 4180)."""

    def __init__(self, folder: Path, sheets: Sequence[Sheet]) -> None:
        self._files: list[TextIOWrapper] = []
        self._writers: dict[str, Any] = {}
        for sheet in sheets:
            file = (folder / f"{sheet.key}.csv").open("w", encoding="utf-8-sig", newline="")
            self._files.append(file)
            self._writers[sheet.key] = csv.writer(file)
            self._writers[sheet.key].writerow([safe(head) for head in sheet.heads])

    def row(self, sheet: str, cells: Sequence[str]) -> None:
        """One row of a sheet."""
        self._writers[sheet].writerow([safe(cell) for cell in cells])

    def close(self) -> None:
        """Nothing more comes."""
        for file in self._files:
            file.close()


class JsonlWriter:
    """A file a sheet, one JSON object a line under the keys of the definitions; what is empty is left out."""

    def __init__(self, folder: Path, sheets: Sequence[Sheet]) -> None:
        self._sheets = {sheet.key: sheet for sheet in sheets}
        self._files = {sheet.key: (folder / f"{sheet.key}.jsonl").open("w", encoding="utf-8") for sheet in sheets}

    def row(self, sheet: str, cells: Sequence[str]) -> None:
        """One row of a sheet."""
        said = {key: cell for key, cell in zip(self._sheets[sheet].keys, cells, strict=True) if cell}
        self._files[sheet].write(json.dumps(said, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Nothing more comes."""
        for file in self._files.values():
            file.close()


class XlsxWriter:
    """One workbook with a sheet a table; rows leave the memory as they come, every cell is text."""

    def __init__(self, folder: Path, sheets: Sequence[Sheet]) -> None:
        self._book = xlsxwriter.Workbook(
            str(folder / "export.xlsx"),
            {
                "constant_memory": True,
                "tmpdir": str(folder),
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        head = self._book.add_format({"bold": True})
        self._sheets: dict[str, Any] = {}
        self._next = dict.fromkeys((sheet.key for sheet in sheets), 1)
        for sheet in sheets:
            page = self._sheets[sheet.key] = self._book.add_worksheet(sheet.key[:31])
            page.freeze_panes(1, 0)
            for column, said in enumerate(sheet.heads):
                page.write_string(0, column, safe(said), head)

    def row(self, sheet: str, cells: Sequence[str]) -> None:
        """One row of a sheet."""
        page, at = self._sheets[sheet], self._next[sheet]
        for column, cell in enumerate(cells):
            page.write_string(at, column, safe(cell)[:LONGEST_CELL])
        self._next[sheet] = at + 1

    def close(self) -> None:
        """Nothing more comes."""
        self._book.close()


WRITERS: dict[str, type[CsvWriter] | type[JsonlWriter] | type[XlsxWriter]] = {
    "csv": CsvWriter,
    "jsonl": JsonlWriter,
    "xlsx": XlsxWriter,
}


class AllWriters:
    """Hands every row to every format, and counts the rows of each sheet."""

    def __init__(self, folder: Path, sheets: Sequence[Sheet], formats: Sequence[str]) -> None:
        self._writers: list[Writer] = [WRITERS[name](folder, sheets) for name in formats]
        self.rows = dict.fromkeys((sheet.key for sheet in sheets), 0)

    def row(self, sheet: str, cells: Sequence[str]) -> None:
        """One row of a sheet."""
        self.rows[sheet] += 1
        for writer in self._writers:
            writer.row(sheet, cells)

    def close(self) -> None:
        """Nothing more comes."""
        for writer in self._writers:
            writer.close()
