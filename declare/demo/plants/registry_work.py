"""Group F, work: what registers know of jobs, proceedings and taxed income."""

from datetime import date
from decimal import Decimal

from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import spouse, unlike
from declare.demo.plants.registry_persons import more, swap
from declare.demo.population.life import Life
from declare.demo.population.registers import hand_over
from declare.items.choices import ProsecutionStage
from declare.items.registries import (
    JobRecord,
    JudicialRecord,
    TaxRecord,
)


@plant("F07", "the spouse works elsewhere by the register", True, needs="spouse")
@near("F07", "a parent's work", False, needs="parent spouse")
def work_known(life: Life, of_spouse: bool) -> None:
    number = spouse(life).id_number if of_spouse else life.member("fa").id_number
    since = date(life.now.year - 2, 3, 1)
    more(
        life,
        JobRecord(
            subject=number,
            employer="海东群星文化传播有限公司",
            employer_uscc=f"91999999M{unlike(life, 9)}",
            post="职员",
            since=since,
        ),
    )


@plant("F08", "proceedings against the spouse", True, needs="spouse")
@near("F08", "proceedings against a parent", False, needs="parent")
def proceedings_known(life: Life, of_spouse: bool) -> None:
    number = spouse(life).id_number if of_spouse else life.member("fa").id_number
    more(
        life,
        JudicialRecord(subject=number, cause="危险驾驶", stage=ProsecutionStage.TRIAL, since=date(life.now.year, 5, 6)),
    )


@plant("F17", "the taxed income is twice what is told", "2")
@plant("F17", "the taxed income is half as much again", "1.5")
@near("F17", "the taxed income differs by two in the hundred", "1.02")
def income_known(life: Life, times: str) -> None:
    hand_over(life)
    income = next(one.row.net_income for one in life.extracts if isinstance(one.row, TaxRecord)) or Decimal(0)
    swap(life, TaxRecord, net_income=(income * Decimal(times)).quantize(Decimal("0.01")))
