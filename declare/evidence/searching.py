"""What the audit administrator asks the log: who, did what, on which object, in which role, in which days, refused or not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, String, literal

from declare.access import Role
from declare.audit import ACTS, AuditLeaf
from declare.web.clock import BEIJING

OBJECT = re.compile(r"[a-z_]{1,20}/\d{1,12}")
RUNS = re.compile(r"([a-z_]+/)(\d+)(?:-(\d+))?(?:\.\S+)?$")
REFUSED = tuple(name for name in ACTS if name.endswith(("refused", "fail")))
"""Acts that tell of something refused or failed."""

ELSE = ("system", "visitor", "everyone", "witness")
ROLES = (*(role.value for role in Role), *ELSE)


@dataclass(frozen=True, slots=True)
class Search:
    """A search as it was typed; empty fields ask for everything."""

    account: str = ""
    action: str = ""
    object: str = ""
    role: str = ""
    since: str = ""
    until: str = ""
    refused: str = ""

    def asked(self) -> dict[str, str]:
        """The fields that were filled in."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in named.items() if value}

    def wrong(self) -> dict[str, str]:
        """A sentence for each field that cannot be searched for as it stands."""
        found = {}
        if self.object and not OBJECT.fullmatch(self.object):
            found["object"] = _("请按 declaration/12 的样子填写对象。")
        found |= {
            name: _("请按 2026-01-31 的样子填写日期。") for name in ("since", "until") if self._day(name) is False
        }
        return found

    def _day(self, name: str) -> date | bool | None:
        """A day as it was typed; None where nothing was, False where it is none."""
        typed = getattr(self, name)
        try:
            return date.fromisoformat(typed) if typed else None
        except ValueError:
            return False

    def conditions(self, account_id: int | None, runs: Sequence[int]) -> list[ColumnElement[bool]]:
        """What the leaves must be; `account_id` is that of the account typed, 0 where there is none of that name.

        `runs`: the leaves that name the object within a run of numbers.
        """
        start, end = self.moments()
        found: list[ColumnElement[bool] | None] = [
            AuditLeaf.actor == account_id if self.account else None,
            AuditLeaf.action == self.action if self.action else None,
            _names(self.object) | AuditLeaf.seq.in_(runs) if self.object else None,
            AuditLeaf.role == self.role if self.role else None,
            AuditLeaf.at >= start if start else None,
            AuditLeaf.at < end if end else None,
            AuditLeaf.action.in_(REFUSED) if self.refused else None,
        ]
        return [condition for condition in found if condition is not None]

    def moments(self) -> tuple[datetime | None, datetime | None]:
        """The first moment of the first day and the first one after the last day, in Beijing time."""
        first, last = self._day("since"), self._day("until")
        start = datetime.combine(first, time(), BEIJING) if isinstance(first, date) else None
        end = datetime.combine(last + timedelta(days=1), time(), BEIJING) if isinstance(last, date) else None
        return start, end


def read(asked: Mapping[str, str]) -> Search:
    """The search of an address; what is not on offer counts as not asked for."""
    typed = {field.name: asked.get(field.name, "").strip()[:60] for field in fields(Search)}
    offered: dict[str, tuple[str, ...]] = {"action": tuple(ACTS), "role": ROLES, "refused": ("yes",)}
    return Search(**{name: value if value in offered.get(name, (value,)) else "" for name, value in typed.items()})


def named(object: str) -> Iterator[str]:
    """The records a leaf names; runs of numbers one by one."""
    for word in object.split():
        if found := RUNS.match(word):
            first, last = int(found[2]), int(found[3] or found[2])
            yield from (f"{found[1]}{number}" for number in range(first, last + 1))


def holds_runs(record: str) -> ColumnElement[bool]:
    """Whether a leaf names a run of records of that kind, such as `filing/3-5`."""
    return AuditLeaf.object.contains(f"{record.partition('/')[0]}/", autoescape=True) & AuditLeaf.object.contains("-")


def _names(record: str) -> ColumnElement[bool]:
    """Whether a leaf names a record, alone or among others."""
    spaced = literal(" ", String).concat(AuditLeaf.object).concat(literal(" ", String))
    return spaced.contains(f" {record} ", autoescape=True)
