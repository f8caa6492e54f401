"""The shared macros: errors lead to their fields in the same words, what was typed is kept and harmless, bars tell the truth."""

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import html5lib
import pytest
from jinja2 import Environment, FileSystemLoader

TEMPLATES = Path(__file__).parents[2] / "templates"
CHOICES = [SimpleNamespace(value=str(n), label=f"选项{n}", checked=n == 2) for n in range(1, 8)]
WIDGETS = ["text", "textarea", "number", "date", "month", "choice", "yes_no", "people", "person", "listed", "several_listed",
           "region", "secret", "identifier", "password", "file", "check"]  # fmt: skip
HOSTILE = '"><script>alert(1)</script>\x00{{ 7 * 7 }}'


@dataclass
class Label:
    """The part of a WTForms label the macros read."""

    text: str


@dataclass
class Field:
    """A field with the small interface that form.html documents."""

    widget_name: str
    id: str = "area"
    label: Label = field(default_factory=lambda: Label("建筑面积"))
    description: str = "以证书为准"
    errors: list[str] = field(default_factory=list)
    value: str = ""
    choices: list[Any] = field(default_factory=list)
    optional: bool = False
    unit: str = ""
    boxes: list[tuple[str, str, str, str, int]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Forms here name a field as they identify it."""
        return self.id


class Form(list[Field]):
    """Fields in their order, and the faults that belong to none."""

    form_errors: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def ui() -> Any:
    """The macros as a page sees them, in the source language."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return environment.get_template("shared/ui.html").module


def parsed(markup: str) -> Any:
    """The fragment as a strict parser sees it; malformed markup raises."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(str(markup))


def words(element: Any) -> str:
    """The text of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


def bars_of(table: Any) -> list[Any]:
    """The bars of a waterfall, top to bottom."""
    return [element for element in table.iter() if str(element.tag).endswith("rect") and element.get("class") == "bar"]


def made(widget: str, **changes: Any) -> Field:
    """A field of that widget with what such a field has."""
    boxes = (
        [("area-year", "area", "年", "2027", 4), ("area-month", "area-2", "月", "13", 2)]
        if widget in ("date", "month")
        else []
    )
    choices = (
        CHOICES[:3]
        if widget in ("choice", "yes_no", "people", "person")
        else CHOICES
        if widget in ("listed", "region")
        else []
    )
    return Field(widget, boxes=boxes, choices=choices, **changes)


@pytest.mark.parametrize("widget", WIDGETS)
def test_an_error_leads_to_the_first_control_in_the_words_beside_it(ui: Any, widget: str) -> None:
    """The summary's link names an id that a control of the field carries, and repeats the sentence."""
    wrong = made(widget, errors=["请填写平方米数，例如 108.60"])
    link = parsed(ui.error_summary(Form([wrong]))).find(".//a")
    page = parsed(ui.field(wrong))
    target = link.get("href").removeprefix("#")
    assert next(element.tag for element in page.iter() if element.get("id") == target) in (
        "input",
        "select",
        "textarea",
    )
    beside = words(page.find(".//p[@class='govuk-error-message']")).removeprefix("错误：")
    assert words(link) == f"建筑面积：{beside}"


@pytest.mark.parametrize("widget", WIDGETS)
def test_every_description_stands_on_the_page_once(ui: Any, widget: str) -> None:
    """aria-describedby names ids that exist, and no id stands twice."""
    page = parsed(ui.field(made(widget, errors=["请核对"], unit="平方米")))
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    described = [name for element in page.iter() for name in (element.get("aria-describedby") or "").split()]
    assert len(ids) == len(set(ids))
    assert {"area-hint", "area-error"} <= set(described) <= set(ids)


@pytest.mark.parametrize("widget", WIDGETS)
def test_every_control_has_a_label_of_its_own(ui: Any, widget: str) -> None:
    """Nothing is named by its place alone."""
    page = parsed(ui.field(made(widget)))
    labelled = {label.get("for") for label in page.iter("label")}
    assert {element.get("id") for element in page.iter() if element.tag in ("input", "select", "textarea")} <= labelled


def test_only_what_may_stay_empty_is_marked(ui: Any) -> None:
    """选填 stands on optional fields and on no other."""
    assert "选填" in ui.field(made("text", optional=True))
    assert "选填" not in ui.field(made("text"))


@pytest.mark.parametrize("widget", ["text", "textarea", "number", "identifier"])
def test_what_was_typed_comes_back_and_does_nothing(ui: Any, widget: str) -> None:
    """Hostile input is shown as it was typed."""
    page = parsed(str(ui.field(made(widget, value=HOSTILE))).replace("\x00", ""))
    assert page.find(".//script") is None
    control = page.find(".//textarea" if widget == "textarea" else ".//input")
    assert (control.text if widget == "textarea" else control.get("value")) == HOSTILE.replace("\x00", "")


def test_a_password_is_never_shown_again(ui: Any) -> None:
    """Not even to the person who typed it."""
    assert "secret-words" not in ui.field(made("password", value="secret-words"))


def test_a_form_without_mistakes_has_no_summary(ui: Any) -> None:
    """No empty box on top."""
    assert str(ui.error_summary(Form([made("text")]))).strip() == ""


def test_few_choices_are_seen_at_once_and_many_are_folded(ui: Any) -> None:
    """Five are radios, six a list that starts empty."""
    five, six = (ui.field(Field("choice", choices=CHOICES[:count])) for count in (5, 6))
    assert len(parsed(five).findall(".//input[@type='radio']")) == 5
    assert [option.get("value") for option in parsed(six).iter("option")][:2] == ["", "1"]


def test_the_waterfall_stands_where_its_numbers_say(ui: Any) -> None:
    """The gap ends where the declared assets end and is as long as the difference."""
    steps = [
        ("上年", 66.2, "base"),
        ("收入", 31.4, "more"),
        ("应有", 97.6, "base"),
        ("申报", 352.7, "declared"),
        ("差额", 255.1, "gap"),
    ]
    table = parsed(ui.waterfall([{"label": a, "value": b, "kind": c} for a, b, c in steps], caption="净增"))
    bars = [
        (float(bar.get("x")), float(bar.get("width"))) for bar in table.iter("{http://www.w3.org/2000/svg}rect")
    ] or [(float(bar.get("x")), float(bar.get("width"))) for bar in table.iter("rect")]
    assert bars[1][0] == pytest.approx(bars[0][1], abs=0.2)
    assert sum(bars[4]) == pytest.approx(1000, abs=0.2) and bars[4][0] == pytest.approx(bars[2][1], abs=0.2)
    assert [words(cell) for cell in table.findall(".//td[@class='amount']")] == [
        "66.20",
        "31.40",
        "97.60",
        "352.70",
        "255.10",
    ]


def test_a_waterfall_below_nothing_stays_inside_its_picture(ui: Any) -> None:
    """More spent than there was."""
    steps = [{"label": "上年", "value": 100, "kind": "base"}, {"label": "支出", "value": 130, "kind": "less"}]
    table = parsed(ui.waterfall(steps, caption="净减"))
    for bar in bars_of(table):
        assert float(bar.get("x")) >= 0
        assert float(bar.get("x")) + float(bar.get("width")) <= 1000


def test_the_pager_names_the_ends_and_the_neighbours(ui: Any) -> None:
    """Page 4 of 20: first, last, one to each side; nothing at all for a single page."""
    pages = parsed(ui.pager(4, 20, "?page={}".format))
    assert [words(link) for link in pages.findall(".//li/a")] == ["1", "3", "4", "5", "20"]
    assert str(ui.pager(1, 1, "?page={}".format)).strip() == ""


def test_withheld_and_empty_look_different(ui: Any) -> None:
    """Who may not see a value still learns that there is one."""
    rows = parsed(ui.summary_list([{"key": "护照号", "value": ui.withheld()}, {"key": "备注", "value": ""}]))
    assert [words(value) for value in rows.iter("dd")] == ["有，不显示", "未填写"]
