"""Accounts are made by one, rights are given by another; roles that may not be held together are refused, by the database too."""

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from declare.access import ADMINISTRATORS, Role
from declare.accounts import queries, service
from declare.accounts.models import ACTIVE, Grant
from declare.extensions import db
from declare.web import SYSTEM, transaction

NUMBER = "11010519491231002X"


@pytest.fixture
def system(office):
    office.account("sys.admin", Role.SYSTEM_ADMIN)
    return office.visitor("sys.admin")


@pytest.fixture
def security(office):
    office.account("sec.admin", Role.SECURITY_ADMIN)
    return office.visitor("sec.admin")


def grants(office, login):
    return {grant.named: grant.state for grant in office.read(login).grants}


def grant_id(office, login, role):
    return next(grant.id for grant in office.read(login).grants if grant.named is role)


def test_from_a_new_account_to_its_first_work_takes_two_administrators(office, system, security):
    system.get("/accounts/add")
    answer = system.post("/accounts/add", login="New.One", roles=["reviewer", "declarant"])
    first = answer.text.split("<code>")[1].split("</code>")[0]
    assert answer.status_code == 201 and len(first) == 23
    assert grants(office, "new.one") == {Role.REVIEWER: "waiting", Role.DECLARANT: "waiting"}
    security.get("/grants/")
    wanted = grant_id(office, "new.one", Role.REVIEWER)
    assert security.post(f"/grants/{wanted}/give").status_code == 303
    assert grants(office, "new.one") == {Role.REVIEWER: "active", Role.DECLARANT: "waiting"}
    assert office.read("new.one").actor().roles == {Role.REVIEWER}
    assert office.leaves("grant.give")[-1] == f"account/{office.read('new.one').id} reviewer"


def test_the_first_password_is_shown_once_and_kept_nowhere(office, system):
    system.get("/accounts/add")
    answer = system.post("/accounts/add", login="new.one")
    first = answer.text.split("<code>")[1].split("</code>")[0]
    assert first not in system.get("/accounts/").text
    assert all(first.encode() not in path.read_bytes() for path in files(office))


def files(office):
    return [path for path in office.app.extensions["settings"].instance.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"login": ""}, "请填写登录名。"),
        ({"login": "x"}, "3 至 64 个小写字母"),
        ({"login": "有 空格"}, "3 至 64 个小写字母"),
        ({"login": "sys.admin"}, "已被使用"),
        ({"login": "new.one", "id_number": NUMBER}, "没有登记这个身份号码的人员"),
        ({"login": "new.one", "roles": ["system_admin", "reviewer"]}, "不得由同一账号担任"),
        ({"login": "new.one", "roles": ["nonsense"]}, "角色"),
    ],
)
def test_an_account_that_cannot_be_made_says_why_and_leaves_nothing(office, system, fields, says):
    system.get("/accounts/add")
    answer = system.post("/accounts/add", **fields)
    assert answer.status_code == 422 and says in answer.text
    assert office.read("new.one") is None
    assert office.leaves("account.create") == ["account/1"]


def test_an_account_is_tied_to_its_person_by_the_identity_number(office, system):
    office.account("zheng", person=True)
    system.get("/accounts/add")
    system.post("/accounts/add", login="second.one", id_number="１１０１０５ 19491231002x")
    assert office.read("second.one").person_id == office.read("zheng").person_id


def test_a_new_first_password_puts_the_rights_back_to_waiting(office, system):
    who = office.account("zheng", Role.REVIEWER)
    browser = office.visitor("zheng")
    system.get("/accounts/")
    assert system.post(f"/accounts/{who}/password").status_code == 200
    assert grants(office, "zheng") == {Role.REVIEWER: "waiting"}
    assert browser.get("/sessions/").status_code == 302
    assert office.visitor().sign_in("zheng").status_code == 422


def test_an_account_is_disabled_and_put_back(office, system):
    who = office.account("zheng")
    system.get("/accounts/")
    assert system.post(f"/accounts/{who}/disable").status_code == 303
    assert office.visitor().sign_in("zheng").status_code == 422
    system.post(f"/accounts/{who}/enable")
    office.clock.go(minutes=1)
    assert office.visitor().sign_in("zheng").status_code == 303


