"""Units: the tree and its paths, kept for the people below when a unit moves."""

import pytest

from declare.access import Role
from declare.accounts import PersonCard, people
from declare.units import queries, service
from declare.web import SYSTEM


@pytest.fixture
def corps(session):
    """总队 above 江东支队 above 一大队, and 江西支队 beside."""
    top = service.create(session, "ZD", "总队", by=SYSTEM)
    east = service.create(session, "JD", "江东支队", by=SYSTEM, parent=top, region="320100")
    service.create(session, "DY", "一大队", by=SYSTEM, parent=east)
    service.create(session, "JD_1", "江西支队", by=SYSTEM, parent=top)
    return {unit.code: unit for unit in queries.tree(session)}


def paths(session):
    return [unit.path for unit in queries.tree(session)]


def test_a_path_names_all_units_above(session, corps):
    assert paths(session) == ["/ZD/", "/ZD/JD/", "/ZD/JD/DY/", "/ZD/JD_1/"]
    assert [unit.depth for unit in queries.tree(session)] == [0, 1, 2, 1]
    assert [unit.code for unit in queries.chain(session, corps["DY"])] == ["ZD", "JD", "DY"]


def test_below_a_unit_are_its_own_alone(session, corps):
    assert [unit.code for unit in queries.tree(session, below="/ZD/JD/")] == ["JD", "DY"]
    assert queries.tree(session, below="/ZD/JD%") == []
    assert queries.tree(session, below="/Z_/") == queries.tree(session, below="/zd/") == []


def test_what_is_looked_up_is_found_or_nothing(session, corps):
    assert queries.by_code(session, "JD") is corps["JD"] and queries.by_code(session, "XX") is None
    assert queries.of_path(session, "/ZD/JD/DY/") is corps["DY"]
    assert queries.names(session)[corps["DY"].id] == "一大队"
    assert set(queries.by_codes(session)) == {"ZD", "JD", "DY", "JD_1"}


@pytest.mark.parametrize(
    ("code", "says"),
    [("JD", service.TAKEN), ("", service.MALFORMED), ("A/B", service.MALFORMED), ("x" * 21, service.MALFORMED)],
)
def test_a_code_that_will_not_do_is_refused(session, corps, code, says):
    with pytest.raises(service.NotPossible) as no:
        service.create(session, code, "某单位", by=SYSTEM)
    assert no.value.says is says


def test_a_unit_moves_with_everything_below_it(session, corps):
    card = PersonCard(name="郑怀川", id_number="11010519491231002X")
    low = corps["DY"]
    person = people.enter(session, card, unit_id=low.id, unit_path=low.path, by=SYSTEM)
    service.move(session, corps["JD"], corps["JD_1"], by=SYSTEM)
    assert paths(session) == ["/ZD/", "/ZD/JD_1/", "/ZD/JD_1/JD/", "/ZD/JD_1/JD/DY/"]
    assert person.unit_path == "/ZD/JD_1/JD/DY/"
    assert [found.id for found in people.within(session, "/ZD/JD_1/")] == [person.id]
    assert people.within(session, "/ZD/JD/") == []


def test_a_unit_moves_to_the_top(session, corps):
    service.move(session, corps["JD"], None, by=SYSTEM)
    assert paths(session) == ["/JD/", "/JD/DY/", "/ZD/", "/ZD/JD_1/"]


def test_a_unit_cannot_lie_below_itself(session, corps):
    for below in ("JD", "DY"):
        with pytest.raises(service.NotPossible):
            service.move(session, corps["JD"], corps[below], by=SYSTEM)
    assert paths(session) == ["/ZD/", "/ZD/JD/", "/ZD/JD/DY/", "/ZD/JD_1/"]


def test_a_tree_too_deep_to_name_is_refused(session, corps):
    unit = corps["DY"]
    for number in range(9):
        unit = service.create(session, f"{number:020}", "某单位", by=SYSTEM, parent=unit)
    with pytest.raises(service.NotPossible) as no:
        service.create(session, "9" * 20, "某单位", by=SYSTEM, parent=unit)
    assert no.value.says is service.TOO_DEEP


def test_renaming_leaves_a_leaf(office, session):
    unit = queries.by_code(session, "JD")
    service.rename(session, unit, "江东市消防救援支队", by=SYSTEM)
    session.commit()
    assert unit.name == "江东市消防救援支队" and office.leaves("unit.change") == [f"unit/{unit.id}"]


def test_the_page_lists_the_tree_to_those_who_keep_it(office):
    office.account("per.sonnel", Role.PERSONNEL)
    office.account("re.viewer", Role.REVIEWER)
    page = office.visitor("per.sonnel").get("/units/").text
    assert page.index("总队") < page.index("江东支队")
    assert office.visitor("re.viewer").get("/units/").status_code == 403
