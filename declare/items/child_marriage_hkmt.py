"""第三条（五） · Children married to residents of Hong Kong, Macao or Taiwan."""

from typing import Annotated

from declare.items.kinds import Countries, Day, Line, Person
from declare.items.spec import DROP, KEEP, PERSONAL, PSEUDONYM, YEAR, Covers, Entry, Item, Mode, say, table
from declare.law import R17, Text

ITEM = Item(
    "child_marriage_hkmt",
    Text("子女与港澳以及台湾居民通婚的情况", "Children married to residents of Hong Kong, Macao or Taiwan"),
    R17.article(3, 5),
)


@table(
    "child_marriage_hkmt",
    number="T7",
    title=Text("子女与港澳、台湾居民通婚情况", "Children married to residents of Hong Kong, Macao or Taiwan"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.STATUS,
    covers=Covers.CHILDREN,
    note=Text(
        "子女与香港、澳门居民或者台湾居民结婚的，不论是否共同生活，都要报告。",
        "Every child married to a resident of Hong Kong, Macao or Taiwan, whether or not the child lives with you.",
    ),
)
class ChildMarriageHkmt(Entry, frozen=True):
    """One row of T7: one marriage."""

    child: Annotated[Person, say("子女姓名", "Child", PERSONAL, PSEUDONYM)] = ""
    spouse_name: Annotated[Line, say("子女配偶姓名", "Child's spouse", PERSONAL, PSEUDONYM)] = ""
    place: Annotated[
        Countries,
        say(
            "地区",
            "Place",
            PERSONAL,
            KEEP,
            hint=Text("子女配偶是哪个地区的居民。", "Of which region the child’s spouse is a resident."),
        ),
    ] = ""
    employer: Annotated[Line, say("工作(学习)单位", "Employer or school", PERSONAL, DROP, optional=True)] = ""
    post: Annotated[Line, say("职务", "Post", PERSONAL, DROP, optional=True)] = ""
    registered: Annotated[
        Day,
        say(
            "登记时间",
            "Registered on",
            PERSONAL,
            YEAR,
            hint=Text("结婚登记的日期。", "The day the marriage was registered."),
        ),
    ] = None
