"""Values of every kind, valid ones as a person would give them, and rows made of them."""

from datetime import date
from decimal import Decimal
from functools import singledispatch

from hypothesis import strategies as st

from declare.items.kinds import (
    choice,
    dates,
    documents,
    identity,
    markets,
    numbers,
    organisations,
    people,
    places,
    text,
)
from declare.items.spec import Field, Kind, Table

WORDS = st.text(
    alphabet=st.characters(min_codepoint=0x21, max_codepoint=0x9FA5, exclude_categories=("Cc", "Cf", "Cs", "Z")),
    min_size=1,
    max_size=40,
)
KEYS = st.sampled_from(["self", "sp", "ch1", "ch2", "chs1"])
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@singledispatch
def values(kind: Kind) -> st.SearchStrategy:
    """Valid values of a kind."""
    raise TypeError(f"no values for {kind.name}")


@values.register
def _(kind: text.TextKind):
    return WORDS


@values.register
def _(kind: text.LinesKind):
    return st.lists(WORDS, min_size=1, max_size=3).map(tuple)


@values.register
def _(kind: numbers.NumberKind):
    top = Decimal(100) if isinstance(kind, numbers.PercentKind) else Decimal("9999999999.99")
    return st.decimals(0, top, places=2)


@values.register
def _(kind: numbers.CountKind):
    return st.integers(0, 10**12 - 1)


@values.register
def _(kind: numbers.FlagKind):
    return st.booleans()


@values.register
def _(kind: dates.DayKind):
    return DAYS


@values.register
def _(kind: dates.MonthKind):
    return DAYS.map(lambda day: f"{day:%Y-%m}")


@values.register
def _(kind: people.PersonKind):
    return KEYS


@values.register
def _(kind: people.PeopleKind):
    return st.lists(KEYS, min_size=1, max_size=4, unique=True).map(tuple)


@values.register
def _(kind: choice.ChoiceKind):
    return st.sampled_from(kind.options)


@values.register
def _(kind: identity.IdNumberKind):
    bodies = st.tuples(st.sampled_from(["110105", "320102", "810000"]), DAYS, st.integers(0, 999))
    whole = bodies.map(lambda parts: f"{parts[0]}{parts[1]:%Y%m%d}{parts[2]:03}")
    return whole.map(lambda body: body + identity.check_character(body))


@values.register
def _(kind: organisations.UsccKind):
    return st.tuples(st.sampled_from(["91", "92", "12", "51"]), st.text("0123456789", min_size=14, max_size=14)).map(
        _code
    )


def _code(parts: tuple[str, str]) -> str:
    body = "".join(parts)
    body += organisations.organisation_character(body[8:16])
    return body + organisations.check_character(body)


@values.register
def _(kind: documents.PassportKind):
    return st.from_regex(r"E[0-9]{8}|E[A-HJ-NP-Z][0-9]{7}|G[0-9]{8}", fullmatch=True)


@values.register
def _(kind: documents.PermitKind):
    return st.from_regex(r"[CL][0-9]{8}", fullmatch=True)


@values.register
def _(kind: documents.DocumentKind):
    return st.from_regex(r"[A-Z]{1,2}[0-9]{7,9}", fullmatch=True)


@values.register
def _(kind: documents.CertificateKind):
    return st.from_regex(r"[苏浙]\([12][09][0-9]{2}\)江东不动产权第[0-9]{7}号", fullmatch=True)


@values.register
def _(kind: markets.SecurityKind):
    return st.from_regex(r"60[0135][0-9]{3}|300[0-9]{3}|0[0-9]{4}", fullmatch=True)


@values.register
def _(kind: markets.FundKind):
    return st.from_regex(r"[0-9]{6}", fullmatch=True)


@values.register
def _(kind: places.ListedKind):
    return st.sampled_from(sorted(kind.options))


@values.register
def _(kind: places.CountriesKind):
    return st.lists(st.sampled_from(sorted(kind.options)), min_size=1, max_size=3, unique=True).map(",".join)


@values.register
def _(kind: places.RegionKind):
    return st.sampled_from(["110000", "320100", "320102", "330113", "429004", "810000"])


@values.register
def _(kind: places.RegionsKind):
    return st.lists(st.sampled_from(["320100", "330113", "429004"]), min_size=1, max_size=3, unique=True).map(",".join)


def values_of(field: Field) -> st.SearchStrategy:
    """Valid values of a field."""
    return values(field.kind)


def rows(table: Table) -> st.SearchStrategy:
    """Rows of a table, any field given or not."""
    return st.fixed_dictionaries({}, optional={field.key: values_of(field) for field in table.fields}).map(
        lambda given: table.entry(**given)
    )
