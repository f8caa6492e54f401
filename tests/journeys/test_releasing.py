"""An auditor asks for redacted records, another lets them out; what comes home opens, fits its manifest, and names nobody."""

import hashlib
import json
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from declare.demo.corps import corps
from tests.journeys.conftest import prove
from tests.journeys.filling import fill, press
from tests.journeys.watching import look
from tests.serving import copied, serving


@pytest.fixture(scope="module")
def site(served_corps, chromium, tmp_path_factory):
    """The demo corps served as a real installation, where an export takes two people."""
    folder = tmp_path_factory.mktemp("site")
    with serving(copied(served_corps, folder / "instance"), folder / "log", DECLARE_DEMO="0") as served:
        yield served


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_of_exports(visit, lang):
    page = visit("auditor", lang=lang)
    page.goto("/releases/")
    faults = look(page, "releases", lang=lang)
    page.goto("/releases/new")
    faults += look(page, "release-new", lang=lang)
    page.locator("main button[type=submit]").click()
    faults += look(page, "release-refused", lang=lang)
    assert faults == []


def test_an_export_is_asked_for_let_out_and_opened(visit, tmp_path):
    page = visit("auditor")
    number = ask(page)
    assert not page.get_by_role("button", name="下载（ZIP）").or_(page.get_by_role("link", name="下载（ZIP）")).count()
    assert look(page, "release-requested") == []
    let_out(visit("releasing-officer"), number)
    with page.expect_download() as download:
        when_built(page, number)
    download.value.save_as(tmp_path / "export.zip")
    with zipfile.ZipFile(tmp_path / "export.zip") as archive:
        archive.extractall(tmp_path / "export")
    fits_its_manifest(tmp_path / "export")
    opens_in_a_spreadsheet(tmp_path / "export")
    names_nobody(tmp_path / "export")


def ask(page):
    """Asks for all tables of a year; gives the number of the request."""
    page.goto("/releases/new")
    fill(page, profile="audit", formats=["csv", "xlsx", "jsonl"], purpose="年度审计抽查。")
    press(page, "提交申请")
    page.wait_for_url("**/releases/*/")
    return page.url.rstrip("/").rsplit("/", 1)[1]


def let_out(officer, number):
    """The other person looks at what is asked for, and agrees."""
    officer.goto(f"/releases/{number}/")
    assert "年度审计抽查。" in officer.locator("main").inner_text()
    assert look(officer, "release-decision") == []
    fill(officer, agree="yes", reason="审计计划内事项。")
    press(officer, "提交审批意见")
    prove(officer)
    officer.wait_for_url("**/releases/")


def when_built(page, number):
    """Looks again until the files are there, and takes them."""
    link = page.locator(f'a[href$="/releases/{number}/download"]')
    for _ in range(40):
        page.goto(f"/releases/{number}/")
        if link.count():
            break
        page.wait_for_timeout(500)
    assert look(page, "release-built") == []
    link.click()


def fits_its_manifest(folder):
    """Every file is the one the manifest names, and there is no other."""
    body = json.loads((folder / "manifest.json").read_text("utf-8"))["body"]
    assert {one["name"]: one["sha256"] for one in body["files"]} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name != "manifest.json"
    }
    assert body["purpose"] == "年度审计抽查。"


def opens_in_a_spreadsheet(folder):
    """The CSV opens in Excel as it is; the workbook opens and holds the same rows."""
    plain = (folder / "real_estate.csv").read_bytes()
    assert plain.startswith(b"\xef\xbb\xbf")
    books = [CalamineWorkbook.from_path(path) for path in folder.glob("*.xlsx")]
    sheets = {name: book.get_sheet_by_name(name).to_python() for book in books for name in book.sheet_names}
    assert len(plain.decode("utf-8-sig").splitlines()) in {len(rows) for rows in sheets.values()}


def names_nobody(folder):
    """No name and no identity number of any cadre, in any byte of any file."""
    told = [story.household.basic for story in corps(2025).stories]
    whole = b"".join(path.read_bytes() for path in folder.iterdir())
    for path in folder.glob("*.xlsx"):
        with zipfile.ZipFile(path) as inner:
            whole += b"".join(inner.read(name) for name in inner.namelist())
    found = [one for person in told for one in (person.name, person.id_number) if one.encode() in whole]
    assert found == []
