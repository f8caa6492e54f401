"""Group G: reports late or missing, candidates, sign-off, transfers, draws, checks, leads, inquiries, effect periods."""

from datetime import date, timedelta

from msgspec.structs import replace

from declare.demo.plants.book import near, plant
from declare.demo.plants.household_abroad import papers, passport
from declare.demo.population.beside import promote, rostered
from declare.demo.population.life import Life
from declare.items.choices import FilingKind
from declare.items.registries import Promotion, Sanction
from declare.items.registries.choices import PromotionKind, SanctionKind
from declare.items.spec import table_of
from declare.items.work import Check, Decision, Draw, Inquiry, Lead, Transfer

DAY = timedelta(days=1)


@plant("G01", "filed on 1 February, with the reason", 1, "住院治疗")
@plant("G01", "filed in March, with the reason", 45, "住院治疗")
@plant("G03", "filed on 1 February, without a reason", 1, "", also="G01")
@plant("G03", "filed in April, without a reason", 75, "", also="G01")
@near("G01", "filed on 31 January", 0, "")
def filed_late(life: Life, days: int, reason: str) -> None:
    life.registered = False
    life.now.filed_on = date(life.now.year + 1, 1, 31) + days * DAY
    life.now.late_reason = reason


@plant("G01", "nothing filed by somebody who filed before and is on no roster", False)
@plant("G06", "nothing filed by somebody on the roster", True)
def not_filed(life: Life, on_roster: bool) -> dict[str, int]:
    year = life.now.year
    life.registered = False
    life.reports.pop()
    if not on_roster:
        life.extracts.clear()
    return {"year": year}


@near("G06", "nothing filed by somebody who left the roster the year before")
def left_roster(life: Life) -> None:
    life.registered = False
    left = date(life.now.year - 1, 12, 1)
    life.reports.pop()
    life.extracts.clear()
    life.extract(replace(rostered(life), until=left))


@plant("G06", "on the roster, and never filed anything")
def never_filed(life: Life) -> None:
    life.registered = False
    life.silent = True


@plant("G02", "a passport told on the day after the thirtieth, with the reason", 31, "出差在外")
@plant("G02", "a passport told after three months, with the reason", 95, "出差在外")
@plant("G03", "a passport told on the day after the thirtieth, without a reason", 31, "", also="G02")
@near("G02", "a passport told on the thirtieth day", 30, "")
def told_late(life: Life, days: int, reason: str) -> None:
    papers(life)
    day = date(life.now.year, 5, 12)
    new = passport(life, issued=day, expires=day.replace(year=day.year + 10) - DAY)
    life.file(
        FilingKind.CHANGE,
        year=day.year,
        filed_on=day + days * DAY,
        about="passports",
        on=day,
        rows={"passports": (new,)},
        late_reason=reason,
    )
    life.now.rows["passports"] = (new,)


@plant("G04", "proposed two months before the first report of any kind", 61)
@plant("G04", "proposed 31 days before the first report of any kind", 31)
@near("G04", "proposed 30 days before the first report of any kind", 30)
def proposed_before(life: Life, days: int) -> None:
    promote(life, life.reports[0].filed_on - days * DAY)


@plant("G05", "resigned, and no report", None)
@near("G05", "resigned, with a report on the day", 0)
def resigned(life: Life, days: int | None) -> None:
    day = date(life.now.year, 8, 3)
    life.extract(Promotion(subject=life.id, kind=PromotionKind.RESIGNATION, proposed=day), day)
    if days is not None:
        life.file(FilingKind.RESIGNATION, year=day.year, filed_on=day + days * DAY)


@plant("G07", "managed by a higher body, and nobody signed the report", False, needs="brigade")
@near("G07", "it is not told who manages the declarant", None, needs="brigade")
def signed(life: Life, how: bool | None) -> None:
    if how is None:
        life.managed_by = ""
        life.extracts.clear()
        life.extract(rostered(life))
    for report in life.reports:
        report.signed_off = None


