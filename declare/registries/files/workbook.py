"""XLSX: the first sheet that can be seen and holds something. A workbook is looked into before it is unpacked."""

from collections.abc import Iterator

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from declare.registries.files.package import MOST_CELLS, MOST_ROWS, NOT_A_WORKBOOK, TOO_FAR, inspect
from declare.registries.files.sheet import EMPTY, Cell, Known, Row, Sheet, Unusable, headed
from declare.registries.files.source import Source


def read(source: Source, *, known: Known) -> Sheet:
    """The first sheet of a workbook that holds something."""
    found = _sheet(source)
    headers, rows = headed(_rows(found), known=known)
    return Sheet(headers, rows, part=found.name)


def _sheet(source: Source) -> CalamineSheet:
    """The sheet that is read."""
    with source.open() as file:
        inspect(file)
        file.seek(0)
        try:
            book = CalamineWorkbook.from_filelike(file)
            sheets = (book.get_sheet_by_name(one.name) for one in book.sheets_metadata if _seen(one))
            found = next((sheet for sheet in sheets if sheet.height and sheet.width), None)
        except (CalamineError, ValueError, OSError):
            raise Unusable(NOT_A_WORKBOOK) from None
    if found is None:
        raise Unusable(EMPTY)
    if found.total_height > MOST_ROWS or found.total_height * found.total_width > MOST_CELLS:
        raise Unusable(TOO_FAR.filled(most=MOST_ROWS))
    return found


def _seen(one: object) -> bool:
    """Whether it is a sheet of cells that is not hidden."""
    return (
        getattr(one, "typ", None) == SheetTypeEnum.WorkSheet
        and getattr(one, "visible", None) == SheetVisibleEnum.Visible
    )


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    """Every row of the sheet, numbered as the spreadsheet numbers it."""
    for line, cells in enumerate(sheet.iter_rows(), 1):
        found: list[Cell] = [None if cell == "" else cell for cell in cells]
        yield Row(line, found)
