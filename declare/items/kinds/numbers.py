"""Amounts, areas, percentages and counts: exact decimals, read from strings, shown with thousands separators."""

import re
import unicodedata
from decimal import Decimal
from typing import Annotated, ClassVar

from declare.items.kind import Kind, Names, Wrong
from declare.items.vocabulary import BAND
from declare.law import Lang, Text

DECIMAL = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,10})?")
TYPED = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)((?:[^0-9.,].*)?)")
GROUPS = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?:[^0-9.,].*)?")
DIGITS = 12
LARGEST = 10**18


TOO_LARGE = Text("数字过大，请核对。", "This is too large: check it.")


def band(value: Decimal | int, ladder: tuple[int, ...]) -> str:
    """The step of a ladder a value stands on, upper end included: 0, 0–1, 1–5, >1000; <0 below the ladder."""
    if value < 0:
        return "<0"
    if value == 0:
        return "0"
    low = 0
    for high in ladder:
        if value <= high:
            return f"{low}–{high}"
        low = high
    return f">{low}"


def typed_number(typed: str, *, units: tuple[str, ...], unit: Text | None) -> str:
    """The digits a person typed, without separators and without the field's own unit; raises Wrong."""
    text = unicodedata.normalize("NFKC", typed).replace("−", "-").replace(" ", "").replace("_", "")
    if "," in text and not GROUPS.fullmatch(text):
        raise Wrong(Text("逗号只用来分隔千位，如1,234.50。", "Use commas only between thousands, as in 1,234.50."))
    found = TYPED.fullmatch(text.replace(",", ""))
    if not found:
        raise Wrong(Text("请填写数字，如1234.50。", "Enter a number, such as 1234.50."))
    if found[2] and found[2].lower() not in units:
        wanted = unit or Text("数字", "plain number")
        raise Wrong(
            Text(
                "本栏单位为{zh}，请换算后只填数字。", "This field is in {en}: convert it and enter the number only."
            ).filled(zh=wanted.zh, en=wanted.en)
        )
    if not DECIMAL.fullmatch(found[1]):
        raise Wrong(TOO_LARGE)
    return found[1]


class NumberKind(Kind[Decimal]):
    """An exact decimal with two decimals; forms take no negative one."""

    widget = "number"
    units: ClassVar[tuple[str, ...]] = ()
    ladder: ClassVar[tuple[int, ...]] = (1, 5, 10, 50, 100, 500, 1000)
    reductions = Kind.reductions | {BAND}

    def clean(self, typed: str) -> Decimal:
        """The number, full-width digits, separators and the field's own unit accepted."""
        return Decimal(typed_number(typed, units=self.units, unit=self.unit))

    def read(self, value: object) -> Decimal:
        """A JSON string such as "238.00"."""
        if not isinstance(value, str):
            raise Wrong(
                Text('应为字符串形式的数，如"238.00"。', 'must be a decimal as a JSON string, such as "238.00".')
            )
        if not DECIMAL.fullmatch(value):
            raise Wrong(Text('无法读作数字，应如"238.00"。', 'cannot be read as a decimal such as "238.00".'))
        return Decimal(value)

    def write(self, value: Decimal) -> str:
        """The decimal in plain notation."""
        return format(value, "f")

    def check(self, value: Decimal) -> Text | None:
        """Whether it is negative, longer than twelve digits or finer than two decimals."""
        if value < 0:
            return Text("不能为负数，请核对。", "This cannot be negative.")
        if value != round(value, 2):
            return Text("最多保留两位小数，请核对。", "Use at most two decimals.")
        if value >= 10 ** (DIGITS - 2):
            return Text("数额过大，请核对单位。", "This is too large: check the unit.")
        return None

    def show(self, value: Decimal, *, lang: Lang, names: Names) -> str:
        """1,234.50"""
        return f"{value:,.2f}" if value == round(value, 2) else f"{value:,f}"

    def coarse(self, value: Decimal, *, lang: Lang) -> str:
        """The band the value stands in."""
        return band(value, self.ladder)

    def trace(self, value: Decimal) -> str:
        """The number without trailing zeros."""
        return format(value.normalize(), "f")


class WanKind(NumberKind):
    """An amount in 万元."""

    name = "wan"
    unit = Text("万元", "10,000 yuan")
    units = ("万元", "万")


