"""第三条（三） · Travel permits for Hong Kong, Macao and Taiwan, and private trips there."""

from typing import Annotated

from declare.items.choices import PermitKind, TripPurpose
from declare.items.kinds import Countries, Day, Line, OneOf, PermitNo, Prose
from declare.items.spec import DROP, INTERNAL, KEEP, MASK, PERSONAL, SECRET, YEAR, Covers, Entry, Item, Mode, say, table
from declare.law import R17, Text

ITEM = Item(
    "permits",
    Text(
        "本人持有往来港澳通行证、因私持有大陆居民往来台湾通行证以及因私往来港澳、台湾的情况",
        "Permits for Hong Kong, Macao and Taiwan held for private use, and private trips there",
    ),
    R17.article(3, 3),
)


@table(
    "permits",
    number="T4",
    title=Text("持有往来港澳通行证、大陆居民往来台湾通行证情况", "Permits for Hong Kong, Macao and Taiwan"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.STATUS,
    covers=Covers.SELF,
    note=Text(
        "报告有效的往来港澳通行证、因私持有的大陆居民往来台湾通行证，以及上一年1月1日以来过期的。",
        "Valid permits for Hong Kong and Macao, permits for Taiwan held for private use, and those that expired since 1 January of the previous year.",
    ),
)
class Permit(Entry, frozen=True):
    """One row of T4: one travel permit."""

    kind: Annotated[OneOf[PermitKind], say("证件名称", "Permit", INTERNAL, KEEP)] = None
    number: Annotated[
        PermitNo,
        say(
            "证件号码",
            "Number",
            SECRET,
            MASK,
            hint=Text(
                "往来港澳通行证如C12345678，往来台湾通行证如L12345678。",
                "C12345678 for Hong Kong and Macao, L12345678 for Taiwan.",
            ),
        ),
    ] = ""
    valid_from: Annotated[Day, say("有效期起", "Valid from", INTERNAL, YEAR)] = None
    valid_to: Annotated[Day, say("有效期至", "Valid to", INTERNAL, YEAR)] = None
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
    "trips_hkmt",
    number="T5",
    title=Text("因私往来港澳、台湾情况", "Private trips to Hong Kong, Macao and Taiwan"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.EVENT,
    covers=Covers.SELF,
    note=Text(
        "上次报告以来每一次因私往来香港、澳门、台湾都要报告。",
        "Every private trip to Hong Kong, Macao or Taiwan since the last report.",
    ),
)
class TripHkmt(Entry, frozen=True):
    """One row of T5: one private trip to Hong Kong, Macao or Taiwan."""

    left: Annotated[Day, say("出发时间", "Left", PERSONAL, YEAR)] = None
    returned: Annotated[Day, say("返回时间", "Returned", PERSONAL, YEAR)] = None
    place: Annotated[
        Countries,
        say(
            "所到地区",
            "Places",
            PERSONAL,
            KEEP,
            hint=Text("香港、澳门、台湾，可以多选。", "Hong Kong, Macao or Taiwan, several if need be."),
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
    permit_number: Annotated[
        PermitNo,
        say(
            "所用证件号",
            "Permit used",
            SECRET,
            MASK,
            optional=True,
            hint=Text(
                "本次出行使用的通行证；持护照过境的填护照号。",
                "The permit used on this trip, or the passport if you passed through on one.",
            ),
        ),
    ] = ""
