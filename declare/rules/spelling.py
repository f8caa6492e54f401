"""How numbers of papers, people and organisations are spelled for comparison."""

from declare.items.kinds.identity import normal


def plain(number: str) -> str:
    """A number in half width and capitals, without spaces and hyphens; most come that way."""
    return number.upper() if number.isascii() and number.isalnum() else normal(number)
