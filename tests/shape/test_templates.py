"""Templates compile, carry no inline style or handler, protect every form, and say nothing outside the catalogue."""

import re

import pytest
from jinja2 import Environment, nodes

from tests.shape.test_messages import CHINESE
from tests.shape.tree import named, written

TEMPLATES = written(".html", under="templates/")
GETTEXT = frozenset({"_", "gettext", "ngettext", "pgettext"})
OWN_NAME = "中文"  # a language is named in itself, whatever the page speaks
STYLE = re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE)
HANDLER = re.compile(r"<[a-z][^>]*\son[a-z]+\s*=|javascript:", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b(?![^>]*\bnonce=\"\{\{ csp_nonce\(\) \}\}\")", re.IGNORECASE)
FORM = re.compile(r"<form\b[^>]*method=[\"']post[\"'].*?</form>", re.IGNORECASE | re.DOTALL)
PROTECTED = re.compile(r"csrf_token|hidden_tag|ui\.csrf|ui\.secret")
AWAY = re.compile(r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//""", re.IGNORECASE)

environment = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"], autoescape=True)


def bare(path):
    """A template without its comments."""
    return re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def hits(pattern):
    return [named(path) for path in TEMPLATES if pattern.search(bare(path))]


def silent(node):
    """Chinese that a reader of the English page would meet: text and strings outside gettext."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in GETTEXT:
        node = nodes.List(
            [*(word.value for word in node.kwargs), *node.args[2 if node.node.name == "ngettext" else 1 :]]
        )
    said = node.data if isinstance(node, nodes.TemplateData) else node.value if isinstance(node, nodes.Const) else ""
    if isinstance(said, str) and CHINESE.search(said.replace(OWN_NAME, "")):
        yield said.strip()[:60]
    for child in node.iter_child_nodes():
        yield from silent(child)


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_compiles(house, path):
    house.jinja_env.compile(path.read_text(encoding="utf-8"), filename=named(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_says_nothing_outside_the_catalogue(path):
    assert list(silent(environment.parse(bare(path)))) == []


def test_no_template_has_an_inline_style():
    assert hits(STYLE) == []


def test_no_template_has_an_inline_handler():
    assert hits(HANDLER) == []


def test_every_script_carries_the_nonce_of_its_page():
    assert hits(SCRIPT) == []


def test_no_template_reaches_another_site():
    assert hits(AWAY) == []


def test_every_form_that_posts_is_protected():
    forms = [(named(path), form) for path in TEMPLATES for form in FORM.findall(bare(path))]
    assert [name for name, form in forms if not PROTECTED.search(form)] == []


def test_a_form_names_its_method():
    unnamed = re.compile(r"<form\b(?![^>]*method=)", re.IGNORECASE)
    assert hits(unnamed) == []
