"""Who may see and load extracts; a file on the way is its owner's alone."""

import pytest

from declare.access import Role
from tests.registries.conftest import Desk, csv_of

PAGES = ("/registries/", "/registries/new", "/registries/1/", "/registries/1/delete")


@pytest.mark.parametrize("role", [Role.DECLARANT, Role.UNIT_HEAD, Role.AUDITOR, Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN])
def test_others_see_nothing(desk, office, role):
    desk.load(csv_of())
    office.account("some.body", role)
    other = office.visitor("some.body")
    assert {other.get(page).status_code for page in PAGES} == {403}


def test_a_waiting_file_is_its_owners_alone(desk, office):
    address = desk.hand_over(csv_of()).headers["Location"]
    for login, role in (("rev.two", Role.REVIEWER), ("the.lead", Role.DISCIPLINE_LEAD)):
        office.account(login, role)
        other = Desk(office, login)
        assert other.browser.get(address).status_code == 403
        assert other.browser.post(f"{address}discard").status_code == 403
        assert "房产.csv" not in other.browser.get("/registries/").text
    assert desk.waiting() == 1


def test_another_reviewer_reads_and_only_the_lead_deletes(desk, office):
    desk.load(csv_of())
    office.account("rev.two", Role.REVIEWER)
    office.account("the.lead", Role.DISCIPLINE_LEAD)
    other, lead = office.visitor("rev.two"), office.visitor("the.lead")
    assert other.get("/registries/1/").status_code == 200
    assert "/registries/1/delete" not in other.get("/registries/1/").text
    assert other.get("/registries/1/delete").status_code == 403
    assert lead.get("/registries/1/delete").status_code == 200


def test_an_owner_can_discard(desk):
    address = desk.hand_over(csv_of()).headers["Location"]
    assert desk.browser.post(f"{address}discard").status_code == 303
    assert desk.waiting() == 0
    assert desk.browser.get(address).status_code == 404


def test_only_who_is_signed_in_may_send_much(office, desk):
    stranger = office.visitor()
    stranger.get("/sign-in")
    sent = {"csrf_token": stranger.token, "file": (__import__("io").BytesIO(bytes(9 * 1024 * 1024)), "a.csv")}
    assert stranger.client.post("/registries/new", data=sent, content_type="multipart/form-data").status_code == 413
    assert desk.hand_over(b"x" * 9 * 1024 * 1024).status_code == 422
    assert desk.hand_over(b"x" * 33 * 1024 * 1024).status_code == 413
