"""Rules that find less than the measure asks for, or more, each with the reason why that is right."""

EXPLAINED: dict[str, str] = {}
