"""The compound an address lies in."""

import pytest

from declare.rules.compounds import compound


@pytest.mark.parametrize(
    "address",
    [
        "江苏省南京市玄武区学府路9号3幢1202室",
        "南京市玄武区学府路9号A3栋",
        "南京市玄武区学府路9#12号楼2单元",
        "江苏南京玄武区学府路９号地下一层B12",
        "南京市玄武区学府路9号车库7",
        "南京市玄武区学府路9号",
    ],
)
def test_every_way_to_write_a_place_in_one_compound_gives_the_same(address):
    assert compound(address) == compound("南京玄武区学府路9号")


def test_another_number_in_the_street_is_another_compound():
    assert compound("南京市玄武区学府路90号3幢") != compound("南京市玄武区学府路9号3幢")


def test_an_address_that_names_no_compound_gives_nothing():
    assert compound("地下车库B12") == ""
