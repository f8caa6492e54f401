"""A text in the two languages of the system, side by side, so that neither can be forgotten."""

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]


class Text(NamedTuple):
    """One text in Chinese and English."""

    zh: str
    en: str

    def to(self, lang: Lang) -> str:
        """The text in one language."""
        return self.en if lang == "en" else self.zh

    def filled(self, **numbers: object) -> "Text":
        """The text with its `{placeholders}` filled in, in both languages."""
        return Text(self.zh.format(**numbers), self.en.format(**numbers))
