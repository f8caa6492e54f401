"""The built front-end files are the ones the manifest names, reach nothing outside the site, and carry nobody's crest."""

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "declare" / "static"
VENDOR = STATIC / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text())


def test_every_built_file_stands_in_the_manifest_and_no_other() -> None:
    """A file added or dropped by hand is noticed."""
    present = {path.name for path in VENDOR.iterdir()} - {"manifest.json"}
    assert present == set(MANIFEST["files"])


@pytest.mark.parametrize("name", sorted(MANIFEST["files"]))
def test_a_built_file_has_its_hash(name: str) -> None:
    """A file changed by hand, or by half a rebuild, is noticed."""
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == MANIFEST["files"][name]


def test_our_own_script_is_the_one_in_the_sources() -> None:
    """The script is copied, so it can be compared without a build."""
    assert (VENDOR / "page.js").read_bytes() == (STATIC / "src" / "page.js").read_bytes()


def test_the_pinned_libraries_are_the_built_ones() -> None:
    """package.json and its lock name one exact version, the one in the manifest."""
    wanted = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert wanted == MANIFEST["libraries"] == {name: locked[f"node_modules/{name}"]["version"] for name in wanted}


def test_the_stylesheet_reaches_nothing_and_names_no_foreign_face() -> None:
    """No address, no import, no font file, no GDS Transport; small enough for a slow line."""
    css = (VENDOR / "site.css").read_text()
    assert not re.search(r"url\(|@import|@font-face|https?:|gds transport|crown|crest", css, re.IGNORECASE)
    assert len(css) < 100_000


def test_the_scripts_are_complete_without_source_maps() -> None:
    """A source map would be one more request, to a file that is not there."""
    for path in VENDOR.glob("*.js"):
        assert "sourceMappingURL" not in path.read_text()


@pytest.mark.parametrize("source", sorted((STATIC / "src").glob("*.*")), ids=lambda path: path.name)
def test_a_source_file_stays_small(source: Path) -> None:
    """Sources of ours are read by people."""
    assert len(source.read_text().splitlines()) <= 250


def test_every_library_brings_its_licence() -> None:
    """What is delivered says under which terms."""
    for library, words in (("govuk-frontend", "MIT License"), ("htmx", "Zero-Clause BSD")):
        assert words in (VENDOR / f"LICENCE-{library}.txt").read_text()