class UnitsKind(WanKind):
    """Fund units, counted in 万份; they travel as an amount."""

    unit = Text("万份", "10,000 units")
    units = ("万份", "万")


class YuanKind(NumberKind):
    """An amount in 元."""

    name = "yuan"
    unit = Text("元", "yuan")
    units = ("元", "块", "yuan")
    ladder = (100, 200, 500, 1000, 5000, 10_000, 50_000, 100_000)


class AmountKind(NumberKind):
    """An amount in 万 of the currency that stands beside it."""

    name = "amount"
    unit = Text("万", "10,000")
    units = ("万",)


class PercentKind(NumberKind):
    """A share from 0 to 100."""

    name = "percent"
    unit = Text("%", "%")
    units = ("%",)
    ladder = (5, 10, 25, 50, 75, 100)

    def check(self, value: Decimal) -> Text | None:
        """Whether it is no share from 0 to 100."""
        if not 0 <= value <= 100:
            return Text("应在0至100之间，请核对。", "Enter a percentage from 0 to 100.")
        return super().check(value)


class AreaKind(NumberKind):
    """A floor area in ㎡."""

    name = "area"
    unit = Text("㎡", "㎡")
    units = ("m2", "平方米", "平米", "平")
    ladder = (50, 90, 144, 200, 300, 500, 1000)


class CountKind(Kind[int]):
    """A whole number of things or persons."""

    name = "int"
    widget = "number"
    reductions = Kind.reductions | {BAND}
    ladder: ClassVar[tuple[int, ...]] = (10, 100, 1000, 10_000, 100_000, 1_000_000)

    def clean(self, typed: str) -> int:
        """The number; decimals are refused."""
        digits = typed_number(typed, units=(), unit=None)
        if "." in digits:
            raise Wrong(Text("请填写整数。", "Enter a whole number."))
        return int(digits)

    def read(self, value: object) -> int:
        """A JSON integer."""
        if not isinstance(value, int) or isinstance(value, bool):
            raise Wrong(Text("应为整数（JSON 整数）。", "must be a whole number (a JSON integer)."))
        if abs(value) >= LARGEST:
            raise Wrong(TOO_LARGE)
        return value

    def check(self, value: int) -> Text | None:
        """Whether it is negative or longer than twelve digits."""
        if value < 0:
            return Text("不能为负数，请核对。", "This cannot be negative.")
        return TOO_LARGE if value >= 10**DIGITS else None

    def show(self, value: int, *, lang: Lang, names: Names) -> str:
        """1,234"""
        return f"{value:,}"

    def coarse(self, value: int, *, lang: Lang) -> str:
        """The band the value stands in."""
        return band(value, self.ladder)


class FlagKind(Kind[bool]):
    """Yes or no."""

    name = "bool"
    widget = "yes_no"
    words: ClassVar[dict[str, bool]] = {
        "是": True,
        "yes": True,
        "true": True,
        "1": True,
        "否": False,
        "no": False,
        "false": False,
        "0": False,
    }

    def clean(self, typed: str) -> bool:
        """是 or 否, yes or no."""
        answer = self.words.get(unicodedata.normalize("NFKC", typed).strip().lower())
        if answer is None:
            raise Wrong(Text("请选择“是”或“否”。", "Choose yes or no."))
        return answer

    def read(self, value: object) -> bool:
        """A JSON boolean."""
        if not isinstance(value, bool):
            raise Wrong(Text("应为 true 或 false。", "must be true or false."))
        return value

    def show(self, value: bool, *, lang: Lang, names: Names) -> str:  # noqa: FBT001  a kind takes its value first
        """是 or 否."""
        return Text("是", "Yes").to(lang) if value else Text("否", "No").to(lang)


Wan = Annotated[Decimal | None, WanKind()]
Units = Annotated[Decimal | None, UnitsKind()]
Yuan = Annotated[Decimal | None, YuanKind()]
Amount = Annotated[Decimal | None, AmountKind()]
Percent = Annotated[Decimal | None, PercentKind()]
Area = Annotated[Decimal | None, AreaKind()]
Count = Annotated[int | None, CountKind()]
Flag = Annotated[bool | None, FlagKind()]
