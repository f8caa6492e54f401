"""A whole report as it is filed and kept: who, for which year, every table, the promise."""

from datetime import date

from declare.items.choices import FilingKind
from declare.items.edition_2017 import Tables
from declare.items.profile import Basic, Closing, Member
from declare.items.spec import Record

__all__ = ["Basic", "Closing", "Event", "Filing", "FilingKind", "Member", "SignedOff", "Tables"]


class SignedOff(Record, frozen=True, kw_only=True, omit_defaults=True):
    """阅签: which head of unit read and signed the report, and when (第七条)."""

    by: str = ""
    on: date | None = None


class Event(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What a report of a change is about: the table, and the day it happened."""

    table: str = ""
    on: date | None = None


class Filing(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One report. `family` None carries the last one over, `()` says there is none.

    `year` is the year reported on, for kinds other than annual that of the event; `declarant` and `submitted_by` are
    identity numbers; `corrects` is the `ref` of the report a correction is about.
    """

    edition: str
    kind: FilingKind
    year: int
    filed_on: date
    declarant: str
    ref: str = ""
    basic: Basic = Basic()
    family: tuple[Member, ...] | None = None
    tables: Tables = Tables()
    closing: Closing = Closing()
    submitted_by: str = ""
    late_reason: str = ""
    signed_off: SignedOff | None = None
    event: Event | None = None
    corrects: str = ""
