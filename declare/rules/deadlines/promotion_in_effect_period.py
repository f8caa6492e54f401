"""受诫勉、党纪处分、政务处分的，在影响期内不得提拔。"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from declare.items.registries import Promotion, Sanction
from declare.items.registries.choices import PromotionKind, SanctionKind
from declare.law import D18, D23, M17, ZWCF, Citation, Dated, Text
from declare.law.counting import add_months
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, day, extract, flagged, silent
from declare.rules.deadline import last_day
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.own_rows import own
from declare.rules.subject import Subject

ADMONISHED = M17.article(7, verified=False)
PARTY = D23.article(10, verified=False)
STATE = ZWCF.article(8)


def _period(kind: str, since: str, months: int, basis: Citation) -> Dated[int]:
    """The months one kind of sanction has effect."""
    return Dated(f"G14.{kind}", {since: months}, basis=basis, checked="2026-11-01")


MONTHS = {
    SanctionKind.TALK_WARNING: _period("talk_warning", "2017-02-08", 6, ADMONISHED),
    SanctionKind.PARTY_WARNING: _period("party_warning", "2018-10-01", 12, PARTY),
    SanctionKind.PARTY_SERIOUS_WARNING: _period("party_serious_warning", "2018-10-01", 18, PARTY),
    SanctionKind.REMOVED_PARTY_POST: _period("removed_party_post", "2018-10-01", 24, PARTY),
    SanctionKind.WARNING: _period("warning", "2020-07-01", 6, STATE),
    SanctionKind.DEMERIT: _period("demerit", "2020-07-01", 12, STATE),
    SanctionKind.SERIOUS_DEMERIT: _period("serious_demerit", "2020-07-01", 18, STATE),
    SanctionKind.DEMOTION: _period("demotion", "2020-07-01", 24, STATE),
    SanctionKind.REMOVAL: _period("removal", "2020-07-01", 24, STATE),
}
"""How many months each sanction has effect, counted from the day it was decided."""

THRESHOLDS: tuple[Dated[Any], ...] = tuple(MONTHS.values())


@rule(
    "G14",
    Text("处分影响期内拟提拔", "Proposed for promotion while a sanction has effect"),
    severity=4,
    basis=(ADMONISHED, PARTY, D18.article(10, verified=False), STATE),
    audience=REVIEWER,
    says=Text(
        "{proposed}拟提拔，{decided}作出的处理影响期到{ends}为止，请核对。",
        "Proposed for promotion on {proposed}, while a sanction of {decided} has effect until {ends}. Please check.",
    ),
    thresholds=THRESHOLDS,
    reads=(Promotion,),
    scope=PERSON,
)
def promotion(subject: Subject) -> Iterator[Found]:
    """Promotions proposed while a sanction had effect; where several had, the one that ends last is named."""
    sanctions = own(subject, Sanction)
    for row in own(subject, Promotion):
        if row.kind is not PromotionKind.PROMOTION or row.proposed is None:
            continue
        ending = [(ends, one) for one in sanctions if (ends := _ends(one, on=row.proposed))]
        if ending:
            ends, sanction = max(ending, key=lambda pair: pair[0])
            yield finding(
                row,
                "proposed",
                also=((sanction, "decided"),),
                on=row.proposed,
                thresholds=(MONTHS[sanction.kind],) if sanction.kind else (),
                proposed=row.proposed,
                decided=sanction.decided,
                ends=ends,
            )


def _ends(sanction: Sanction, *, on: date) -> date | None:
    """The last day a sanction has effect, None where it has none on a day."""
    if sanction.kind is None or sanction.decided is None or sanction.decided > on:
        return None
    ends = last_day(add_months, sanction.decided, value_on(MONTHS[sanction.kind], sanction.decided))
    return ends if on <= ends else None


def _proposed(on: str | None = "2026-01-15", kind: PromotionKind | None = PromotionKind.PROMOTION) -> Kept:
    return extract(Promotion(subject=DECLARANT_ID, kind=kind, proposed=day(on) if on else None))


def _sanction(kind: SanctionKind | None, decided: str | None, *, subject: str = DECLARANT_ID) -> Kept:
    return extract(Sanction(subject=subject, kind=kind, decided=day(decided) if decided else None))


_LAST_DAY = {
    SanctionKind.TALK_WARNING: "2025-07-15",
    SanctionKind.PARTY_WARNING: "2025-01-15",
    SanctionKind.PARTY_SERIOUS_WARNING: "2024-07-15",
    SanctionKind.REMOVED_PARTY_POST: "2024-01-15",
    SanctionKind.WARNING: "2025-07-15",
    SanctionKind.DEMERIT: "2025-01-15",
    SanctionKind.SERIOUS_DEMERIT: "2024-07-15",
    SanctionKind.DEMOTION: "2024-01-15",
    SanctionKind.REMOVAL: "2024-01-15",
}
_DAY_BEFORE = {kind: decided.replace("-15", "-14") for kind, decided in _LAST_DAY.items()}

promotion.cases(
    *(
        flagged(f"影响期最后一日提出（{kind.value}）", _proposed(), _sanction(kind, decided))
        for kind, decided in _LAST_DAY.items()
    ),
    *(
        silent(f"影响期满次日提出（{kind.value}）", _proposed(), _sanction(kind, decided))
        for kind, decided in _DAY_BEFORE.items()
    ),
    flagged("作出处理当日提出", _proposed(), _sanction(SanctionKind.WARNING, "2026-01-15"), at=("proposed", "decided")),
    silent("提出以后才作出处理", _proposed(), _sanction(SanctionKind.WARNING, "2026-01-16")),
    silent("没有处理", _proposed()),
    silent("受处理的是别人", _proposed(), _sanction(SanctionKind.WARNING, "2026-01-10", subject=OTHER_ID)),
    silent("没有写明处理种类", _proposed(), _sanction(None, "2026-01-10")),
    silent("没有作出时间", _proposed(), _sanction(SanctionKind.WARNING, None)),
    silent("没有提出时间", _proposed(None), _sanction(SanctionKind.WARNING, "2026-01-10")),
    silent("没有写明事项", _proposed(kind=None), _sanction(SanctionKind.WARNING, "2026-01-10")),
    *(
        silent(f"不是提拔（{kind.value}）", _proposed(kind=kind), _sanction(SanctionKind.WARNING, "2026-01-10"))
        for kind in PromotionKind
        if kind is not PromotionKind.PROMOTION
    ),
    flagged(
        "两项处理都在影响期内，仍是一条",
        _proposed(),
        _sanction(SanctionKind.WARNING, "2026-01-10"),
        _sanction(SanctionKind.PARTY_WARNING, "2026-01-10"),
    ),
    flagged(
        "提出两次，各一条", _proposed(), _proposed("2026-02-01"), _sanction(SanctionKind.WARNING, "2026-01-10"), times=2
    ),
    flagged("月末作出，到短月最后一日", _proposed("2026-02-28"), _sanction(SanctionKind.WARNING, "2025-08-31")),
    silent("月末作出，短月过后", _proposed("2026-03-01"), _sanction(SanctionKind.WARNING, "2025-08-31")),
)
