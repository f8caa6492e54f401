"""Which row of one report is the same home, firm, policy or person as which row of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.items.businesses import Business
from declare.items.choices import EstateKind, Relation
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.securities import Insurance
from declare.rules.cases import CHILD_ID, OTHER_ID, num
from declare.rules.identity import FIRM, HOME, POLICY, one_firm, one_person, one_title, paired, renewed, same_place

HOUSE = RealEstate(
    certificate="苏(2019)江东不动产权第0012345号",
    address="江东市望江路15号3幢801室",
    area=num("90.00"),
    kind=EstateKind.COMMODITY,
)


def home(certificate="", address=HOUSE.address, area="90.00", kind=EstateKind.COMMODITY):
    return RealEstate(certificate=certificate, address=address, area=num(area) if area else None, kind=kind)


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        (home(HOUSE.certificate, "别处", "1", EstateKind.SHOP), True),
        (home("苏（2019）江东不动产权第 0012345 号", ""), True),
        (home("新证"), True),
        (home("新证", area="60"), True),
        (home("新证", kind=EstateKind.PARKING), False),
        (home(kind=EstateKind.PARKING), True),
        (home(address="江东市望江路15号3栋801"), True),
        (home(address="望江路15号3栋801", area="92.69"), True),
        (home(address="望江路15号3栋801", area="92.71"), False),
        (home(address="望江路15号3栋801", area=None, kind=None), True),
        (home(address="望江路15号3栋801", kind=EstateKind.STORAGE), False),
        (home(address="望江东路15号3栋801"), False),
        (home(address="临江路15号3栋801"), False),
        (home(address="江东市望江路15号3幢802室"), False),
        (home(address="江东市望江路15号"), False),
        (home(address=""), False),
    ],
)
def test_a_home_is_known_again_by_certificate_or_address(other, answer):
    assert bool(paired((HOUSE,), (other,), HOME).both) is answer


def test_two_addresses_with_one_number_only_are_not_told_apart_by_it():
    assert not paired((home(address="江东市望江村15号"),), (home(address="望江村15号"),), HOME).both


def test_several_homes_at_one_address_go_with_their_areas():
    small, large = home(area="60"), home(area="120")
    found = paired((small, large), (home(area="120.0"), home(area="60.0")), HOME)
    assert [(one.area, other.area) for one, other in found.both] == [(num("60"), num("60")), (num("120"), num("120"))]


def test_each_row_is_known_again_once():
    found = paired((home(), home(area="1")), (home(),), HOME)
    assert (len(found.both), len(found.gone), len(found.new)) == (1, 1, 0)


@given(st.lists(st.integers(0, 5), max_size=6), st.lists(st.integers(0, 5), max_size=6))
def test_every_row_is_in_both_or_gone_or_new(before, now):
    old, new = ([Insurance(policy_number=f"P{number}") for number in side] for side in (before, now))
    found = paired(old, new, POLICY)
    assert sorted(map(id, [*(one for one, _ in found.both), *found.gone])) == sorted(map(id, old))
    assert sorted(map(id, [*(one for _, one in found.both), *found.new])) == sorted(map(id, new))
    assert all(one.policy_number == other.policy_number for one, other in found.both)


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        (Business(who="sp", uscc="91440300 71526726xg"), True),
        (Business(who="c1", uscc="9144030071526726XG"), False),
        (Business(who="sp", company="江东和泰 有限公司"), True),
        (Business(who="c1", company="江东和泰有限公司"), False),
        (Business(who="sp"), False),
    ],
)
def test_a_persons_part_in_a_firm_is_known_again_by_code_or_name(other, answer):
    firm = Business(who="sp", company="江东和泰有限公司", uscc="9144030071526726XG")
    assert bool(paired((firm,), (other,), FIRM).both) is answer


def test_one_firm_whoever_holds_it():
    firm = Business(who="sp", company="江东和泰有限公司", uscc="9144030071526726XG")
    assert one_firm(firm, Business(who="c1", uscc="9144030071526726xg"))
    assert one_firm(firm, Business(company="江东和泰有限公司"))
    assert not one_firm(firm, Business(company="江东和泰有限公司", uscc="91330100799655058B"))
    assert not one_firm(Business(), Business())


def test_one_person_by_number_else_by_relation_and_name():
    child = Member(relation=Relation.CHILD, name="丙", id_number=CHILD_ID)
    assert one_person(child, Member(id_number=CHILD_ID.lower()))
    assert one_person(child, Member(relation=Relation.CHILD, name="丙"))
    assert not one_person(child, Member(relation=Relation.CHILD, name="丙", id_number=OTHER_ID))
    assert not one_person(child, Member(relation=Relation.PARENT, name="丙"))
    assert not one_person(Member(relation=Relation.CHILD), Member(relation=Relation.CHILD))


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        (home(HOUSE.certificate, "别处"), True),
        (home("", area="1"), True),
        (home("新证"), True),
        (home("新证", area="60"), False),
        (home("新证", kind=EstateKind.SHOP), False),
        (home("新证", area=None, kind=None), True),
        (home("", address="望江路15号3栋801"), False),
        (home("", address=""), False),
    ],
)
def test_strangers_tell_of_one_home_only_where_nothing_contradicts(other, answer):
    assert one_title(HOUSE, other) is answer
    assert one_title(other, HOUSE) is answer


def test_a_certificate_is_renewed_where_it_reads_differently():
    assert renewed(HOUSE, home("新证"))
    assert renewed(home(""), HOUSE)
    assert not renewed(HOUSE, home("苏（2019）江东不动产权第0012345号"))


def test_one_place_written_in_two_ways():
    assert same_place(HOUSE.address, "望江路15号3栋801")
    assert same_place("江东市江边", "江东江边")
    assert not same_place(HOUSE.address, "望江路15号3栋802")
    assert not same_place("江东市望江村15号", "望江村15号")
    assert not same_place("", "")
