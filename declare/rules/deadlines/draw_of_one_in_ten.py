"""个人有关事项报告每年按10%的比例集中随机抽查一次，抽取结果应当可以重现。"""

from collections.abc import Iterator
from datetime import date

from declare.items.work import Draw
from declare.law import R17, Dated, Text
from declare.rules.book import OFFICE, rule
from declare.rules.cases import flagged, silent, work
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.office import Office

SHARE = Dated("G09.percent", {"2017-02-08": 10}, basis=R17.article(11), checked="2026-11-01")

NO_SEED = Text(
    "{drawn}年度的随机抽查没有留下抽取种子，结果无法重现，请核对。",
    "The random draw of {drawn} left no seed, so it cannot be drawn again. Please check.",
)
BOTH = Text(
    "{drawn}年度应报告{eligible}人，随机抽查{sampled}人，不足{percent}%，也没有留下抽取种子，请核对。",
    "Of {eligible} eligible in {drawn}, {sampled} were drawn, less than {percent}%, and no seed was left. Please check.",
)


@rule(
    "G09",
    Text("随机抽查比例不足", "Too few drawn for random checks"),
    severity=2,
    basis=R17.article(11),
    audience=REVIEWER,
    says=Text(
        "{drawn}年度应报告{eligible}人，随机抽查{sampled}人，不足{percent}%，请核对。",
        "Of {eligible} eligible in {drawn}, {sampled} were drawn, less than {percent}%. Please check.",
    ),
    thresholds=(SHARE,),
    reads=(Draw,),
    scope=OFFICE,
)
def draw(office: Office) -> Iterator[Found]:
    """Draws of less than a tenth, and draws nobody can draw again."""
    for row in office.each(Draw):
        on = _end_of(row.year) or office.today
        percent = value_on(SHARE, on)
        few, lost = _few(row, percent), not row.seed.strip()
        if few or lost:
            yield finding(
                row,
                *(("sampled",) if few else ()),
                *(("seed",) if lost else ()),
                says=None if not lost else BOTH if few else NO_SEED,
                on=on,
                year=row.year,
                thresholds=(SHARE,),
                drawn=row.year or on.year,
                eligible=row.eligible,
                sampled=row.sampled,
                percent=percent,
            )


def _few(row: Draw, percent: int) -> bool:
    """Whether the share is known and too small."""
    return row.eligible is not None and row.sampled is not None and row.sampled * 100 < row.eligible * percent


def _end_of(year: int | None) -> date | None:
    """The last day of a year, None where that is no year."""
    return date(year, 12, 31) if year and 0 < year <= date.max.year else None


def _draw(eligible: int | None, sampled: int | None, *, seed: str = "20250301", year: int | None = 2025) -> Draw:
    return Draw(year=year, eligible=eligible, sampled=sampled, seed=seed)


draw.cases(
    silent("正好10%", work(_draw(310, 31))),
    flagged("不足10%", work(_draw(311, 31)), at=("sampled",)),
    silent("高于10%", work(_draw(312, 32))),
    flagged("一人也没有抽取", work(_draw(312, 0))),
    flagged("没有抽取种子", work(_draw(310, 31, seed="")), at=("seed",)),
    flagged("抽取种子只有空格", work(_draw(310, 31, seed=" "))),
    flagged("两样都有，仍是一条", work(_draw(311, 31, seed="")), at=("sampled", "seed")),
    flagged("两个年度都不足", work(_draw(311, 31)), work(_draw(311, 31, year=2024)), times=2),
    silent("没有应报告人数", work(_draw(None, 31))),
    silent("没有抽取人数", work(_draw(310, None))),
    silent("应报告人数为零", work(_draw(0, 0))),
    flagged("没有年度", work(_draw(311, 31, year=None)), today="2026-01-01"),
    flagged("年度写错", work(_draw(311, 31, year=20255)), today="2026-01-01"),
)
