"""第三条（二） · Ordinary passports and private trips abroad."""

from typing import Annotated

from declare.items.choices import TripPurpose
from declare.items.kinds import Countries, Day, Line, OneOf, PassportNo, Prose
from declare.items.spec import Covers, DROP, Entry, INTERNAL, Item, KEEP, MASK, Mode, PERSONAL, SECRET, YEAR, say, table
from declare.law import R17, Text

ITEM = Item(
    "passports",
    Text("本人持有普通护照以及因私出国的情况", "Ordinary passports held and private trips abroad"),
    R17.article(3, 2),
)


@table(
    "passports",
    number="T2",
    title=Text("本人持有普通护照情况", "Ordinary passports"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.STATUS,
    covers=Covers.SELF,
    note=Text(
        "报告本人持有的有效普通护照，以及上一年1月1日以来过期的普通护照；公务普通护照不报。",
        "Ordinary passports you hold that are valid, and those that expired since 1 January of the previous year. Official passports are not reported here.",
    ),
)
class Passport(Entry, frozen=True):
    """One row of T2: one ordinary passport."""

    number: Annotated[PassportNo, say("护照号", "Passport number", SECRET, MASK)] = ""
    issued: Annotated[Day, say("签发日期", "Issued", INTERNAL, YEAR)] = None
    expires: Annotated[Day, say("有效期至", "Expires", INTERNAL, YEAR)] = None
    custodian: Annotated[Line, say("保管机构", "Held by", INTERNAL, KEEP)] = ""
    remark: Annotated[Prose, say("备注", "Remark", PERSONAL, DROP, optional=True)] = ""


@table(
    "trips_abroad",
    number="T3",
    title=Text("因私出国情况", "Private trips abroad"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text(
        "上次报告以来每一次因私出国都要报告，所到国家包括持签证过境的国家。",
        "Every private trip abroad since the last report. Countries you passed through on a visa count.",
    ),
)
class TripAbroad(Entry, frozen=True):
    """One row of T3: one private trip abroad."""

    left: Annotated[Day, say("出发时间", "Left", PERSONAL, YEAR)] = None
    returned: Annotated[Day, say("回国时间", "Returned", PERSONAL, YEAR)] = None
    countries: Annotated[Countries, say("所到国家", "Countries visited", PERSONAL, KEEP)] = ""
    purpose: Annotated[OneOf[TripPurpose], say("事由", "Purpose", INTERNAL, KEEP)] = None
    approved_by: Annotated[Line, say("审批机构", "Approved by", INTERNAL, KEEP)] = ""
    passport_number: Annotated[PassportNo, say("所用护照号", "Passport used", SECRET, MASK)] = ""
