"""What only the running system knows of itself: how long its log reaches back, what it keeps and to whom it shows it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who no longer has to report while records are still kept: which records, and since when."""

    record: str
    since: date


@dataclass(frozen=True, slots=True)
class Minor:
    """A child whose data are kept: in which record, born when, and the names of the roles that can read it."""

    record: str
    born: date
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class House:
    """The state of the system on the day of the check.

    `live_since` is the day of the first record of any kind, `log_since` that of the oldest audit leaf still kept, None
    where there is none; `log_broken` whether the hash chain does not verify. `left` and `minors` hold references
    to records, never names or numbers of persons.
    """

    live_since: date | None = None
    log_since: date | None = None
    log_broken: bool = False
    left: tuple[Left, ...] = ()
    minors: tuple[Minor, ...] = ()
