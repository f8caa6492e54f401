"""第三条（四） · Children married to foreigners or stateless persons."""

from typing import Annotated

from declare.items.kinds import Country, Day, Line, Person
from declare.items.spec import DROP, KEEP, PERSONAL, PSEUDONYM, YEAR, Covers, Entry, Item, Mode, say, table
from declare.law import R17, Text

ITEM = Item(
    "child_marriage_foreign",
    Text("子女与外国人、无国籍人通婚的情况", "Children married to foreigners or stateless persons"),
    R17.article(3, 4),
)


@table(
    "child_marriage_foreign",
    number="T6",
    title=Text("子女与外国人、无国籍人通婚情况", "Children married to foreigners"),
    item=ITEM,
    basis=ITEM.basis,
    mode=Mode.STATUS,
    covers=Covers.CHILDREN,
    note=Text(
        "子女包括婚生、非婚生、养子女和有抚养关系的继子女，不论是否共同生活。",
        "Children born in or out of wedlock, adopted children, and stepchildren you support count, whether or not they live with you.",
    ),
)
class ChildMarriageForeign(Entry, frozen=True):
    """One row of T6: one marriage."""

    child: Annotated[Person, say("子女姓名", "Child", PERSONAL, PSEUDONYM)] = ""
    spouse_name: Annotated[Line, say("子女配偶姓名", "Child's spouse", PERSONAL, PSEUDONYM)] = ""
    country: Annotated[
        Country,
        say(
            "国家",
            "Country",
            PERSONAL,
            KEEP,
            hint=Text(
                "子女配偶的国籍；无国籍的在其他事项中说明。",
                "The nationality of the child’s spouse; if stateless, say so under other matters.",
            ),
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
