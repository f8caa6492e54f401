"""An auditor and a releasing officer, on the corps; the demonstration and the real thing."""

import zipfile
from io import BytesIO

import pytest

from declare import jobs
from tests.bureau import Bureau

ASKED = {"profile": "audit", "year": "2025", "formats": ["csv", "xlsx", "jsonl"], "purpose": "2025 年度专项审计"}


@pytest.fixture
def earnest(bureau_folder, tmp_path):
    """The corps where nothing is let out without a second person; classes hold ten."""
    made = Bureau(bureau_folder, tmp_path / "earnest", demo=False)
    yield made
    made.close()


def ask(browser, **changes):
    """Asks for an export; answers its address."""
    browser.get("/releases/new")
    answer = browser.post("/releases/new", **(ASKED | changes))
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def build(bureau):
    with bureau.app.app_context():
        jobs.run_pending()


def unpacked(answer, place):
    """The files of a downloaded archive."""
    with zipfile.ZipFile(BytesIO(answer.data)) as bundle:
        bundle.extractall(place)
    return place


def exported(bureau, place, profile="audit", *options):
    """The folder of an export made on the command line."""
    answer = bureau.app.test_cli_runner().invoke(args=["export", profile, "--out", str(place), *options])
    assert answer.exit_code == 0, answer.output
    return place
