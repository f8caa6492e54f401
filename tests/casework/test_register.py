"""The register of consultations: who, whose, why, under which approval, from when to when; for the auditor without names."""

import csv
import io

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from declare.audit import AuditLeaf
from declare.casework.models import Consultation
from declare.casework.service import APPROVAL_DEMANDED
from declare.law.dated import supposing
from tests.casework.conftest import PURPOSE, consult, finding_of
from tests.casework.test_review import said_by


@pytest.fixture
def person(bureau):
    return finding_of(bureau, "B30").person_id


def taken(lead, form):
    lead.get("/consultations/")
    return lead.post("/consultations/file", format=form)


def test_the_lead_reads_who_consulted_whom_and_why(bureau, reviewer, lead, person):
    assert "还没有查阅登记" in lead.get("/consultations/").text
    consult(reviewer, person)
    card, _ = said_by(bureau, person)
    page = lead.get("/consultations/").text
    for words in ("2026-001", "reviewer", card.name, *PURPOSE.values(), "在用，至 2026-12-23"):
        assert words in page


def test_what_was_given_back_takes_a_new_registration(bureau, reviewer, lead, person):
    consult(reviewer, person)
    bureau.clock.go(minutes=5)
    reviewer.get(f"/people/{person}/")
    assert reviewer.post(f"/people/{person}/return").status_code == 303
    assert "查阅事由" in reviewer.get(f"/people/{person}/").text
    assert "在用" not in lead.get("/consultations/").text
    assert bureau.ask(select(AuditLeaf.object).where(AuditLeaf.action == "consultation.return")) == [
        ("consultation/1",)
    ]
    assert "<article" in consult(reviewer, person).text


def test_what_ran_out_is_told_as_ended(bureau, reviewer, person):
    consult(reviewer, person)
    bureau.clock.go(days=31)
    page = bureau.visitor("discipline-lead").get("/consultations/").text
    assert "在用" not in page
    assert "2026-12-23" in page


def test_a_file_holds_every_line_and_starts_no_formula(bureau, reviewer, lead, person):
    reviewer.get(f"/people/{person}/")
    reviewer.post(f"/people/{person}/consultation", purpose="=HYPERLINK(1,2)", approval="@SUM(A1)", approver="+86")
    told = list(csv.reader(io.StringIO(taken(lead, "csv").get_data().decode("utf-8-sig"))))
    assert told[1][4:7] == ["'@SUM(A1)", "'+86", "'=HYPERLINK(1,2)"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(taken(lead, "xlsx").get_data()))
    assert book.get_sheet_by_name("consultations").to_python() == told
    leaves = bureau.ask(
        select(AuditLeaf.object).where(AuditLeaf.action == "consultation.export").order_by(AuditLeaf.seq)
    )
    assert leaves == [("consultations 1 csv",), ("consultations 1 xlsx",)]
    assert taken(lead, "exe").status_code == 400


def test_the_auditor_sees_no_name_and_no_reason(bureau, reviewer, person):
    consult(reviewer, person)
    card, _ = said_by(bureau, person)
    auditor = bureau.visitor("auditor")
    page = auditor.get("/consultations/overview").text
    assert "2026-001" in page
    assert [one for one in (card.name, f"/people/{person}", *PURPOSE.values()) if one in page] == []
    assert auditor.get("/consultations/").status_code == 403
    assert auditor.post("/consultations/file", format="csv").status_code == 403
    assert reviewer.get("/consultations/overview").status_code == 403


def test_an_organisation_may_see_to_approvals_on_paper(bureau, reviewer, person):
    with supposing(APPROVAL_DEMANDED, False):
        reviewer.get(f"/people/{person}/")
        answer = reviewer.post(f"/people/{person}/consultation", purpose=PURPOSE["purpose"])
    assert answer.status_code == 303
    assert len(bureau.ask(select(Consultation))) == 1
