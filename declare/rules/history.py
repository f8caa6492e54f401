"""One declarant's reports in order, as the rules read them: corrections merged in, the family carried over."""

from collections.abc import Iterable

import msgspec

from declare.items.filing import Filing, FilingKind


def in_order(filings: Iterable[Filing]) -> tuple[Filing, ...]:
    """The reports of one declarant to be checked, the earliest first.

    A correction replaces, table by table, what it gives; the report it corrects is no longer checked.
    A report without a family carries the last one over.
    """
    standing: list[Filing] = []
    for filing in sorted(filings, key=_when):
        if filing.kind is FilingKind.CORRECTION and (original := _corrected(standing, filing)) is not None:
            standing[original] = corrected(standing[original], filing)
        else:
            standing.append(filing)
    return _with_families(standing)


def corrected(original: Filing, correction: Filing) -> Filing:
    """A report with what its correction gives in place of what it gave; its kind, year and filing day stay."""
    given = {
        name: answer
        for name in correction.tables.__struct_fields__
        if (answer := getattr(correction.tables, name)) is not None
    }
    changes: dict[str, object] = {"tables": msgspec.structs.replace(original.tables, **given)}
    for part in ("basic", "closing", "submitted_by"):
        said = getattr(correction, part)
        if said != type(said)():
            changes[part] = said
    if correction.family is not None:
        changes["family"] = correction.family
    return msgspec.structs.replace(original, **changes)


def _corrected(standing: list[Filing], correction: Filing) -> int | None:
    """The position of the report a correction is about: the one it names, else the latest one on the same year."""
    latest = range(len(standing) - 1, -1, -1)
    named = (at for at in latest if correction.corrects and standing[at].ref == correction.corrects)
    same_year = (at for at in latest if standing[at].year == correction.year)
    return next(named, next(same_year, None))


def _with_families(filings: list[Filing]) -> tuple[Filing, ...]:
    """The reports, each with a family: its own, or the one of the report before it."""
    family = None
    complete = []
    for filing in filings:
        carried = family if filing.family is None else filing.family
        complete.append(filing if carried is filing.family else msgspec.structs.replace(filing, family=carried))
        family = carried
    return tuple(complete)


def _when(filing: Filing) -> tuple[str, bool, int, str]:
    """What reports are ordered by: the filing day, corrections after the reports of that day, the year, the ref."""
    return (filing.filed_on.isoformat(), filing.kind is FilingKind.CORRECTION, filing.year, filing.ref)
