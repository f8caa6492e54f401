"""自查对照 · What the self-check said before signing on the same rule and place as a finding, and what the declarant answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.declarations import remarks
from declare.declarations.kept_rows import FiledRow
from declare.declarations.models import Declaration, Filing, SelfCheck
from declare.declarations.remarks import Kept
from declare.law import Lang
from declare.rules.finding import Finding as Said
from declare.vault import Opener


@dataclass(frozen=True, slots=True)
class Answered:
    """The hint a finding repeats: its sentence where it was another one then, and the answer, "" where none was given."""

    words: str
    sentence: str


def filed(session: Session, person_id: int) -> list[tuple[FiledRow, bytes | None]]:
    """Everything a person filed, the earliest first, each with its self-check, sealed; None where it came in a file."""
    chosen = (
        select(Filing.declaration_id, Filing.id, Filing.version, Filing.sealed, SelfCheck.sealed)
        .join(Declaration, Declaration.id == Filing.declaration_id)
        .outerjoin(SelfCheck, SelfCheck.filing_id == Filing.id)
        .where(Declaration.person_id == person_id)
        .order_by(Filing.filed_on, Filing.id)
    )
    return [(FiledRow(person_id, *row[:4]), row[4]) for row in session.execute(chosen)]


def opened(rows: Sequence[tuple[FiledRow, bytes | None]], openers: Mapping[str, Opener]) -> tuple[Kept, ...]:
    """What the self-check said of each of these reports, the latest first."""
    return tuple(
        remarks.decoded_kept(openers[row.record].open(remarks.PART, row.version, sealed))
        for row, sealed in reversed(rows)
        if sealed is not None
    )


def answered(checks: Sequence[Kept], said: Said, *, lang: Lang) -> Answered | None:
    """The hint on the rule, year and place of a finding; None where the declarant was not told."""
    for kept in checks:
        same = [one for one in kept if (one.rule, one.year, one.where) == (said.rule, said.year, said.where)]
        if same:
            told = next((one for one in same if one.message == said.message), same[0])
            return Answered(told.words, "" if told.message == said.message else told.message.to(lang))
    return None
