"""Weddings, funerals and other family occasions, reported before and after."""

from typing import Annotated

from declare.items.disclosures.choices import CeremonyKind
from declare.items.disclosures.due import Due
from declare.items.kinds import Count, Day, Flag, Line, OneOf, Person, Prose, Yuan
from declare.items.spec import BAND, DROP, INTERNAL, KEEP, PERSONAL, PSEUDONYM, YEAR, Covers, Entry, Mode, say, table
from declare.law import D23, Text


@table(
    "ceremony",
    number="D5",
    title=Text("操办婚丧喜庆事宜报告", "Report of a wedding, funeral or other family occasion"),
    basis=D23.article(100),
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text(
        "操办婚丧喜庆事宜的时间、规模和收礼情况，按本地规定事前、事后报告。",
        "When and on what scale a family occasion was held and which gifts were received, reported before and after as local rules ask.",
    ),
)
class Ceremony(Entry, frozen=True):
    """One family occasion."""

    happened: Annotated[Day, say("操办时间", "When", INTERNAL, YEAR)] = None
    kind: Annotated[OneOf[CeremonyKind], say("事宜", "Occasion", INTERNAL, KEEP, wire="kind_of")] = None
    for_whom: Annotated[
        Person,
        say(
            "当事人",
            "For whom",
            PERSONAL,
            PSEUDONYM,
            optional=True,
            hint=Text("为谁操办：本人或者家庭成员。", "For whom: yourself or a member of the family."),
        ),
    ] = ""
    place: Annotated[Line, say("地点", "Place", PERSONAL, DROP)] = ""
    joint: Annotated[Flag, say("是否男女双方合办", "Joint wedding", INTERNAL, KEEP, optional=True)] = None
    tables: Annotated[
        Count, say("桌数", "Tables", INTERNAL, KEEP, hint=Text("没有设宴的填0。", "0 if there was no banquet."))
    ] = None
    persons: Annotated[Count, say("人数", "Persons", INTERNAL, KEEP)] = None
    relatives: Annotated[Count, say("其中亲属人数", "Relatives", INTERNAL, KEEP, optional=True)] = None
    managed_guests: Annotated[
        Count, say("其中管理服务对象人数", "Managed or served guests", INTERNAL, KEEP, optional=True)
    ] = None
    price_per_table: Annotated[Yuan, say("每桌标准(元)", "Price a table", INTERNAL, BAND, optional=True)] = None
    cash_from_non_relatives: Annotated[
        Yuan,
        say(
            "收受非亲属礼金(元)",
            "Cash from non-relatives",
            PERSONAL,
            BAND,
            optional=True,
            hint=Text("亲属以外的人所送礼金合计，没有的填0。", "All cash from people who are no relatives; 0 if none."),
        ),
    ] = None
    largest_single: Annotated[
        Yuan,
        say(
            "其中单笔最高(元)",
            "Largest single amount",
            PERSONAL,
            BAND,
            optional=True,
            hint=Text(
                "亲属以外单笔最高的礼金，没有的填0。",
                "The largest single amount from someone who is no relative; 0 if none.",
            ),
        ),
    ] = None
    cars: Annotated[Count, say("车辆数", "Cars", INTERNAL, KEEP, optional=True)] = None
    official_cars: Annotated[Count, say("其中公车数", "Official cars", INTERNAL, KEEP, optional=True)] = None
    reported_before: Annotated[Day, say("事前报告时间", "Reported before on", INTERNAL, YEAR, optional=True)] = None
    reported_after: Annotated[Day, say("事后报告时间", "Reported after on", INTERNAL, YEAR, optional=True)] = None
    explanation: Annotated[Prose, say("情况说明", "Explanation", PERSONAL, DROP, optional=True)] = ""


DUE = Due(
    Text(
        "按本地规定事前、事后报告；丧事可以事后报告。",
        "Before and after the event as local rules ask; a funeral afterwards only.",
    ),
    before=True,
    local=True,
)