@plant("G08", "the file follows on the day after the thirtieth", 31)
@plant("G08", "the file never follows", None)
@near("G08", "the file follows on the thirtieth day", 30)
def transferred(life: Life, days: int | None) -> None:
    day = date(life.now.year, 6, 2)
    life.note(Transfer(declarant=life.id, changed=day, handed_over=None if days is None else day + days * DAY))


@plant("G09", "nine of a hundred drawn", 9, "s-1", office=True)
@plant("G09", "a tenth drawn less one", 31, "s-1", office=True)
@plant("G09", "a draw nobody can draw again", 40, "", office=True)
@near("G09", "a tenth drawn", 32, "s-1", office=True)
def drawn(life: Life, sampled: int, seed: str) -> dict[str, str]:
    eligible = 100 if sampled == 9 else 320
    return {"ref": life.note(Draw(year=life.now.year, eligible=eligible, sampled=sampled, seed=seed))}


@plant("G10", "a candidate nobody checked", "candidate")
@plant("G10", "somebody on the reserve list nobody checked", "reserve")
@plant("G10", "somebody complained of whom nobody checked", "lead")
@near("G10", "a candidate who was checked", "")
def unchecked(life: Life, how: str) -> None:
    day = date(life.now.year, 6, 2)
    if how == "lead":
        life.note(Lead(about=life.id, received=day, disposed=day + 10 * DAY))
        return
    promote(life, day, PromotionKind.RESERVE if how == "reserve" else PromotionKind.PROMOTION)
    if how:
        life.work = [told for told in life.work if told.table is not table_of(Check)]


@plant("G11", "decided without an explanation", "经核对系笔误", "", office=True)
@plant("H08", "decided without a reason", "", "系笔误", office=True)
@near("G11", "decided with reason and explanation", "经核对系笔误", "系笔误", office=True)
def decided(life: Life, reason: str, explanation: str) -> dict[str, str]:
    row = Decision(
        finding=f"F-{life.number}",
        by="审核人员甲",
        on=date(life.now.year + 1, 4, 2),
        reason=reason,
        explanation=explanation,
    )
    return {"ref": life.note(row)}


@plant("G12", "a lead nobody disposed of", None)
@plant("G12", "a lead disposed of the day after the month", 31)
@near("G12", "a lead disposed of on the last day of the month", 30)
def lead(life: Life, days: int | None) -> None:
    day = date(life.now.year, 4, 10)
    life.note(Lead(about=life.id, received=day, disposed=None if days is None else day + days * DAY))
    life.note(Check(declarant=life.id, reason="举报", on=day + 50 * DAY))


@plant("G13", "an inquiry nobody answered", None)
@plant("G13", "an inquiry answered after six weeks", 42)
@near("G13", "an inquiry answered after fifteen working days", 21)
def inquiry(life: Life, days: int | None) -> None:
    sent = date(life.now.year, 7, 7)
    life.note(Inquiry(declarant=life.id, sent=sent, replied=None if days is None else sent + days * DAY))


@plant("G14", "proposed within a year of a warning", SanctionKind.PARTY_WARNING, 200)
@plant("G14", "proposed within a year and a half of a serious warning", SanctionKind.PARTY_SERIOUS_WARNING, 500)
@plant("G14", "proposed within half a year of an admonition", SanctionKind.TALK_WARNING, 150)
@plant("G14", "proposed within two years of a demotion", SanctionKind.DEMOTION, 700)
@near("G14", "proposed more than a year after a warning", SanctionKind.PARTY_WARNING, 372)
@near("G14", "proposed more than half a year after an admonition", SanctionKind.TALK_WARNING, 190)
def sanctioned(life: Life, kind: SanctionKind, days: int) -> None:
    day = date(life.now.year + 1, 3, 2)
    promote(life, day)
    life.extract(Sanction(subject=life.id, kind=kind, decided=day - days * DAY), day)
