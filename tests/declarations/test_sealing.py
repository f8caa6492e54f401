"""What is written stays sealed: no word of it in the database, no part of it in another's place."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from declare.declarations import queries, service, sheets
from declare.declarations.models import Section
from declare.declarations.sheets import Sheet
from declare.extensions import db
from declare.items import PROFILE, TABLES
from declare.items.spec import State
from declare.vault import Reader, Refused
from declare.web import SYSTEM
from tests.declarations.conftest import HOME, ID_NUMBER, sign
from tests.items.strategies import rows

ME = Reader(1, "declarant", "test")
PLANTED = ("郑怀川", "林晚晴", "江东小学", "和平路", ID_NUMBER, "238.00", "121.30")


@pytest.fixture
def stage():
    return "filled"


def stored(app):
    """Every byte of the instance but the keys, as people would look for words in it."""
    folder = app.extensions["settings"].instance
    return b"".join(
        path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and "keys" not in path.parts
    )


def test_no_word_of_a_draft_or_a_filing_stands_in_any_byte(app, browser, draft):
    for _ in range(2):
        found = stored(app)
        assert "江东支队".encode() in found, "the scan finds what is there: the unit's name is no secret"
        assert [word for word in PLANTED if word.encode() in found or word.encode("utf-16-le") in found] == []
        if browser.get(f"{draft}/").count("都填好了"):
            sign(browser, draft)


def test_parts_do_not_open_in_each_others_place(app, draft):
    number = int(draft.split("/")[-1])
    with app.app_context():
        head = queries.declaration(db.session, number)
        swap = 'UPDATE section SET sealed = (SELECT sealed FROM section s WHERE s.declaration_id = :id AND s."table" = :other) '
        swap += 'WHERE declaration_id = :id AND "table" = :one'
        db.session.execute(text(swap), {"id": number, "one": "stocks", "other": "funds"})
        with pytest.raises(Refused):
            queries.opened(db.session, head, ME)
        db.session.rollback()
        db.session.query(Section).filter_by(table="wages").update({"revision": 1})
        with pytest.raises(Refused):
            queries.opened(db.session, head, ME)
        db.session.rollback()
        assert queries.opened(db.session, head, ME).sheet("wages").entries


def test_a_part_that_does_not_open_is_said_so_and_nothing_is_shown(app, browser, draft):
    with app.app_context():
        db.session.query(Section).filter_by(table="wages").update({"sealed": b"nothing of the kind"})
        db.session.commit()
    assert "数据校验失败" in browser.get(f"{draft}/", status=500)


@pytest.mark.parametrize("table", [*TABLES, *PROFILE], ids=lambda table: table.key)
@settings(max_examples=15)
@given(data=st.data())
def test_what_is_sealed_comes_back_the_same(table, data):
    made = data.draw(st.lists(rows(table), max_size=3).map(tuple))
    sheet = Sheet(state=data.draw(st.sampled_from([None, *State])), entries=made)
    assert sheets.decoded(table.key, sheets.encoded(sheet)) == sheet


@settings(max_examples=25)
@given(data=st.data())
def test_saving_and_loading_is_the_identity(app, draft, data):
    table = data.draw(st.sampled_from(TABLES))
    added = data.draw(st.lists(rows(table), min_size=1, max_size=2).map(tuple))
    with app.app_context():
        head = queries.declaration(db.session, int(draft.split("/")[-1]))
        kept = queries.opened(db.session, head, ME).sheet(table.key).entries
        for row in added:
            service.save_entry(db.session, queries.opened(db.session, head, ME), table, None, row, by=SYSTEM)
        assert queries.opened(db.session, head, ME).sheet(table.key).entries == kept + added
        db.session.rollback()


def statements(app, ask):
    """The statements a page needs, those for session, rights and audit apart."""
    counted = Counter()

    def note(connection, cursor, statement, *rest):
        apart = ("session", "account", "account_grant", "person", "audit_leaf", "audit_node")
        table = next((word for word in statement.replace(",", " ").split() if word in apart), None)
        if table is None and not statement.startswith(("BEGIN", "PRAGMA")):
            counted[statement.split("\n")[0][:120]] += 1

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", note)
        ask()
        event.remove(db.engine, "before_cursor_execute", note)
    return counted


def test_two_hundred_rows_cost_no_more_statements_than_one(app, browser, draft):
    number = int(draft.split("/")[-1])
    with app.app_context():
        head = queries.declaration(db.session, number)
        opened = queries.opened(db.session, head, ME)
        row = opened.sheet("real_estate").entries[0]
        many = Sheet(state=State.FIRST, entries=(row,) * 200)
        service._save(db.session, opened, "real_estate", many, by=SYSTEM)
        db.session.commit()
    for page in ("/real_estate/", "/real_estate/7", "/", "/answers"):
        counted = statements(app, lambda page=page: browser.get(draft + page))
        assert sum(counted.values()) <= 5, counted
    assert browser.get(f"{draft}/real_estate/").count(HOME["address"]) >= 200
