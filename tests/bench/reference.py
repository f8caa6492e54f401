"""The report every bench is measured on: honest and complete, 14 items, 40 entries, about 320 fields and 11 KB of JSON."""

from datetime import date
from decimal import Decimal

import msgspec

from declare.items.answers import Answer
from declare.items.choices import FilingKind, Relation, Sex
from declare.items.edition_2017 import Tables
from declare.items.filing import Basic, Closing, Filing, Member
from declare.items.spec import Mode, State, table_of
from tests.bench.reference_family import family_rows
from tests.bench.reference_property import property_rows

DECLARANT = "32010219680312151X"
UNIT = "江东市消防救援支队"


def reference(year: int) -> Filing:
    """The annual report on a year; a year later only events, amounts and the state of the tables differ."""
    state = State.FIRST if year == 2024 else State.UNCHANGED
    answers = {}
    for row in (*family_rows(year), *property_rows(year)):
        table = table_of(type(row))
        before = answers[table.key].entries if table.key in answers else ()
        answers[table.key] = Answer(state=state if table.mode is Mode.STATUS else State.SOME, entries=(*before, row))
    return Filing(
        edition="2017",
        kind=FilingKind.ANNUAL,
        year=year,
        filed_on=date(year + 1, 1, 20),
        declarant=DECLARANT,
        ref=f"{year}-0001",
        basic=basic(),
        family=family(),
        tables=Tables(**answers),
        closing=Closing(promise=True),
    )


def amended(filing: Filing, *, salary: str) -> Filing:
    """The same report with other wages, where a bench needs reports that differ."""
    (last,) = filing.tables.wages.entries
    total = Decimal(salary) + last.bonus + last.other
    wages = msgspec.structs.replace(last, salary=Decimal(salary), total=total)
    tables = msgspec.structs.replace(filing.tables, wages=Answer(state=State.SOME, entries=(wages,)))
    return msgspec.structs.replace(filing, tables=tables)


def basic() -> Basic:
    """The declarant."""
    return Basic(
        name="周建国",
        sex=Sex.MALE,
        ethnicity="汉族",
        political_status="中共党员",
        id_number=DECLARANT,
        unit=UNIT,
        post="党委委员、副支队长",
        grade="二级指挥长",
        portfolio="防火监督、消防技术服务机构监督管理",
        jurisdiction="320100",
        home_address="江苏省南京市玄武区学府路9号3幢1202室",
        in_post_since=date(2019, 6, 1),
    )


def family() -> tuple[Member, ...]:
    """Spouse, three children, and the spouses of two of them."""
    return (
        _member("sp", Relation.SPOUSE, "陈丽华", Sex.FEMALE, "320102197006152422", "1970-06-15", cohabiting=True),
        _member("c1", Relation.CHILD, "周明", Sex.MALE, "320102199304011512", "1993-04-01", cohabiting=False),
        _member("c2", Relation.CHILD, "周静", Sex.FEMALE, "320102199509012420", "1995-09-01", cohabiting=False),
        _member("c3", Relation.CHILD, "周航", Sex.MALE, "320102200509181510", "2005-09-18", cohabiting=True),
        Member(
            key="d1",
            relation=Relation.CHILD_SPOUSE,
            name="艾玛·威尔逊",
            sex=Sex.FEMALE,
            born=date(1994, 2, 3),
            id_number="567891234",
            document_kind="外国护照",
            nationality="US",
            spouse_of="c1",
        ),
        Member(
            key="d2",
            relation=Relation.CHILD_SPOUSE,
            name="李志强",
            sex=Sex.MALE,
            born=date(1994, 5, 6),
            id_number="H12345678",
            document_kind="港澳居民来往内地通行证",
            nationality="HK",
            spouse_of="c2",
        ),
    )


def _member(key: str, relation: Relation, name: str, sex: Sex, number: str, born: str, *, cohabiting: bool) -> Member:
    return Member(
        key=key,
        relation=relation,
        name=name,
        sex=sex,
        born=date.fromisoformat(born),
        id_number=number,
        document_kind="居民身份证",
        nationality="CN",
        cohabiting=cohabiting,
    )
