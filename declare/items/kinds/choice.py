"""One value of a closed list."""

from typing import Annotated, Any, TypeVar, get_args

from declare.items.folding import folded
from declare.items.kind import Kind, Names, Wrong
from declare.items.vocabulary import Choice
from declare.law import Lang, Text

C = TypeVar("C", bound=Choice)


class ChoiceKind(Kind[Choice]):
    """A value of one closed list; the list is read off the field's annotation."""

    widget = "choice"

    def __init__(self, listed: type[Choice] = Choice) -> None:
        self.listed = listed
        self.keys = {option.value: option for option in listed}
        self.name = "enum:" + "".join(f"_{mark.lower()}" if mark.isupper() else mark for mark in listed.__name__)[1:]

    def of(self, annotation: Any) -> "ChoiceKind":
        """The kind for the list that the annotation names."""
        return ChoiceKind(next(part for part in (annotation, *get_args(annotation)) if isinstance(part, type)))

    @property
    def options(self) -> tuple[Choice, ...]:
        """Every value, in the order of the form."""
        return tuple(self.listed)

    def clean(self, typed: str) -> Choice:
        """The key, or the label in either language."""
        wanted = folded(typed)
        for option in self.listed:
            if wanted in (option.value, folded(option.label.zh), folded(option.label.en)):
                return option
        raise Wrong(Text("请从列表中选择。", "Choose one from the list."))

    def read(self, value: object) -> Choice:
        """A JSON string that is one of the keys."""
        if not isinstance(value, str):
            raise Wrong(Text("应为选项编码（JSON 字符串）。", "must be the key of an option (a JSON string)."))
        option = self.keys.get(value)
        if option is None:
            says = Text("没有这个选项，可用：{keys}。", "is none of the options: {keys}.")
            raise Wrong(says.filled(keys=" | ".join(self.keys)))
        return option

    def write(self, value: Choice) -> object:
        """The key."""
        return value.value

    def show(self, value: Choice, *, lang: Lang, names: Names) -> str:
        """The label."""
        return value.label.to(lang)

    def trace(self, value: Choice) -> str:
        """The key."""
        return str(value.value)


OneOf = Annotated[C | None, ChoiceKind()]
"""`OneOf[EstateKind]` is the type of a field that takes one value of that list."""
