"""Beside a finding stands what the declarant was told before signing, and the answer; nothing where nobody was told."""

import msgspec
import pytest
from sqlalchemy import select

from declare.casework.selfchecked import answered
from declare.checks import keeping
from declare.checks.models import Finding
from declare.declarations import remarks
from declare.declarations.models import Filing, SelfCheck
from declare.extensions import db, vault
from declare.law import Text
from declare.rules.finding import Place
from declare.vault import Reader
from declare.web import transaction
from tests.casework.conftest import consult, finding_of

READER = Reader(None, "system", "test")
WORDS = "房改时购入，另一套已退。"


def told(bureau, finding, **change):
    """Has the self-check of a report say what a finding says, as it is kept when one signs."""
    with bureau.app.app_context(), transaction() as session:
        filing = session.get_one(Filing, finding.filing_id)
        opener = vault.opening(session, finding.record, READER)
        said = keeping.opened(opener, finding.revision, finding.sealed)
        hint = msgspec.structs.replace(remarks.hinted(said, WORDS), **change)
        sealed = vault.sealer(session, filing.record).seal(remarks.PART, filing.version, remarks.encoded((hint,)))
        session.add(SelfCheck(filing_id=filing.id, sealed=sealed))
    return said


@pytest.fixture
def finding(bureau, reviewer):
    found = finding_of(bureau, "B22")
    consult(reviewer, found.person_id)
    return found


def page_of(reviewer, finding, lang="zh"):
    reviewer.client.set_cookie("lang", lang)
    return reviewer.get(f"/findings/{finding.id}/").text


def test_nothing_is_said_of_a_report_without_a_self_check(reviewer, finding):
    assert "自查时" not in page_of(reviewer, finding)


def test_the_answer_stands_beside_the_finding(bureau, reviewer, finding):
    told(bureau, finding)
    assert "自查时已提示，报告人说明：" in page_of(reviewer, finding)
    assert f"<q>{WORDS}</q>" in page_of(reviewer, finding)
    assert "before signing. The declarant explained: " in page_of(reviewer, finding, "en")


def test_silence_is_said_too(bureau, reviewer, finding):
    told(bureau, finding, words="")
    assert "自查时已提示，报告人未说明" in page_of(reviewer, finding)
    assert "left no explanation" in page_of(reviewer, finding, "en")


def test_what_was_said_otherwise_then_is_shown_as_it_was(bureau, reviewer, finding):
    told(bureau, finding, message=Text("当时的提示", "the hint of then"))
    assert "自查时的提示：当时的提示" in page_of(reviewer, finding)
    assert "What the self-check said: the hint of then" in page_of(reviewer, finding, "en")


@pytest.mark.parametrize("change", [{"rule": "B21"}, {"year": 2024}, {"where": (Place(table="real_estate", entry=9),)}])
def test_another_rule_year_or_place_is_another_matter(bureau, reviewer, finding, change):
    told(bureau, finding, **change)
    assert "自查时" not in page_of(reviewer, finding)


def test_it_is_opened_under_the_purpose_of_the_consultation_alone(bureau, finding):
    told(bureau, finding)
    page = bureau.visitor("reviewer2").get(f"/findings/{finding.id}/").text
    assert WORDS not in page
    assert bureau.visitor("cadre25").get(f"/findings/{finding.id}/").status_code in (403, 404)


def test_the_later_filing_speaks_first(bureau, finding):
    said = told(bureau, finding)
    first, second = remarks.hinted(said, "先"), remarks.hinted(said, "后")
    assert answered([(second,), (first,)], said, lang="zh").words == "后"
    assert answered([(), (first,)], said, lang="zh").words == "先"
    assert answered([()], said, lang="zh") is None


def test_words_are_escaped(bureau, reviewer, finding):
    told(bureau, finding, words="<b>明</b>")
    assert "&lt;b&gt;明" in page_of(reviewer, finding)
    with bureau.app.app_context():
        assert db.session.scalars(select(Finding).where(Finding.id == finding.id)).one().state == "open"
