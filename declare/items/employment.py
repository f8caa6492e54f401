"""第三条（七） · Jobs, schooling and senior posts of the spouse, the children and their spouses."""

from typing import Annotated

from declare.items.choices import EmployerKind
from declare.items.kinds import Country, Day, Flag, Line, OneOf, Person, Uscc
from declare.items.spec import (
    DROP,
    INTERNAL,
    KEEP,
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
    "employment",
    Text("配偶、子女及其配偶的从业情况", "Occupation of the spouse, the children and their spouses"),
    R17.article(3, 7),
)


@table(
    "employment",
    number="T10",
    title=Text("配偶、子女及其配偶从业情况", "Occupation of the family"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.STATUS,
    covers=Covers.SPOUSE_CHILDREN_IN_LAW,
    note=Text(
        "配偶、子女、子女的配偶每人都要填一项；就读、学龄前、待业、退休的也要填，退休的填原职务。",
        "One entry for the spouse, each child and each child’s spouse, including those in education, below school age, not employed or retired (give the former post).",
    ),
)
class Employment(Entry, frozen=True):
    """One row of T10: one job of one person."""

    who: Annotated[Person, say("姓名", "Who", PERSONAL, PSEUDONYM)] = ""
    employer: Annotated[
        Line,
        say(
            "工作(学习)单位",
            "Employer or school",
            PERSONAL,
            DROP,
            optional=True,
            hint=Text(
                "填单位全称；就读的填学校；待业、学龄前的可以不填。",
                "The full name of the employer or school; leave empty for someone not employed or below school age.",
            ),
        ),
    ] = ""
    employer_uscc: Annotated[
        Uscc,
        say(
            "单位统一社会信用代码",
            "Employer's USCC",
            SECRET,
            PSEUDONYM,
            optional=True,
            hint=Text(
                "营业执照或者单位证书上的18位代码，不清楚的可以不填。",
                "The 18 characters on the business licence; leave empty if you do not know them.",
            ),
        ),
    ] = ""
    employer_kind: Annotated[OneOf[EmployerKind], say("单位性质", "Kind of employer", INTERNAL, KEEP)] = None
    post: Annotated[Line, say("职务", "Post", PERSONAL, DROP, optional=True)] = ""
    senior: Annotated[
        Flag,
        say(
            "是否担任高级职务",
            "Senior post",
            INTERNAL,
            KEEP,
            hint=Text(
                "法定代表人、正副董事长、董事、监事、正副经理（总裁）、财务负责人、董事会秘书、首席代表等。",
                "Legal representative, chair or deputy, director, supervisor, manager or deputy, chief financial officer, board secretary, chief representative.",
            ),
        ),
    ] = None
    country: Annotated[
        Country,
        say(
            "从业国家(地区)",
            "Where",
            PERSONAL,
            KEEP,
            optional=True,
            hint=Text("在境内从业的可以不填。", "Leave empty if the work is in mainland China."),
        ),
    ] = ""
    since: Annotated[
        Day,
        say(
            "起始时间",
            "Since",
            PERSONAL,
            YEAR,
            optional=True,
            hint=Text("到现单位任职或者就读的日期。", "When this job or course began."),
        ),
    ] = None
