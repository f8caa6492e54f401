"""Who may not look into whose matters: every ground beside a near miss, and every page, count and file with and without."""

import re
from datetime import date, timedelta

import msgspec
import pytest
from sqlalchemy import select, update

from declare.access import Role
from declare.accounts import people
from declare.accounts.models import Account, Grant, Person
from declare.casework.models import Consultation
from declare.casework.recusal import AT_THE_TOP, beyond, is_close
from declare.checks.models import Finding
from declare.declarations import submission
from declare.declarations.queries import history
from declare.disclosures import service as disclosures
from declare.extensions import db
from declare.items.choices import Relation
from declare.items.disclosures import Interference
from declare.items.profile import Member
from declare.items.spec import table_of
from declare.law.dated import supposing
from declare.units.models import Unit
from declare.vault import Reader
from declare.web import SYSTEM, now, transaction
from tests.casework.conftest import consult, queued
from tests.casework.test_queue import own_person, pressing

READER = Reader(None, "system", "test")
RELATIVE = "110101198001010029"
OTHERS = "110101198001010037"


def card_of(session, person):
    return people.card(session, session.get_one(Person, person), READER)


def filed(session, person, **more):
    """Files a further report of somebody, with something else in it."""
    latest = (
        history(session, [person], READER).get(person)
        or history(session, [somebody(session)], READER)[somebody(session)]
    )
    number = card_of(session, person).id_number
    document = msgspec.structs.replace(latest[-1], declarant=number, ref=f"again {person} {sorted(more)}", **more)
    submission.file_document(session, document, session.get_one(Person, person), at=now(), by=SYSTEM)


def somebody(session):
    return session.scalar(select(Finding.person_id).where(Finding.person_id.is_not(None)).order_by(Finding.id).limit(1))


def member(number):
    return (Member(key="kin", relation=Relation.SIBLING, id_number=number),)


def same_relative(session, me, case, *, near):
    filed(session, me, family=member(RELATIVE))
    filed(session, case, family=member(OTHERS if near else RELATIVE))


def declared_as_family(session, me, case, *, near):
    filed(session, case, family=member(OTHERS if near else card_of(session, me).id_number))


def same_home(session, me, case, *, near):
    basic = history(session, [case], READER)[case][-1].basic
    mine = msgspec.structs.replace(basic, home_address="江东省江东市东城区同住路8号2幢3单元401室")
    theirs = msgspec.structs.replace(basic, home_address=f"江东省江东市东城区同住路8号2幢3单元{402 if near else 401}室")
    filed(session, me, basic=mine, family=())
    filed(session, case, basic=theirs, family=())


def same_unit(session, me, case, *, near):
    here = session.get_one(Person, case)
    other = session.scalars(
        select(Unit).where(Unit.parent_id.is_not(None), Unit.id != here.unit_id).order_by(Unit.id)
    ).first()
    chosen = session.get_one(Unit, other.id if near else here.unit_id)
    people.move(session, session.get_one(Person, me), unit_id=chosen.id, unit_path=chosen.path, by=SYSTEM)


def left_the_unit(session, me, case, *, near):
    from declare.accounts.models import FormerUnit

    ago = timedelta(days=366 if near else 300)
    unit = session.get_one(Person, case).unit_id
    session.add(FormerUnit(person_id=me, unit_id=unit, until=now().date() - ago))


def interfered(session, me, case, *, near):
    name = "并无此人" if near else card_of(session, case).name
    entry = Interference(happened=date(2026, 11, 1), by=name, content="打听案情")
    return disclosures.keep(
        session,
        session.get_one(Person, me),
        table_of(Interference),
        entry,
        filed_on=date(2026, 11, 1),
        at=now(),
        by=SYSTEM,
    )


def was_put_on_record(session, me, case, *, near):
    name = "并无此人" if near else card_of(session, me).name
    entry = Interference(happened=date(2026, 11, 1), by=name, content="说情")
    disclosures.keep(
        session,
        session.get_one(Person, case),
        table_of(Interference),
        entry,
        filed_on=date(2026, 11, 1),
        at=now(),
        by=SYSTEM,
    )


def handled(session, me, case, *, near):
    """The person of the case has consulted the reviewer's reports; near: the reviewer has consulted theirs, which is no ground."""
    reader, about = (me, case) if near else (case, me)
    account = session.scalars(select(Account.id).where(Account.person_id == reader)).first()
    session.add(Consultation(account_id=account, person_id=about, begun=now(), until=now().date(), sealed=b"x"))


GROUNDS = (
    same_relative, declared_as_family, same_home, same_unit, left_the_unit, interfered, was_put_on_record, handled,
)  # fmt: skip


