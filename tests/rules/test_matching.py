"""One thing or two: planted dirty rows are recognised, neighbours and homonyms are not, and a person's word goes first."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from declare.items.employment import Employment
from declare.items.registries import JobRecord
from declare.rules.cases import day, num
from declare.rules.estate_scenes import ADDRESS, TITLE, title
from declare.rules.estate_scenes import declared as scene_home
from declare.rules.firm_scenes import CODE, OTHER_CODE
from declare.rules.firms import core, employer, firm, one_firm
from declare.rules.homes import home, one_home
from declare.rules.matching import APART, DIFFERENT, DOUBTFUL, SAME, Outcome, Trait, one_slip, paired
from tests.rules import dirty

HOMES = dirty.titles(random.Random(20170208), 240)
FIRMS = dirty.firms(random.Random(20170208), 240)
RECALL, PRECISION = 0.97, 0.99


def registered(**changes):
    return home(title(**changes).row)


def told(certificate="", **changes):
    return home(scene_home(certificate, **changes))


def dirtied_home(row, dirt, seed=7):
    return home(dirty.declared(row, dirty.ADDRESSES[dirt](row.address, random.Random(f"{row.certificate}{seed}"))))


def dirtied_firm(row, dirt):
    return firm(dirty.business(row, dirty.NAMES[dirt](row.company, random.Random(7))), "self")


@pytest.mark.parametrize("dirt", dirty.ADDRESSES)
def test_a_dirty_address_is_recognised(dirt):
    found = [one_home(home(row), dirtied_home(row, dirt)).outcome for row in HOMES]
    assert found.count(SAME) / len(found) >= RECALL


@pytest.mark.parametrize("dirt", dirty.ADDRESSES)
def test_dirty_addresses_find_their_own_home_among_all(dirt):
    among = [dirtied_home(row, dirt) for row in HOMES]
    pairs = paired([home(row) for row in HOMES], among, one_home)
    same = [(at, pair) for at, pair in enumerate(pairs) if pair.same]
    right = sum(pair.declared is among[at] for at, pair in same)
    assert right / len(HOMES) >= RECALL
    assert right / len(same) >= PRECISION


@pytest.mark.parametrize("dirt", dirty.NAMES)
def test_a_dirty_company_name_is_recognised(dirt):
    found = [one_firm(firm(row, "self"), dirtied_firm(row, dirt)).outcome for row in FIRMS]
    assert found.count(SAME) / len(found) >= RECALL


@pytest.mark.parametrize("dirt", dirty.NAMES)
def test_dirty_company_names_find_their_own_firm_among_all(dirt):
    among = [dirtied_firm(row, dirt) for row in FIRMS]
    pairs = paired([firm(row, "self") for row in FIRMS], among, one_firm)
    same = [(at, pair) for at, pair in enumerate(pairs) if pair.same]
    right = sum(pair.declared is among[at] for at, pair in same)
    assert right / len(FIRMS) >= RECALL
    assert right / len(same) >= PRECISION


@pytest.mark.parametrize("dirt", dirty.ADDRESSES)
def test_a_renewed_certificate_is_no_hindrance(dirt):
    row = HOMES[0]
    renewed = replace(dirtied_home(row, dirt), certificate="苏(2025)江东不动产权第7654321号")
    assert one_home(home(row), renewed).outcome is SAME


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ({"address": "江东市和平路1号3幢503室"}, DOUBTFUL),
        ({"address": "江东市和平路1号3幢503室", "area": "60.00"}, DIFFERENT),
        ({"address": "江东市和平北路1号3幢502室", "area": "60.00"}, DOUBTFUL),
        ({"address": "江东市解放路1号3幢502室", "area": "60.00"}, DIFFERENT),
        ({"address": "苏州市解放路9号", "area": "121.30"}, DIFFERENT),
        ({"address": "", "area": "121.30"}, DIFFERENT),
        ({"address": "江东市和平路", "area": "121.30"}, DOUBTFUL),
        ({"address": "江东市和平路", "area": "60.00"}, DIFFERENT),
        ({"address": ADDRESS, "area": "60.00"}, SAME),
        ({"address": ADDRESS, "area": None}, SAME),
        ({"address": "江东市和平路1号3幢2单元502室", "area": None}, DOUBTFUL),
        ({"address": "江东市和平路一号三幢0502室"}, SAME),
        ({"address": "江东市和平路1号3幢502室，另附阁楼"}, SAME),
    ],
)
def test_numbers_of_house_and_room_decide(other, outcome):
    assert one_home(registered(), told(**other)).outcome is outcome


@pytest.mark.parametrize("area", ["121.30", "60.00", None])
def test_one_certificate_is_one_home_whatever_the_address(area):
    assert one_home(registered(), told(TITLE, address="别处", area=area)).outcome is SAME


def test_neighbouring_certificates_are_a_doubt_only_where_the_area_agrees():
    near = TITLE.replace("5号", "6号")
    assert one_home(registered(), told(near, address="苏州市")).outcome is DOUBTFUL
    assert one_home(registered(), told(near, address="苏州市", area="60.00")) is APART


@given(st.sampled_from(HOMES), st.sampled_from(sorted(dirty.ADDRESSES)), st.integers(0, 99))
def test_which_side_is_asked_makes_no_difference(row, dirt, seed):
    one, other = home(row), dirtied_home(row, dirt, seed)
    assert one_home(one, other).outcome is one_home(other, one).outcome


@given(st.sampled_from(HOMES), st.sampled_from(HOMES))
def test_another_door_is_never_the_same_home(row, stranger):
    if row is not stranger:
        assert one_home(home(row), home(structs.replace(stranger, certificate=""))).outcome is not SAME


@given(st.text(max_size=40), st.text(max_size=40), st.booleans())
def test_whatever_is_written_is_compared_without_a_stumble(one, other, area):
    first = told(one, address=other, area="90.00" if area else None)
    match = one_home(first, told(other, address=one))
    assert match.outcome in Outcome
    assert 0 <= match.score <= 1
    assert one_home(first, first).outcome is SAME or not (first.certificate or first.address.words)


@given(st.sampled_from(FIRMS), st.sampled_from(FIRMS))
def test_another_name_is_never_the_same_firm(row, stranger):
    if row is not stranger:
        other = firm(structs.replace(stranger, uscc=""), "self")
        assert one_firm(firm(row, "self"), other).outcome is not SAME


def test_a_homonym_is_never_matched_by_its_name():
    row = structs.replace(FIRMS[0], uscc=CODE)
    mine = firm(row, "sp")
    assert one_firm(mine, firm(dirty.business(row, row.company, code=OTHER_CODE), "sp")).outcome is DOUBTFUL
    assert one_firm(mine, firm(dirty.business(row, row.company), "c1")).outcome is DOUBTFUL
    assert one_firm(mine, firm(dirty.business(row, row.company, code=CODE), "c1")).outcome is DOUBTFUL
    assert one_firm(mine, firm(dirty.business(row, row.company), "sp")).outcome is SAME
    assert one_firm(mine, firm(dirty.business(row, "别的公司"), "c1")) is APART


def test_an_old_registration_number_says_nothing_against_a_code():
    row = structs.replace(FIRMS[0], uscc=CODE)
    assert (
        one_firm(firm(row, "sp"), firm(dirty.business(row, row.company, code="320100000012345"), "sp")).outcome is SAME
    )


def test_an_employer_called_alike_is_one_where_the_job_began_in_one_month():
    record = employer(JobRecord(employer="江东市第一中学", since=day("2015-09-01")), "sp")
    near = Employment(who="sp", employer="江东市第一中学校", since=day("2015-09-30"))
    assert one_firm(record, employer(near, "sp")).outcome is SAME
    assert one_firm(record, employer(structs.replace(near, since=day("2015-10-01")), "sp")).outcome is DOUBTFUL


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("江东永固消防有限公司", "江东永固消防"),
        ("江东市永固消防有限责任公司", "江东永固消防"),
        ("永固消防(江东)有限公司", "江东永固消防"),
        ("江东永固消防(江东市)股份有限公司", "江东永固消防"),
        ("永固消防集团有限公司", "永固消防"),
        ("永固(集团)消防公司", "永固消防"),
        ("", ""),
    ],
)
def test_a_name_without_form_and_with_its_region_first(name, bare):
    assert core(name) == bare


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("E12345678", "E12345679", True),
        ("E12345678", "E1234567", True),
        ("E12345678", "E123456789", True),
        ("E12345678", "E12345687", False),
        ("E12345678", "E12345678", False),
        ("12345", "12346", False),
        ("", "E12345678", False),
    ],
)
def test_a_slip_is_one_character_of_a_long_number(one, other, slip):
    assert one_slip(one, other) is slip


def test_an_answer_names_what_it_rests_on():
    match = one_home(registered(), told(address="江东市和平北路1号3幢502室"))
    assert [trait for trait, _ in match.features] == [Trait.PLACE, Trait.HOUSE_NUMBERS, Trait.AREA]
    assert match.explained().zh == "地点0.91、门牌、幢、室号1.00、面积1.00"
    assert match.explained().en.startswith("the place 0.91, ")


@pytest.mark.parametrize(("verdict", "outcome"), [(True, SAME), (False, DIFFERENT)])
def test_a_person_is_believed_before_any_likeness(verdict, outcome):
    one, near, far = registered(), told(TITLE), told(address="苏州市解放路9号", area="60.00")
    for other in (near, far):
        (pair,) = paired([one], [other], one_home, judged={(one.key, other.key): verdict})
        assert (pair.match.outcome is outcome) if verdict else pair.declared is None
    (pair,) = paired([one], [far], one_home, judged={(one.key, far.key): True})
    assert [trait for trait, _ in pair.match.features] == [Trait.JUDGED]


def test_a_declared_home_stands_for_one_registered_home_only():
    first, second = registered(certificate=""), registered(certificate="另一证")
    pairs = paired([first, second], [told()], one_home)
    assert [bool(pair.same) for pair in pairs] == [True, False]
    assert pairs[1].similar


def test_the_likelier_of_two_takes_the_declared_home():
    near, own = registered(certificate="", address="江东市和评路1号3幢502室"), registered()
    pairs = paired([near, own], [told(TITLE)], one_home)
    assert pairs[1].same
    assert pairs[0].similar


def test_nothing_declared_leaves_everything_alone():
    (pair,) = paired([registered()], [], one_home)
    assert pair.declared is None
    assert pair.match is APART


def test_amounts_of_nothing_are_no_second_fact():
    row = structs.replace(FIRMS[0], uscc="", subscribed=num("0"))
    assert one_firm(firm(row, "sp"), firm(dirty.business(row, row.company[2:]), "sp")).outcome is DOUBTFUL