def test_nobody_disables_or_resets_their_own_account(office, system):
    me = office.read("sys.admin").id
    system.get("/accounts/")
    assert system.post(f"/accounts/{me}/disable").status_code == 403
    assert system.post(f"/accounts/{me}/password").status_code == 403


def test_the_list_names_accounts_and_no_person(office, system):
    office.account("zheng", person=True)
    page = system.get("/accounts/").text
    assert "zheng" in page and "郑怀川" not in page
    assert not [leaf for leaf in office.leaves("content.open") if "person" in leaf]


def test_the_list_is_paged(office, system):
    with office.app.app_context(), transaction() as session:
        for number in range(queries.PAGE):
            service.create_account(session, f"many.{number:03}", by=SYSTEM)
    assert "many.000" in system.get("/accounts/").text
    assert "sys.admin" in system.get("/accounts/?page=2").text
    for page in ("0", "-3", "x", "99999999"):
        assert system.get(f"/accounts/?page={page}").status_code == 200


def test_an_administrator_stays_out_of_the_other_ones_pages(office, system, security):
    office.account("zheng", waiting=(Role.DECLARANT,))
    wanted = grant_id(office, "zheng", Role.DECLARANT)
    assert system.get("/grants/").status_code == 403
    system.get("/accounts/")
    assert system.post(f"/grants/{wanted}/give").status_code == 403
    assert security.get("/accounts/").status_code == 403
    assert grants(office, "zheng") == {Role.DECLARANT: "waiting"}


def test_what_is_not_there_is_404(office, system, security):
    system.get("/accounts/")
    security.get("/grants/")
    assert system.post("/accounts/999/disable").status_code == 404
    assert security.post("/grants/999/give").status_code == 404


def test_a_role_is_withdrawn_and_counts_no_more_at_the_next_step(office, security):
    office.account("zheng", Role.SYSTEM_ADMIN)
    browser = office.visitor("zheng")
    assert browser.get("/accounts/").status_code == 200
    wanted = grant_id(office, "zheng", Role.SYSTEM_ADMIN)
    security.get("/grants/")
    security.post(f"/grants/{wanted}/withdraw")
    assert browser.get("/accounts/").status_code == 403
    assert grants(office, "zheng") == {}


def test_giving_twice_is_refused_not_repeated(office, security):
    office.account("zheng", waiting=(Role.DECLARANT,))
    wanted = grant_id(office, "zheng", Role.DECLARANT)
    security.get("/grants/")
    assert security.post(f"/grants/{wanted}/give").status_code == 303
    assert security.post(f"/grants/{wanted}/give").status_code == 403


def test_the_database_itself_refuses_a_second_administration(session, office):
    office.account("sys.admin", Role.SYSTEM_ADMIN)
    account = queries.by_login(session, "sys.admin")
    for role in ADMINISTRATORS - {Role.SYSTEM_ADMIN}:
        row = {"account_id": account.id, "role": role.value, "state": ACTIVE, "asked_at": office.clock.at}
        with pytest.raises(IntegrityError), session.begin_nested():
            session.execute(insert(Grant).values(**row, scope=""))


def test_the_first_administrators_are_made_on_an_empty_database_alone(app):
    runner = app.test_cli_runner()
    first = runner.invoke(args=["accounts", "start"])
    assert first.exit_code == 0 and len(first.output.splitlines()) == 3
    again = runner.invoke(args=["accounts", "start"])
    assert again.exit_code == 1 and "已有账号" in again.output
    listed = runner.invoke(args=["accounts", "list"]).output
    assert {"system-admin", "security-admin", "audit-admin"} == {line.split("\t")[1] for line in listed.splitlines()}
    with app.app_context():
        assert {grant.role for grant in db.session.scalars(select(Grant))} == {role.value for role in ADMINISTRATORS}


def test_a_forgotten_password_is_replaced_on_the_command_line(office):
    office.account("zheng")
    runner = office.app.test_cli_runner()
    new = runner.invoke(args=["accounts", "password", "zheng"]).output.split()[2]
    assert office.visitor().sign_in("zheng", new).status_code == 303
    assert runner.invoke(args=["accounts", "password", "nobody"]).exit_code == 1
