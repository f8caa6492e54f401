"""A local requirement, none of the 14 items: vehicles of the household."""

from typing import Annotated

from declare.items.kinds import Line, Month, Person, Wan
from declare.items.spec import BAND, KEEP, MASK, PERSONAL, PSEUDONYM, SECRET, YEAR, Covers, Entry, Mode, say, table
from declare.law import FORM, Text


@table(
    "vehicles",
    number="T23",
    title=Text("车辆", "Vehicles"),
    basis=FORM.whole("T23", verified=False),
    mode=Mode.STATUS,
    covers=Covers.COHABITING,
    note=Text("本单位要求报告的家庭车辆。", "Vehicles of the household, as your organisation requires."),
)
class Vehicle(Entry, frozen=True):
    """One row of T23: one vehicle."""

    owner: Annotated[Person, say("所有人", "Owner", PERSONAL, PSEUDONYM)] = ""
    plate: Annotated[
        Line, say("号牌", "Plate", SECRET, MASK, index="plate", hint=Text("如苏A12345。", "As on the number plate."))
    ] = ""
    model: Annotated[Line, say("品牌型号", "Model", PERSONAL, KEEP)] = ""
    bought: Annotated[Month, say("购置时间", "Bought in", PERSONAL, YEAR)] = ""
    price: Annotated[Wan, say("购置价格", "Price", PERSONAL, BAND, optional=True)] = None
