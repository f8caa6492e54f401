"""第三条（六） · Spouse and children who moved abroad, or who have been there a year or more."""

from typing import Annotated

from declare.items.choices import EmigrationKind
from declare.items.kinds import Country, Day, DocumentNo, Line, OneOf, Person, Prose
from declare.items.spec import (
    DROP,
    INTERNAL,
    KEEP,
    MASK,
    PERSONAL,
    PSEUDONYM,
    SECRET,
    YEAR,
    Covers,
    Entry,
    Item,
    Mode,
    say,
    table,
)
from declare.law import R17, Text

ITEM = Item(
    "emigration",
    Text(
        "配偶、子女移居国（境）外，或者连续在国（境）外工作、生活一年以上的情况",
        "Spouse or children who have moved abroad, or have worked or lived abroad for a year or more without a break",
    ),
    R17.article(3, 6),
)


@table(
    "emigration",
    number="T8",
    title=Text("配偶、子女移居国（境）外情况", "Family members who have moved abroad"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.STATUS,
    covers=Covers.SPOUSE_CHILDREN,
    note=Text(
        "配偶、子女取得外国国籍、国（境）外永久居留资格或者长期居留许可的都要报告；一直是外国人或者港澳台居民的也要报告。",
        "Report a spouse or child with foreign nationality, permanent residence or a long-term residence permit abroad, also one who has always been a foreigner or a resident of Hong Kong, Macao or Taiwan.",
    ),
)
class Emigration(Entry, frozen=True):
    """One row of T8: one person who has moved abroad."""

    who: Annotated[Person, say("姓名", "Who", PERSONAL, PSEUDONYM)] = ""
    country: Annotated[Country, say("移居国家(地区)", "Country or region", PERSONAL, KEEP)] = ""
    city: Annotated[Line, say("现居住城市", "City", PERSONAL, DROP, optional=True)] = ""
    document_number: Annotated[
        DocumentNo,
        say(
            "移居证件号码",
            "Document number",
            SECRET,
            MASK,
            optional=True,
            hint=Text(
                "外国护照、永久居留证或者居留许可的号码。",
                "The number of the foreign passport, residence card or permit.",
            ),
        ),
    ] = ""
    kind: Annotated[
        OneOf[EmigrationKind],
        say(
            "移居类别",
            "Kind",
            INTERNAL,
            KEEP,
            hint=Text(
                "同时具备几种的，填最高的一种：外国国籍、永久居留、长期居留。",
                "If several apply, give the strongest: nationality, then permanent residence, then long-term permit.",
            ),
        ),
    ] = None
    since: Annotated[
        Day,
        say(
            "移居时间",
            "Since",
            PERSONAL,
            YEAR,
            hint=Text(
                "取得国籍、居留资格或者许可的日期。", "The day nationality, residence or the permit was granted."
            ),
        ),
    ] = None
    remark: Annotated[
        Prose,
        say(
            "备注",
            "Remark",
            PERSONAL,
            DROP,
            optional=True,
            hint=Text("已经放弃的写“已放弃”和日期。", "If it has been given up, write “已放弃” and the day."),
        ),
    ] = ""


@table(
    "residence_abroad",
    number="T9",
    title=Text("配偶、子女连续在国（境）外工作、生活一年以上情况", "Family members a year or more abroad"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.STATUS,
    covers=Covers.SPOUSE_CHILDREN,
    note=Text(
        "配偶、子女没有移居，但连续在国（境）外工作、学习、生活满一年的要报告，算到填报之日；短期回国探亲、旅行、办事不中断。",
        "Report a spouse or child who has not moved abroad but has worked, studied or lived there for a full year, counted to the day you file. Short returns to visit, travel or do business do not interrupt the year.",
    ),
)
class ResidenceAbroad(Entry, frozen=True):
    """One row of T9: one stay of a year or more."""

    who: Annotated[Person, say("姓名", "Who", PERSONAL, PSEUDONYM)] = ""
    country: Annotated[Country, say("国家(地区)", "Country or region", PERSONAL, KEEP)] = ""
    city: Annotated[Line, say("城市", "City", PERSONAL, DROP)] = ""
    since: Annotated[
        Day,
        say(
            "起始时间",
            "From",
            PERSONAL,
            YEAR,
            hint=Text(
                "这一次连续居住开始的日期，短期回国不中断。",
                "When this unbroken stay began; short returns do not interrupt it.",
            ),
        ),
    ] = None
    until: Annotated[
        Day,
        say(
            "结束时间",
            "To",
            PERSONAL,
            YEAR,
            optional=True,
            hint=Text("填报时仍在国（境）外的留空。", "Leave empty if the person is still there on the day you file."),
        ),
    ] = None
    remark: Annotated[Prose, say("备注", "Remark", PERSONAL, DROP, optional=True)] = ""
