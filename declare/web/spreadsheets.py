"""Lists handed out for a spreadsheet: every cell is text, and none is taken for a formula (CWE-1236)."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import Final

import xlsxwriter

STARTS_A_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠|%")
LONGEST_CELL: Final = 32_000

Rows = Sequence[Sequence[str]]


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(STARTS_A_FORMULA) else cell


def as_csv(rows: Rows) -> bytes:
    """Rows, the heads first, as UTF-8 with a mark that Excel knows (RFC 4180)."""
    made = StringIO(newline="")
    csv.writer(made).writerows([safe(cell) for cell in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Rows, *, name: str) -> bytes:
    """Rows, the heads first, as a workbook with one sheet."""
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        page, head = book.add_worksheet(name[:31]), book.add_format({"bold": True})
        page.freeze_panes(1, 0)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.write_string(at, column, safe(cell)[:LONGEST_CELL], None if at else head)
    return made.getvalue()
