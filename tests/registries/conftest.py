"""An office whose reviewer loads extracts, and files of every kind made on the spot."""

import io
import re

import pytest
import xlsxwriter
from sqlalchemy import func, select

from declare.access import Role
from declare.extensions import db
from declare.registries.models import Extract, ExtractRow, ExtractTrace, Upload
from tests.leaks.visiting import Form
from tests.office import Clock, Office

ONE = "110105194912310021"
OTHER = "11010519491231002X"
HEADERS = ("姓名", "身份证号", "坐落", "面积（㎡）", "价格(元)", "登记日期")
ROWS = (
    ("王一", OTHER, "江苏省南京市玄武区珠江路3号", "89.5", "2,380,000", "2020-01-02"),
    ("王一", OTHER, "江苏省南京市玄武区珠江路5号", "120", "1500000", "2021/3/4"),
)


def csv_of(headers=HEADERS, rows=ROWS, *, encoding="utf-8", delimiter=","):
    """A CSV file."""
    lines = [delimiter.join(_quoted(cell, delimiter) for cell in row) for row in (headers, *rows)]
    return "\r\n".join(lines).encode(encoding)


def _quoted(cell, delimiter):
    return f'"{cell}"' if delimiter in cell else cell


def xlsx_of(*rows):
    """An XLSX file."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("登记")
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(line, column, cell)
    book.close()
    return file.getvalue()


class Desk:
    """A reviewer at the pages of extracts."""

    def __init__(self, office, login):
        self.office, self.browser = office, office.visitor(login)

    def hand_over(self, content, name="房产.csv", **fields):
        """Uploads a file; the answer."""
        day = {"received-year": "2026", "received-month": "1", "received-day": "2"}
        self.browser.get("/registries/new")
        sent = {"csrf_token": self.browser.token, "registry": "", "source": "市自然资源局", **day, **fields}
        sent["file"] = (io.BytesIO(content), name)
        return self.browser.client.post("/registries/new", data=sent, content_type="multipart/form-data")

    def agree(self, address, *, do="load", **changes):
        """Sends the columns of a file as they stand, but for what is changed; the answer."""
        page = self.browser.get(address)
        form = Form(page.text.split(f'action="{address}discard"')[0], action=address)
        chosen = dict(
            re.findall(r'<select[^>]* name="([^"]+)".*?<option value="([^"]*)" selected', page.text, re.DOTALL)
        )
        return self.browser.post(address, **{**form.standing, **chosen, "do": do, **changes})

    def load(self, content, name="房产.csv", **fields):
        """Uploads a file and loads it as its columns are recognised; the answer."""
        address = self.hand_over(content, name, **fields).headers["Location"]
        return self.agree(address)

    def count(self, model):
        """The rows of a table."""
        with self.office.app.app_context():
            return db.session.scalar(select(func.count()).select_from(model))

    def nothing_kept(self):
        """Whether no extract, no row, no trace is there."""
        return [self.count(model) for model in (Extract, ExtractRow, ExtractTrace)] == [0, 0, 0]

    def waiting(self):
        """How many files wait."""
        return self.count(Upload)


@pytest.fixture
def office(app):
    clock = Clock()
    app.extensions["clock"] = clock
    made = Office(app, clock)
    made.account("rev.one", Role.REVIEWER)
    return made


@pytest.fixture
def desk(office):
    return Desk(office, "rev.one")
