"""企业、单位 · A firm or an employer as two records tell of it, and whether it is one: never by its name alone."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rapidfuzz.fuzz import ratio

from declare.items.businesses import Business
from declare.items.employment import Employment
from declare.items.folding import folded
from declare.items.registries import FirmRecord, JobRecord
from declare.items.spec import Entry
from declare.rules.matching import (
    APART,
    DIFFERENT,
    DOUBTFUL,
    SAME,
    Feature,
    Match,
    Outcome,
    Trait,
    one_slip,
    weighed,
)
from declare.rules.spelling import plain

_FORM = re.compile("(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司(?:\\(集团\\))?$|集团$")
_ENDS = ("公司", "集团", "公司(集团)")
_BRACKET = re.compile(r"\(([^()]{2,6})\)")
_REGION = re.compile("^([\u4e00-\u9fff]{2,3})[省市县](?=[\u4e00-\u9fff]{2})")

REGION_LEFT_OUT = 0.95
"""How alike two names are of which one leaves out the region at its head."""
LONGEST_REGION = 5
SHORTEST_CORE = 4
NAME_LIKE = 0.8
"""How alike two names must be to be worth a second look."""


@dataclass(slots=True, eq=False)
class Firm:
    """One person's part in one firm, or one job, as one record tells of it."""

    key: str
    row: Entry
    person: str
    code: str
    name: str
    amount: Decimal | None = None
    since: date | None = None

    @property
    def records(self) -> tuple[Entry, ...]:
        """The rows that tell of it."""
        return (self.row,)


def firm(row: FirmRecord | Business, person: str) -> Firm:
    """A person's part in a firm, made ready to be compared."""
    code, name = plain(row.uscc), folded(row.company)
    return Firm(f"{person} {code or name}", row, person, code, core(name), row.subscribed)


def employer(row: JobRecord | Employment, person: str) -> Firm:
    """A person's job, made ready to be compared."""
    code, name = plain(row.employer_uscc), folded(row.employer)
    return Firm(f"{person} {code or name}", row, person, code, core(name), None, row.since)


def core(name: str) -> str:
    """A folded name without its legal form and with its region at its head: 永固（江东）有限公司 and 江东市永固 are 江东永固."""
    inside = _BRACKET.search(name)
    bare = name.replace(inside[0], "", 1) if inside else name
    bare = _FORM.sub("", bare) if bare.endswith(_ENDS) else bare
    bare = _REGION.sub(r"\1", bare)
    if not inside or inside[1].endswith("集团"):
        return bare
    region = inside[1].rstrip("省市县")
    return bare if bare.startswith(region) else region + bare


def names_alike(one: str, other: str) -> float:
    """How alike two names are that have been brought to their core."""
    if one == other:
        return 1.0 if one else 0.0
    short, long = (one, other) if len(one) < len(other) else (other, one)
    lead = len(long) - len(short)
    if len(short) >= SHORTEST_CORE and lead <= LONGEST_REGION and long.endswith(short):
        return REGION_LEFT_OUT
    return ratio(one, other) / 100


def one_firm(one: Firm, other: Firm) -> Match:
    """Whether two records are about one person's part in one firm: by the code, else by person, name and a second fact."""
    person = (Trait.PERSON, float(one.person == other.person))
    if one.code and one.code == other.code:
        return weighed(SAME if person[1] else DOUBTFUL, (Trait.NUMBER, 1.0), person)
    codes = bool(one.code) and len(one.code) == len(other.code)
    if not person[1] and one.name != other.name:
        return APART
    name = names_alike(one.name, other.name)
    if codes:
        return _by_slip(one, other, name, person)
    outcome = _by_name(name, more=_more(one, other)) if person[1] else DOUBTFUL
    if outcome is DIFFERENT or not name:
        return APART
    features = [(Trait.NAME, name), person]
    if more := _more(one, other):
        features.append(more)
    return weighed(outcome, *features)


def _by_slip(one: Firm, other: Firm, name: float, person: Feature) -> Match:
    """Two firms with different codes: one firm where the code is one character off and the name fits, a homonym at most else."""
    if name >= NAME_LIKE and one_slip(one.code, other.code):
        outcome = SAME if person[1] else DOUBTFUL
        return weighed(outcome, (Trait.NUMBER_SLIP, 0.9), (Trait.NAME, name), person)
    return weighed(DOUBTFUL, (Trait.NUMBER, 0.0), (Trait.NAME, name), person) if name == 1 else APART


def _by_name(name: float, *, more: Feature | None) -> Outcome:
    """What the likeness of two names of one person's firms says, with a second fact or without."""
    if name == 1 or (more and name >= NAME_LIKE):
        return SAME
    return DOUBTFUL if name >= NAME_LIKE else DIFFERENT


def _more(one: Firm, other: Firm) -> Feature | None:
    """A second fact two records agree on: the amount subscribed, or the month a job began."""
    if one.amount and one.amount == other.amount:
        return (Trait.AMOUNT, 1.0)
    if one.since and other.since and (one.since.year, one.since.month) == (other.since.year, other.since.month):
        return (Trait.SINCE, 1.0)
    return None
