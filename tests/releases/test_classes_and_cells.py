"""Cells that are no formulas, classes of k people, counts that give nobody away."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from declare.releases import counting
from declare.releases.classes import ANY, Marks, classes, parent
from declare.releases.writers import CsvWriter, Sheet, XlsxWriter, safe


@given(st.text())
def test_no_cell_starts_a_formula(text):
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert safe(text).removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("writer", [CsvWriter, XlsxWriter])
def test_a_formula_that_was_typed_stays_text(tmp_path, writer):
    made = writer(tmp_path, [Sheet("one", "one", ["a", "b"], ["a", "b"])])
    made.row("one", ['=HYPERLINK("http://example.org")', "http://example.org"])
    made.close()
    if writer is CsvWriter:
        assert "'=HYPERLINK" in (tmp_path / "one.csv").read_text()
    else:
        cells = CalamineWorkbook.from_path(tmp_path / "export.xlsx").get_sheet_by_name("one").to_python()[1]
        assert cells == ['\'=HYPERLINK("http://example.org")', "http://example.org"]


MARKS = st.builds(
    Marks,
    unit=st.sampled_from(["/ZD/", "/ZD/JD/", "/ZD/JD/A/", "/ZD/HD/"]),
    grade=st.sampled_from(["指挥长", "指挥员"]),
    sex=st.sampled_from(["male", "female"]),
    decade=st.sampled_from(["1970", "1980"]),
    region=st.sampled_from(["320100", "320600"]),
)


@given(st.lists(MARKS, max_size=60), st.integers(2, 10))
def test_every_class_holds_k_and_everybody_is_counted(people, k):
    made = classes(people, k=k, regions={"/ZD/": "320000"})
    held = Counter(made.shown[marks] for marks in people)
    left_out = held.pop(None, 0)
    assert all(size >= k for size in held.values())
    assert left_out == made.left_out
    assert made.coarsened == sum(made.shown[marks] not in (None, marks) for marks in people)


@given(st.lists(MARKS, max_size=60), st.integers(2, 10))
def test_what_is_shown_is_only_coarser_never_other(people, k):
    for marks, now in classes(people, k=k, regions={"/ZD/": "320000"}).shown.items():
        if now is not None:
            assert marks.unit.startswith(now.unit)
            assert now.grade in (marks.grade, ANY)
            assert (now.sex, now.decade) == (marks.sex, marks.decade)


def test_the_unit_above():
    assert [parent("/ZD/JD/"), parent("/ZD/"), parent("")] == ["/ZD/", "", ""]


@given(
    st.dictionaries(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), st.integers(1, 30)), st.integers(2, 10)
)
def test_no_count_under_k_is_shown_nor_one_that_gives_it_away(counts, k):
    rows = list(counting.shown(Counter(counts), k=k, lang="en"))
    assert len(rows) == len(counts)
    for group in {cell[0] for cell in counts}:
        shown = [row[-1] for row in rows if row[0] == group]
        numbers = [int(one) for one in shown if one.isdigit()]
        assert all(number >= k for number in numbers)
        assert len(shown) - len(numbers) != 1 or len(shown) == 1
