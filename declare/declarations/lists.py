"""The pages that list: one's own reports, the tasks of a report, what has not changed, what can be corrected."""

from dataclasses import dataclass

from declare.declarations import deadlines, progress, queries, selfcheck, shown
from declare.declarations.drafts import Draft, complete, waiting
from declare.declarations.models import WEB, Campaign, Declaration
from declare.declarations.sheets import tables_of
from declare.declarations.submission import answering, missing
from declare.extensions import db
from declare.items.spec import Table
from declare.web import lang, render, today


@dataclass(frozen=True, slots=True)
class Due:
    """The campaign as a declarant sees it: the last day, the days left, and their report where there is one."""

    year: int
    day: str
    days: int
    declaration: Declaration | None


@dataclass(frozen=True, slots=True)
class Filed:
    """A filed report as the list shows it."""

    declaration: Declaration
    kind: str
    day: str
    ref: str
    receipted: bool


@dataclass(frozen=True, slots=True)
class Same:
    """A table that reads as it did the year before."""

    title: str
    mark: str
    rows: list[shown.Shown]
    table: Table


def of_mine(person_id: int | None) -> str:
    """One's own reports."""
    campaign = queries.campaign(db.session, today=today())
    reports = queries.of_person(db.session, person_id) if person_id else []
    drafts = [one for one in reports if one.is_draft and one.kind == "correction"]
    filed = queries.past(db.session, person_id) if person_id else []
    return render(
        "declarations/mine.html",
        due=due(campaign, reports) if campaign and person_id else None,
        corrections=drafts,
        filed=[_filed(one) for one in filed],
    )


def of_tasks(draft: Draft) -> str:
    """The task list of a report."""
    found = selfcheck.findings(draft, today=today()) if draft.declaration.is_draft else []
    answered = {table.key for table in answering(draft) if complete(draft.sheet(table.key))}
    faults = selfcheck.by_table(found)
    for key in set(faults) - answered:
        del faults[key]
    done, total = progress.done(draft)
    return render(
        "declarations/tasks.html",
        draft=draft,
        due=due_of(draft),
        groups=progress.groups(draft, faults, lang=lang()),
        done=done,
        total=total,
        same=len(waiting(draft)),
        ready=not missing(draft),
    )


def of_unchanged(draft: Draft, *, fault: str = "") -> str:
    """Everything that can be confirmed at once."""
    names = draft.names(lang())
    listed = [
        Same(
            table.title.to(lang()),
            mark(draft, table),
            shown.rows(table, draft.sheet(table.key).entries, lang=lang(), names=names),
            table,
        )
        for table in waiting(draft)
    ]
    return render("declarations/unchanged.html", draft=draft, listed=listed, fault=fault)


def of_correcting(draft: Draft, *, fault: str = "") -> str:
    """Which tables can be corrected."""
    tables = [(table.key, table.title.to(lang())) for table in correctable(draft.declaration)]
    return render("declarations/correct.html", draft=draft, tables=tables, fault=fault)


def correctable(declaration: Declaration) -> tuple[Table, ...]:
    """The tables a correction can be about."""
    return tables_of(declaration.edition)


def mark(draft: Draft, table: Table) -> str:
    """A table as it was seen: its key and its revision, so that what was saved since is not confirmed unseen."""
    return f"{table.key}:{draft.revisions[table.key]}"


def due(campaign: Campaign, reports: list[Declaration]) -> Due:
    """The campaign as a declarant sees it."""
    own = next((one for one in reports if one.year == campaign.year and one.kind in ("first", "annual")), None)
    left = deadlines.days_left(campaign.deadline, today=today())
    return Due(campaign.year, shown.day(campaign.deadline, lang=lang()), left, own)


def due_of(draft: Draft) -> Due | None:
    """Until when a draft is due; a correction has no last day."""
    campaign = queries.campaign_of(db.session, draft.declaration.year)
    if campaign is None or draft.declaration.kind == "correction":
        return None
    return due(campaign, [draft.declaration])


def _filed(one: queries.Past) -> Filed:
    """A filed report as the list shows it."""
    label = one.declaration.filing_kind.label.to(lang())
    return Filed(
        one.declaration, label, shown.day(one.filing.filed_on, lang=lang()), one.filing.ref, one.filing.source == WEB
    )
