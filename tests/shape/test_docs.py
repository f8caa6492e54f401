"""The documents say what is true: links lead somewhere, files named exist, nothing needed is left unsaid."""

import re
import tomllib

import pytest

from tests.shape.tree import ROOT, named, written

DOCUMENTS = written(".md")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")
FILE = re.compile(r"`((?:declare|tests|docs|templates|migrations)/[\w./-]+)`")
SETTING = re.compile(r"DECLARE_[A-Z_]+")
TARGET = re.compile(r"^([a-z]+):.*##", re.MULTILINE)


def text(path):
    return (ROOT / path).read_text(encoding="utf-8")


def project():
    return tomllib.loads(text("pyproject.toml"))["project"]


def bare(requirement):
    """The name of a package without its version."""
    return re.match(r"[\w-]+", requirement)[0].lower()


WHOLE = pytest.mark.skipif(
    not all((ROOT / "declare" / name).exists() for name in ("checks", "declarations", "releases")),
    reason="features the documents speak of do not stand yet",
)


@WHOLE
@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_links_lead_somewhere(path):
    targets = [path.parent / link for link in LINK.findall(path.read_text(encoding="utf-8"))]
    assert [str(target) for target in targets if not target.exists()] == []


@WHOLE
@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_files_that_are_named_exist(path):
    assert [name for name in FILE.findall(path.read_text(encoding="utf-8")) if not (ROOT / name).exists()] == []


def test_every_dependency_has_a_reason_and_a_licence():
    declared = project()["dependencies"] + [
        one for group in project()["optional-dependencies"].values() for one in group
    ]
    reasons = text("docs/dependencies.md").lower()
    assert [bare(one) for one in declared if not re.search(rf"\b{re.escape(bare(one))}\b", reasons)] == []


def test_every_setting_is_told_in_the_readme():
    used = {
        name for path in written(".py", under="declare/") for name in SETTING.findall(path.read_text(encoding="utf-8"))
    }
    assert used - set(SETTING.findall(text("README.md"))) == set()


def test_the_promised_make_targets_exist():
    promised = "setup run test check bench fix wheelhouse messages lock journeys clean help"
    assert set(promised.split()) <= set(TARGET.findall(text("Makefile")))


def test_decisions_are_numbered_without_a_gap():
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs/decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", sorted((ROOT / "docs/decisions").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_says_context_decision_and_consequence(path):
    assert [
        word
        for word in ("Context", "Decision", "Consequence")
        if f"**{word}.**" not in path.read_text(encoding="utf-8")
    ] == []
