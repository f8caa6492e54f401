"""第三条（六） · Spouse and children who moved abroad, or who have been there a year or more."""

from typing import Annotated

from declare.items.choices import EmigrationKind
from declare.items.kinds import Country, Day, Line, OneOf, Person, Prose
from declare.items.spec import (
    Covers,
    DROP,
    Entry,
    INTERNAL,
    Item,
    KEEP,
    MASK,
    Mode,
    PERSONAL,
    PSEUDONYM,
    SECRET,
    YEAR,
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
        Line, say("移居证件号码", "Document number", SECRET, MASK, optional=True, index="document")
    ] = ""
    kind: Annotated[OneOf[EmigrationKind], say("移居类别", "Kind", INTERNAL, KEEP)] = None
    since: Annotated[Day, say("移居时间", "Since", PERSONAL, YEAR)] = None
    remark: Annotated[Prose, say("备注", "Remark", PERSONAL, DROP, optional=True)] = ""


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
    since: Annotated[Day, say("起始时间", "From", PERSONAL, YEAR)] = None
    until: Annotated[Day, say("结束时间", "To", PERSONAL, YEAR, optional=True)] = None
    remark: Annotated[Prose, say("备注", "Remark", PERSONAL, DROP, optional=True)] = ""
