"""A file is loaded whole or not at all, and loading it again changes nothing."""

import json

import pytest
from sqlalchemy import text

from declare.database import Model
from declare.demo.corps import corps
from declare.demo.loading import write_files
from declare.extensions import db


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The demo corps as interchange files."""
    return [str(path) for path in write_files(corps(2025), tmp_path_factory.mktemp("corps")) if path.suffix == ".jsonl"]


def rows(app):
    """Every row of every table, as the database gives them."""
    with app.app_context():
        return {
            name: sorted(map(repr, db.session.execute(text(f'SELECT * FROM "{name}"'))))
            for name in sorted(Model.metadata.tables)
        }


def run(app, *arguments):
    """A command of the application."""
    return app.test_cli_runner().invoke(args=[*arguments])


def test_the_corps_is_loaded_in_any_order_and_a_second_time_changes_nothing(app, files):
    first = run(app, "import", *sorted(files))
    assert first.exit_code == 0, first.output
    before = rows(app)
    assert len(before["filing"]) == 120
    second = run(app, "import", *files)
    assert second.exit_code == 0
    assert rows(app) == before


def test_one_bad_line_among_a_thousand_refuses_the_whole_file(app, tmp_path):
    lines = [{"type": "unit", "code": f"U{number}", "name": f"第{number}支队"} for number in range(1000)]
    lines[616]["region"] = 320100
    path = tmp_path / "units.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    refused = run(app, "import", str(path))
    assert refused.exit_code == 1
    assert f"{path}:617: region:" in refused.stderr
    assert rows(app)["unit"] == []


def test_a_ref_with_other_content_is_refused_and_the_same_content_is_skipped(app, tmp_path):
    path = tmp_path / "units.jsonl"
    unit = {"type": "unit", "ref": "u-1", "code": "JD", "name": "江东市消防救援支队"}
    path.write_text(json.dumps(unit), encoding="utf-8")
    assert run(app, "import", str(path)).exit_code == 0
    path.write_text(json.dumps(unit | {"name": "别的支队"}), encoding="utf-8")
    refused = run(app, "import", str(path))
    assert refused.exit_code == 1
    assert ":1: ref:" in refused.stderr
    assert len(rows(app)["unit"]) == 1


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"type": "person", "id_number": "11010519491231002X", "name": "某", "unit": "NO"}, "unit"),
        (
            {
                "type": "declaration",
                "declarant": "11010519491231002X",
                "year": 2025,
                "kind": "annual",
                "filed_on": "2026-01-20",
            },
            "declarant",
        ),
        ({"type": "unit", "code": "JD", "name": "支队", "parent": "NO"}, "parent"),
        ({"type": "registry", "registry": "managed", "unit": "NO", "name": "某公司"}, "unit"),
        (
            {"type": "disclosure", "kind": "gift", "declarant": "11010519491231002X", "filed_on": "2025-10-20"},
            "declarant",
        ),
    ],
)
def test_an_unknown_unit_or_declarant_is_refused(app, tmp_path, record, field):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    refused = run(app, "import", str(path))
    assert refused.exit_code == 1
    assert f"{path}:1: {field}:" in refused.stderr


def test_a_file_that_is_not_there_is_refused_with_a_sentence(app, tmp_path):
    refused = run(app, "import", str(tmp_path / "none.jsonl"))
    assert refused.exit_code == 1
    assert "none.jsonl" in refused.stderr
