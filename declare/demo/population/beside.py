"""What stands beside the reports of an honest declarant: the roster, disclosures, and the work done about them."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from msgspec.structs import replace

from declare.demo.population import disclosed
from declare.demo.population.life import Life
from declare.items.choices import FilingKind
from declare.items.registries import Award, Promotion, RosterEntry, Sanction
from declare.items.registries.choices import PromotionKind, SanctionKind
from declare.items.work import Check, Consult, Inquiry, Lead, Transfer

DAY = timedelta(days=1)


def beside(life: Life, *, quiet: bool) -> None:
    """Adds what stands beside the reports; where it is `quiet`, the roster only."""
    life.extract(rostered(life))
    if not quiet:
        for chance, happens in ORDINARY:
            if life.random.random() < chance:
                happens(life)


def rostered(life: Life) -> RosterEntry:
    """The declarant must file."""
    basic = life.household.basic
    return RosterEntry(
        subject=life.id,
        name=basic.name,
        unit=basic.unit,
        post=basic.post,
        grade=basic.grade,
        since=basic.in_post_since,
        managed_by=life.managed_by,
    )


def some_day(life: Life) -> date:
    """Some day of the last year."""
    return date(life.now.year, 1, 5) + life.random.randint(0, 300) * DAY


def _lead(life: Life) -> None:
    """A complaint, disposed of within the month, checked and asked about."""
    day = some_day(life)
    life.note(Lead(about=life.id, received=day, disposed=day + life.random.choice((6, 20, 28)) * DAY))
    life.note(Inquiry(declarant=life.id, sent=day + 10 * DAY, replied=day + 20 * DAY))
    life.note(Check(declarant=life.id, reason="举报", on=day + 40 * DAY))


def promote(life: Life, day: date, kind: PromotionKind = PromotionKind.PROMOTION) -> None:
    """A candidate who reported before and was checked."""
    life.extract(Promotion(subject=life.id, kind=kind, proposed=day, post="副支队长"), day)
    life.note(Check(declarant=life.id, reason="拟提拔", on=day + 10 * DAY))


def _candidate(life: Life) -> None:
    """A candidate, with a report for that occasion for some."""
    day = some_day(life)
    promote(life, day, life.random.choice((PromotionKind.PROMOTION, PromotionKind.RESERVE, PromotionKind.FURTHER_USE)))
    if life.random.random() < 0.5:
        life.file(FilingKind.PROMOTION, year=day.year, filed_on=day + 12 * DAY)


def _corrected(life: Life) -> None:
    """A slip of the last report, put right by a correction some weeks later: the pay was added up wrongly."""
    right = life.now.rows["wages"]
    life.now.rows["wages"] = (replace(right[0], total=(right[0].total or 0) + Decimal("3.30")),)
    life.file(
        FilingKind.CORRECTION,
        year=life.now.year,
        filed_on=life.now.filed_on + life.random.randint(4, 25) * DAY,
        rows={"wages": right},
        corrects=f"{life.ref}-{life.now.year}",
    )
    life.corrected["wages"] = right


def _old_sanction(life: Life) -> None:
    """A warning long over."""
    life.extract(Sanction(subject=life.id, kind=SanctionKind.PARTY_WARNING, decided=date(life.now.year - 5, 4, 2)))


def _moved_post(life: Life) -> None:
    """The file follows a change of post within thirty days."""
    day = some_day(life)
    life.note(Transfer(declarant=life.id, changed=day, handed_over=day + life.random.choice((5, 18, 30)) * DAY))


def _consulted(life: Life) -> None:
    """Somebody reads the reports, approved."""
    until = life.world.today + 60 * DAY
    life.note(
        Consult(
            by=REVIEWER, about=life.id, approval=f"纪批〔{life.now.year}〕12号", scope="全部", until=until, exported=0
        )
    )


def _award(life: Life) -> None:
    """The unit buys from a firm that is nobody's."""
    name = f"临江{life.ref}物资供应有限公司"
    life.extract(
        Award(buyer_unit=life.household.basic.unit, supplier=name, amount=Decimal(200_000), awarded=some_day(life))
    )


REVIEWER = "324099198001010019"
"""The identity number of a reviewer who is no declarant."""

ORDINARY: tuple[tuple[float, Callable[[Life], None]], ...] = (
    (0.15, disclosed.handed_over),
    (0.08, disclosed.refused),
    (0.06, disclosed.small_gift),
    (0.05, disclosed.from_abroad),
    (0.08, disclosed.declined),
    (0.08, disclosed.own_dinner),
    (0.12, disclosed.reception),
    (0.05, disclosed.wedding),
    (0.04, _lead),
    (0.05, _candidate),
    (0.04, _corrected),
    (0.03, _old_sanction),
    (0.04, _moved_post),
    (0.04, _consulted),
    (0.03, _award),
)
"""What happens beside the reports, and to how many."""
