"""A crowd at the door: one password is tried at a time, few wait, the others are asked to try again in a moment."""

import threading

import pytest

from declare.access import Role
from declare.accounts import queries, service, turns
from declare.accounts.turns import PLACES, Crowded, turn
from declare.vault import passwords
from declare.web import SYSTEM, transaction
from tests.office import PASSWORD


def test_one_is_tried_at_a_time_and_no_more_wait_than_there_are_places():
    inside, most, turned_away, everybody = [], [], [], threading.Barrier(12)

    def come():
        everybody.wait()
        try:
            with turn():
                inside.append(1)
                most.append(len(inside))
                threading.Event().wait(0.005)
                inside.pop()
        except Crowded as crowded:
            turned_away.append(crowded.seconds)

    coming = [threading.Thread(target=come) for _ in range(12)]
    for one in coming:
        one.start()
    for one in coming:
        one.join()
    assert set(most) == {1}
    assert len(most) >= PLACES
    assert set(turned_away) <= {turns.SOON} and len(most) + len(turned_away) == 12


def test_a_place_is_free_again_whatever_happened():
    for _ in range(PLACES + 1):
        with pytest.raises(ZeroDivisionError), turn():
            raise ZeroDivisionError


def test_whoever_is_turned_away_was_not_tried_nor_counted(office, monkeypatch):
    office.account("zheng", Role.DECLARANT, person=True)
    browser = office.visitor()
    held = [turns._places.acquire(blocking=False) for _ in range(PLACES)]
    monkeypatch.setattr(service, "fits", lambda *_: pytest.fail("a password was tried"))
    try:
        for _ in range(6):
            answer = browser.sign_in("zheng")
            assert (answer.status_code, answer.headers["Retry-After"]) == (429, "2")
            assert "现在登录的人较多" in answer.text and 'value="zheng"' in answer.text
    finally:
        for _ in held:
            turns._places.release()
    monkeypatch.undo()
    assert browser.sign_in("zheng", PASSWORD).status_code == 303


@pytest.mark.parametrize("login", ["zheng", "nobody", "disabled", "no such name"])
def test_every_name_costs_one_hash_whether_there_is_such_an_account_or_not(office, monkeypatch, login):
    office.account("zheng")
    office.account("disabled")
    with office.app.app_context(), transaction() as session:
        service.disable(session, queries.by_login(session, "disabled"), by=SYSTEM)
    work = []
    monkeypatch.setattr(passwords, "Argon2id", counting(passwords.Argon2id, work))
    assert office.visitor().sign_in(login, "wrong password here").status_code == 422
    assert work == ["hash"]


def counting(real, work):
    """Argon2id that writes down each time it is worked."""

    class Counting:
        def __init__(self, **given):
            self.kdf = real(**given)

        def derive_phc_encoded(self, *given):
            work.append("hash")
            return self.kdf.derive_phc_encoded(*given)

        @staticmethod
        def verify_phc_encoded(*given):
            work.append("hash")
            return real.verify_phc_encoded(*given)

    return Counting
