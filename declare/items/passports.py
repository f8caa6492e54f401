"""第三条（二） · Ordinary passports and private trips abroad."""

from typing import Annotated

from declare.items.choices import TripPurpose
from declare.items.kinds import Countries, Day, Line, OneOf, PassportNo, Prose
from declare.items.spec import DROP, INTERNAL, KEEP, MASK, PERSONAL, SECRET, YEAR, Covers, Entry, Item, Mode, say, table
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

    number: Annotated[
        PassportNo,
        say(
            "护照号",
            "Passport number",
            SECRET,
            MASK,
            hint=Text(
                "护照资料页右上角的号码，如E12345678。",
                "The number at the top right of the photo page, such as E12345678.",
            ),
        ),
    ] = ""
    issued: Annotated[Day, say("签发日期", "Issued", INTERNAL, YEAR)] = None
    expires: Annotated[Day, say("有效期至", "Expires", INTERNAL, YEAR)] = None
    custodian: Annotated[
        Line,
        say(
            "保管机构",
            "Held by",
            INTERNAL,
            KEEP,
            hint=Text(
                "集中保管的填保管部门；本人持有的填“本人”。",
                "The department that keeps it, or “本人” if you keep it yourself.",
            ),
        ),
    ] = ""
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

    left: Annotated[
        Day,
        say(
            "出发时间",
            "Left",
            PERSONAL,
            YEAR,
            hint=Text(
                "以出境验讫章或者出境记录日期为准。", "The day you crossed the border, by the stamp or the record."
            ),
        ),
    ] = None
    returned: Annotated[Day, say("回国时间", "Returned", PERSONAL, YEAR)] = None
    countries: Annotated[
        Countries,
        say(
            "所到国家",
            "Countries visited",
            PERSONAL,
            KEEP,
            hint=Text(
                "填所有到过的国家，持签证过境的也填；多个国家用逗号分开。",
                "Every country, also those passed through on a visa, with commas between.",
            ),
        ),
    ] = ""
    purpose: Annotated[OneOf[TripPurpose], say("事由", "Purpose", INTERNAL, KEEP)] = None
    approved_by: Annotated[
        Line,
        say(
            "审批机构",
            "Approved by",
            INTERNAL,
            KEEP,
            optional=True,
            hint=Text(
                "批准本次出行的部门；没有审批的留空。",
                "The department that approved this trip; leave empty if nobody did.",
            ),
        ),
    ] = ""
    passport_number: Annotated[
        PassportNo,
        say(
            "所用护照号",
            "Passport used",
            SECRET,
            MASK,
            hint=Text(
                "本次出行使用的护照，应与护照表中的号码一致。",
                "The passport used on this trip, as it stands in the table of passports.",
            ),
        ),
    ] = ""
