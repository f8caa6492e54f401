"""What the pages of the log show, put together."""

from functools import partial
from math import ceil
from typing import Any

from flask import abort, url_for
from flask_babel import gettext as _
from sqlalchemy import select

from declare.access import ROLES as NAMED
from declare.access import Action, decide
from declare.accounts.models import Account
from declare.audit import ACTS, AuditLeaf, settle
from declare.audit.heads import latest
from declare.audit.verdicts import kept, read
from declare.evidence import queries, service
from declare.evidence.openings import of_person
from declare.evidence.searching import ROLES, Search
from declare.extensions import db
from declare.jobs.models import RUNNING, WAITING, Job
from declare.web import authority, lang, render, visitor
from declare.web.clock import BEIJING

VERDICTS = 20


def of_log(search: Search, wrong: dict[str, str], *, page: int) -> str:
    """A page of what the search found; a search that cannot be made finds nothing and says why."""
    settle()
    page, found = max(1, page), queries.Found([], 0, {})
    if not wrong:
        found = queries.found(db.session, search, page=page)
        service.searched(db.session, search, by=authority())
    return render(
        "evidence/log.html",
        search=search,
        wrong=wrong,
        days=_by_day(found),
        total=found.total,
        page=page,
        pages=ceil(found.total / queries.PAGE),
        link=partial(_link, search),
        acts=[(name, act.label.to(lang())) for name, act in ACTS.items()],
        roles=[(name, role_label(name)) for name in ROLES],
        may_export=_may(Action.EXPORT_AUDIT),
    )


def _link(search: Search, page: int) -> str:
    """Another page of the same search."""
    asked: dict[str, Any] = {**search.asked(), "page": page}
    return url_for("evidence.log", **asked)


def nothing_then() -> dict[str, str]:
    """What is said where an extract would be empty."""
    return {"since": _("这段时间没有记录。")}


def _by_day(found: queries.Found) -> list[tuple[str, list[dict[str, Any]]]]:
    """The leaves as lines, day by day."""
    days: dict[str, list[dict[str, Any]]] = {}
    for leaf in found.leaves:
        at = leaf.at.astimezone(BEIJING)
        days.setdefault(at.strftime("%Y-%m-%d"), []).append(_line(leaf, found) | {"time": at.strftime("%H:%M:%S")})
    return list(days.items())


def _line(leaf: AuditLeaf, found: queries.Found) -> dict[str, Any]:
    """One leaf as the page shows it."""
    act = ACTS.get(leaf.action)
    return {
        "seq": leaf.seq,
        "account": found.names.get(leaf.actor or 0, "") if leaf.actor is not None else "",
        "role": role_label(leaf.role),
        "act": act.label.to(lang()) if act else leaf.action,
        "refused": leaf.action.endswith(("refused", "fail")),
        "object": leaf.object,
        "row": leaf.row,
        "request": leaf.request_id,
    }


def role_label(name: str) -> str:
    """What a role is called, those that are no person's included."""
    said = {"system": _("系统"), "visitor": _("未登录者"), "everyone": _("任何登录者"), "witness": _("见证人")}
    return said.get(name) or (NAMED[name].label.to(lang()) if name in NAMED else name)


def of_verification() -> dict[str, Any]:
    """The verifications, newest first, the newest signed head, and whether one is under way."""
    session = db.session
    rows = kept(session, limit=VERDICTS)
    under_way = select(Job.id).where(Job.name == "verify", Job.state.in_((WAITING, RUNNING))).order_by(Job.id).limit(1)
    return {
        "rows": [(row, read(row).says.to(lang())) for row in rows],
        "names": queries.names(session, {row.by for row in rows}),
        "head": latest(session),
        "under_way": session.scalar(under_way) is not None,
    }


def of_openings() -> dict[str, Any]:
    """The readings of the records of whoever is signed in."""
    settle()
    person = db.session.scalar(select(Account.person_id).where(Account.id == authority().account))
    if person is None:
        abort(404)
    return {"openings": of_person(db.session, person), "role_label": role_label}


def _may(action: Action) -> bool:
    """Whether the person signed in may do this."""
    who = visitor()
    return who is not None and decide(who.actor(), action).allowed
