"""Group A, numbers and codes: identity numbers, credit codes, passports, permits, securities."""

import dataclasses
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from declare.demo import numbers
from declare.demo.families import IDENTITY_CARD
from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import alter, change_always, put_always, spouse, unlike
from declare.demo.population.life import Life
from declare.interchange.records import ExtractRecord
from declare.items.choices import CompanyKind, PermitKind, Sex
from declare.items.kinds import identity
from declare.items.permits import Permit
from declare.items.securities import Stock

NEXT = "0123456789X0"


def profile(life: Life, **changes: Any) -> None:
    """Changes what the declarant says of themselves, in every report."""
    life.household.basic = replace(life.household.basic, **changes)
    for report in life.reports:
        report.basic = replace(report.basic, **changes)


def one_further(number: str) -> str:
    """A number whose last character is one further."""
    return number[:-1] + NEXT[NEXT.index(number[-1]) + 1]


@plant("A01", "the last character of a relative's number is one further", "parent", needs="parent")
@plant("A01", "the last character of the spouse's number is one further", "spouse", needs="spouse")
def wrong_last(life: Life, who: str) -> None:
    member = spouse(life) if who == "spouse" else life.member("fa")
    alter(life, member.key, id_number=one_further(member.id_number))


@plant("A01", "the last character of the declarant's own number is one further")
def own_wrong_last(life: Life) -> None:
    wrong = one_further(life.id)
    life.extracts = [replace_row(told, life.id, wrong) for told in life.extracts]
    profile(life, id_number=wrong)


def replace_row(told: ExtractRecord, number: str, wrong: str) -> ExtractRecord:
    """A row about the declarant under the number the declarant gives."""
    return (
        dataclasses.replace(told, row=replace(told.row, subject=wrong))
        if getattr(told.row, "subject", "") == number
        else told
    )


@plant("A01", "a birthday that does not exist, with the right check character", "0230", needs="parent")
@near("A01", "a birthday on 28 February", "0228", needs="parent")
def strange_birthday(life: Life, day: str) -> None:
    number = life.member("fa").id_number
    body = f"{number[:10]}{day}{number[14:17]}"
    alter(life, "fa", id_number=body + identity.check_character(body), born=None)


@near("A01", "a number of fifteen digits", needs="parent")
def old_number(life: Life) -> None:
    number = life.member("fa").id_number
    alter(life, "fa", id_number=number[:6] + number[8:17])


@near("A01", "no identity card: the number of another document", needs="parent")
def other_document(life: Life) -> None:
    alter(life, "fa", id_number=f"K{unlike(life, 8)}", document_kind="军官证")


@plant("A02", "the spouse's sex is the other one", needs="spouse")
def other_sex(life: Life) -> None:
    member = spouse(life)
    alter(life, member.key, sex=Sex.MALE if member.sex is Sex.FEMALE else Sex.FEMALE)


@plant("A02", "the declarant's sex is the other one")
def own_other_sex(life: Life) -> None:
    profile(life, sex=Sex.MALE if life.household.basic.sex is Sex.FEMALE else Sex.FEMALE)


@near("A02", "the sex is not given, the number is", needs="parent")
def no_sex(life: Life) -> None:
    alter(life, "fa", sex=None, document_kind=IDENTITY_CARD)


@plant("A03", "the last character is another", -1, needs="firm")
@plant("A03", "a digit in the middle is another", 12, needs="firm")
def wrong_code(life: Life, at: int) -> None:
    code = list(life.now.rows["businesses"][0].uscc)
    code[at] = "1" if code[at] == "0" else "0"
    change_always(life, "businesses", uscc="".join(code))


@near("A03", "an old registration number of fifteen digits", needs="firm")
def old_registration(life: Life) -> None:
    change_always(life, "businesses", uscc=f"320199{unlike(life, 9)}")


@plant("A04", "the code of a sole trader under a limited company", CompanyKind.LIMITED, True, needs="firm")
@plant("A04", "the code of a company under a sole trader", CompanyKind.SOLE_TRADER, False, needs="firm")
@plant("A04", "the code of a sole trader under a partnership", CompanyKind.PARTNERSHIP, True, needs="firm")
@near("A04", "a sole trader with the code of one", CompanyKind.SOLE_TRADER, True, needs="firm")
@near("A04", "a sole proprietorship with the code of an enterprise", CompanyKind.SOLE_PROP, False, needs="firm")
def code_of(life: Life, kind: CompanyKind, trader: bool) -> None:
    code = numbers.company_code(life.random, sole_trader=trader)
    change_always(life, "businesses", kind=kind, uscc=code)


@plant("A05", "an official passport", "PE", 7, needs="passport")
@plant("A05", "an official passport of the old form", "P", 7, needs="passport")
@plant("A05", "a letter no passport begins with", "K", 8, needs="passport")
@plant("A05", "a digit too few", "E", 7, needs="passport")
@near("A05", "an electronic passport with a second letter", "EA", 7, needs="passport")
@near("A05", "a passport of the old form", "G", 8, needs="passport")
def passport_number(life: Life, letters: str, digits: int) -> None:
    number = letters + unlike(life, digits)
    for report in life.reports:
        report.rows["passports"] = tuple(replace(one, number=number) for one in report.rows["passports"][-1:])
        trips = report.rows["trips_abroad"]
        report.rows["trips_abroad"] = tuple(replace(trip, passport_number=number) for trip in trips)


@plant("A06", "a permit for Hong Kong with the number of one for Taiwan", PermitKind.HK_MACAO, "L")
@plant("A06", "a permit for Taiwan with the number of one for Hong Kong", PermitKind.TAIWAN, "C")
@plant("A06", "a permit with a letter of no permit", PermitKind.HK_MACAO, "K")
@near("A06", "an old permit for Hong Kong", PermitKind.HK_MACAO, "W")
@near("A06", "an old permit for Taiwan", PermitKind.TAIWAN, "T")
def permit_number(life: Life, kind: PermitKind, letter: str) -> None:
    since = life.reports[0].filed_on.replace(year=life.reports[0].year, day=1)
    permit = Permit(
        kind=kind,
        number=letter + unlike(life, 8),
        valid_from=since,
        valid_to=since.replace(year=since.year + 5),
        custodian="江东消防救援总队政治部",
    )
    put_always(life, "permits", permit)
    put_always(life, "trips_hkmt")


@plant("A07", "the code of a fund among the shares", "588111")
@plant("A07", "a code of no exchange", "999999")
@plant("A07", "a code of the bonds", "113011")
@near("A07", "a code of the Beijing exchange", "920118")
@near("A07", "a ChiNext code", "301912")
@near("A07", "a STAR code", "688911")
def share_code(life: Life, code: str) -> None:
    held = [
        Stock(holder="self", code=code, name="江东样品", quantity=1000, value=moving_value(value))
        for value in range(len(life.reports))
    ]
    for report, stock in zip(life.reports, held, strict=True):
        report.rows["stocks"] = (*report.rows["stocks"], stock)


def moving_value(step: int) -> Decimal:
    """A value that moves a little every year."""
    return Decimal("1.20") + Decimal("0.07") * step
