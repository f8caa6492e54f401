"""Travel documents, titles, shares and funds: which numbers forms take."""

import pytest

from declare.items.kinds.documents import NOT_ORDINARY, CertificateKind, PassportKind, PermitKind, permit_for
from declare.items.kinds.markets import FundKind, SecurityKind, market_of

PASSPORT, PERMIT, TITLE, SHARE, FUND = PassportKind(), PermitKind(), CertificateKind(), SecurityKind(), FundKind()


@pytest.mark.parametrize(
    "number", ["E12345678", "EA1234567", "G12345678", "141234567", "151234567", "e12345678", "Ｅ12345678"]
)
def test_ordinary_passports(number):
    assert PASSPORT.check(number) is None


@pytest.mark.parametrize("number", ["EI1234567", "EO1234567", "E1234567", "X12345678", "161234567"])
def test_numbers_that_are_no_passport(number):
    assert PASSPORT.check(number) not in (None, NOT_ORDINARY)


@pytest.mark.parametrize("number", ["P1234567", "PE1234567", "SE1234567", "DE1234567", "S1234567", "D1234567"])
def test_official_passports_are_told_apart(number):
    assert PASSPORT.check(number) == NOT_ORDINARY


@pytest.mark.parametrize(
    ("number", "permit"),
    [
        ("C12345678", "hk_macao"),
        ("CA1234567", "hk_macao"),
        ("W12345678", "hk_macao"),
        ("L12345678", "taiwan"),
        ("T12345678", "taiwan"),
        ("E12345678", ""),
    ],
)
def test_permits_are_known_by_their_first_letter(number, permit):
    assert permit_for(number) == permit
    assert (PERMIT.check(number) is None) is bool(permit)


@pytest.mark.parametrize(
    "title",
    [
        "苏(2019)江东不动产权第0012345号",
        "苏（２０１９）江东不动产权第 0012345 号",
        "沪(2020)浦字不动产权第012345号",
        "浙(2021)杭州市不动产权第00123456号",
        "江房权证字第12345号",
        "网签合同2023-0012",
    ],
)
def test_titles_new_and_old(title):
    assert TITLE.check(title) is None


@pytest.mark.parametrize(
    "title", ["苏(2019)江东不动产权第12345号", "苏2019江东不动产权第0012345号", "(2019)江东不动产权第0012345号"]
)
def test_a_title_that_claims_the_new_form_must_have_it(title):
    assert TITLE.check(title) is not None


def test_a_title_reads_the_same_in_either_width():
    assert TITLE.same("苏(2019)江东不动产权第0012345号", "苏（２０１９）江东不动产权第 0012345 号")
    assert TITLE.trace("苏(2019)江东不动产权第0012345号") == TITLE.trace("苏〔2019〕江东不动产权第0012345号")


@pytest.mark.parametrize(
    ("code", "market"),
    [
        *((code, "sse") for code in ("600000", "601398", "603288", "605111", "688981", "689009", "900901")),
        *((code, "szse") for code in ("000001", "001979", "002415", "003816", "300750", "301236", "302132", "200011")),
        *((code, "bse") for code in ("430047", "832000", "871981", "889900", "920099")),
        *((code, "neeq") for code in ("400001", "420016")),
        ("00700", "hkex"),
        *((code, "") for code in ("604000", "510300", "12345", "7000000", "", "70012a")[:2]),
        *((code, "") for code in ("7000000", "", "70012a")),
    ],
)
def test_a_code_tells_its_exchange(code, market):
    assert market_of(code) == market
    assert (SHARE.check(code) is None) is bool(market)


def test_an_exchange_s_suffix_is_dropped():
    assert SHARE.clean(" 600000.SH ") == "600000"
    assert SHARE.clean("00700.hk") == "00700"


@pytest.mark.parametrize(("code", "fits"), [("510300", True), ("000001", True), ("00700", False), ("LU0001", False)])
def test_funds_have_six_digits(code, fits):
    assert (FUND.check(code) is None) is fits
