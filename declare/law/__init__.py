"""The law: every text cited with the days it was in force, and the dated numbers it sets."""

from declare.law.dated import Dated, Step
from declare.law.instruments import R17, Citation, Instrument
from declare.law.text import Lang, Text

__all__ = ["R17", "Citation", "Dated", "Instrument", "Lang", "Step", "Text"]
