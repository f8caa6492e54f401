"""Legal texts: their articles as Chinese law writes them, and the days they were in force."""

from datetime import date

import pytest

from declare.law import CSL, CSL17, D15, D18, D23, INSTRUMENTS, JC18, JC24, JY13, JY25, M17, R10, R17
from declare.law.citation import numeral


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (14, "十四"),
        (20, "二十"),
        (97, "九十七"),
        (100, "一百"),
        (101, "一百零一"),
        (113, "一百一十三"),
    ],
)
def test_numbers_are_written_as_the_law_writes_them(number, written):
    assert numeral(number) == written


def test_an_article_names_its_item():
    assert R17.article(3, 2).article == "第三条（二）"
    assert R17.article(4, 6).shown().zh == "领导干部报告个人有关事项规定 第四条（六）"
    assert M17.clause(4, 2) == "M17-4(2)"


def test_an_article_that_is_not_verified_says_so_in_both_languages():
    shown = R17.article(15, verified=False).shown()
    assert shown.zh.endswith("（条款待核实）")
    assert shown.en.endswith("(article to be confirmed)")


@pytest.mark.parametrize(
    ("older", "newer"), [(R10, R17), (D15, D18), (D18, D23), (JY13, JY25), (CSL17, CSL), (JC18, JC24)]
)
def test_a_successor_takes_over_without_a_gap_or_an_overlap(older, newer):
    assert older.until is not None
    assert (newer.since - older.until).days == 1
    assert older.in_force(older.until) and not older.in_force(newer.since)
    assert newer.in_force(newer.since) and not newer.in_force(older.until)


def test_the_text_whose_successor_is_unpublished_stays_citable_and_says_so():
    assert R17.in_force(date(2026, 11, 23))
    assert R17.note is not None


def test_every_text_has_one_key_and_a_name_in_both_languages():
    assert len({text.key for text in INSTRUMENTS}) == len(INSTRUMENTS)
    assert len({text.name for text in INSTRUMENTS}) == len(INSTRUMENTS)
    assert all(text.name.zh and text.name.en for text in INSTRUMENTS)
    assert all(text.until is None or text.since <= text.until for text in INSTRUMENTS)