def case_of(bureau):
    """The most pressing person of a unit below the top."""
    return next(one for one in pressing(bureau) if unit_of(bureau, one) is not None)


def unit_of(bureau, person):
    wanted = select(Unit.parent_id).join(Person, Person.unit_id == Unit.id).where(Person.id == person)
    return bureau.ask(wanted)[0][0]


@pytest.mark.parametrize("near", [False, True], ids=["recused", "near miss"])
@pytest.mark.parametrize("ground", GROUNDS, ids=lambda ground: ground.__name__)
def test_each_ground_recuses_and_its_near_miss_does_not(bureau, ground, near):
    case, me = case_of(bureau), own_person(bureau, "reviewer")
    with bureau.app.app_context(), transaction() as session:
        assert not is_close(session, reviewer=me, person_id=case)
        ground(session, me, case, near=near)
        session.flush()
        assert is_close(session, reviewer=me, person_id=case) is not near
        assert (case in set(session.scalars(beyond(me)))) is not near


def test_an_interference_taken_back_is_no_ground(bureau):
    case, me = case_of(bureau), own_person(bureau, "reviewer")
    with bureau.app.app_context(), transaction() as session:
        row = interfered(session, me, case, near=False)
        assert is_close(session, reviewer=me, person_id=case)
        disclosures.withdraw(session, row, at=now(), by=SYSTEM)
        assert not is_close(session, reviewer=me, person_id=case)


def test_colleagues_at_the_top_keep_away_only_where_the_site_says_so(bureau):
    me = own_person(bureau, "reviewer")
    here = bureau.ask(
        select(Person.id).join(Unit, Unit.id == Person.unit_id).where(Unit.parent_id.is_(None), Person.id != me)
    )
    with bureau.app.app_context():
        assert not any(is_close(db.session, reviewer=me, person_id=one) for (one,) in here)
        with supposing(AT_THE_TOP, True):
            assert all(is_close(db.session, reviewer=me, person_id=one) for (one,) in here)
        db.session.rollback()


LISTS = ("/people/", "/people/?severity=1", "/findings/", "/unmaskings/", "/consultations/")


def busy(bureau, case):
    """A finding of the case waits for a second person, somebody consulted it and asked to see what is masked; the case's own addresses."""
    with bureau.app.app_context(), transaction() as session:
        role(session, "reviewer2", Role.DISCIPLINE_LEAD)
        finding = session.scalar(select(Finding.id).where(Finding.person_id == case).order_by(Finding.id).limit(1))
        session.execute(update(Finding).where(Finding.id == finding).values(state="waits"))
    other = bureau.visitor("reviewer2")
    consult(other, case)
    other.get(f"/people/{case}/unmasking")
    reason = "核对身份号码是否一致。"
    asked = other.post(f"/people/{case}/unmasking", fields=["basic.id_number"], days="1", reason=reason)
    return [f"/people/{case}/", f"/findings/{finding}/", f"/people/{case}/unmasking", asked.headers["Location"]]


def seen(browser, name):
    """Every list of a lead, a search and the file, what was typed left out."""
    pages = {one: browser.get(one).text for one in (*LISTS, f"/people/?name={name}")}
    shown = {one: re.sub(r'value="[^"]*"', "", page) for one, page in pages.items()}
    return shown | {"file": browser.post("/consultations/file", format="csv").get_data(as_text=True)}


def test_a_case_gone_is_gone_from_every_page_count_and_file(bureau):
    """What a lead sees before and after is the same but for the recused person, of whom there is no trace."""
    case = case_of(bureau)
    closed, lead = busy(bureau, case), bureau.visitor("discipline-lead")
    with bureau.app.app_context(), transaction() as session:
        name = card_of(session, case).name
    before = seen(lead, name)
    assert all(lead.get(one).status_code == 200 for one in closed)
    assert [one for one, page in before.items() if name not in page] == []
    with bureau.app.app_context(), transaction() as session:
        same_unit(session, own_person(bureau, "discipline-lead"), case, near=False)
        session.execute(update(Grant).where(Grant.role == "discipline_lead").values(scope="/ZD/"))
    after = seen(lead, name)
    assert [one for one, page in after.items() if name in page] == []
    assert [lead.get(one).status_code for one in closed] == [403] * 4
    assert counts(after["/findings/"]) == 0 < counts(before["/findings/"])
    assert len(queued(after["/people/"])) < len(queued(before["/people/"]))
    assert name in bureau.visitor("reviewer2").get("/consultations/").text


def role(session, login, wanted):
    """Gives an account another role."""
    from declare.accounts import queries, service

    account = queries.by_login(session, login)
    service.grant(session, account, wanted)


def counts(page):
    """What the menu counts as waiting."""
    return sum(int(one) for one in re.findall(r'<span class="count">(\d+)</span>', page))
