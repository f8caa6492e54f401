"""打听案情、过问案件、说情干预的，应当报告并登记备案，登记后应当有人核对。"""

from collections.abc import Iterator

from declare.items.disclosures import Gift, Interference
from declare.items.disclosures.choices import InterferenceKind
from declare.law import JC18, JC24, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import OTHER_ID, day, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.subject import Subject

LATER = Text(
    "登记了一次打听案情、过问案件或说情干预，登记时间{filed}晚于发生时间{happened}，请核对处理情况并说明。",
    "Somebody asked about a case, pleaded or meddled on {happened}; it was written down only on {filed}. "
    "Please check what was done, and explain.",
)


@rule(
    "H04",
    Text("干预过问", "Interference in a case"),
    severity=3,
    basis=(JC24.article(66), JC18.article(57, verified=False)),
    audience=REVIEWER,
    says=Text(
        "登记了一次打听案情、过问案件或说情干预，请核对处理情况。",
        "It is on record that somebody asked about a case, pleaded or meddled. Please check what was done.",
    ),
    reads=(Interference,),
    scope=PERSON,
)
def interference(subject: Subject) -> Iterator[Found]:
    """Every record of interference, for somebody to look at; one written down after the day says so."""
    for row in subject.each(Interference):
        filed, happened = subject.filed_on(row), row.happened
        late = filed is not None and happened is not None and filed > happened
        yield finding(
            row,
            says=LATER if late else None,
            on=happened or filed,
            happened=happened,
            filed=filed,
        )


def _told(kind: InterferenceKind | None, happened: str | None = "2025-07-01", *, filed_on: str = "2025-07-01") -> Kept:
    return told(Interference(kind=kind, happened=day(happened) if happened else None, by="赵"), filed_on=filed_on)


interference.cases(
    *(flagged(f"登记了一次（{kind.value}）", _told(kind)) for kind in InterferenceKind),
    flagged("没有写明方式", _told(None), at=("",)),
    flagged("当日登记", _told(InterferenceKind.INQUIRY), says="说情干预，请核对处理情况。"),
    flagged("次日才登记", _told(InterferenceKind.PLEA, filed_on="2025-07-02"), says="请核对处理情况并说明"),
    flagged("没有写明时间", _told(InterferenceKind.PLEA, None)),
    flagged(
        "登记了两次，各一条", _told(InterferenceKind.PLEA), _told(InterferenceKind.MEDDLING, "2025-07-03"), times=2
    ),
    silent("只有礼品登记", told(Gift(happened=day("2025-07-01")), filed_on="2025-07-01")),
    silent("登记的是别人", told(Interference(happened=day("2025-07-01")), filed_on="2025-07-01", declarant=OTHER_ID)),
)
