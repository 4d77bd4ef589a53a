"""How a number and its unit are said."""

from __future__ import annotations

_CURRENCIES = {"GBP": "£", "money": "£", "EUR": "€", "USD": "$"}


def number_in_words(value: float) -> str:
    """1234.5 as "1,234.5"; a minus sign is a minus, not a hyphen."""
    plain = f"{abs(value):,.10f}".rstrip("0").rstrip(".")
    return f"−{plain}" if value < 0 else plain


def figure_in_words(value: float, unit: str | None = None) -> str:
    """A value with its unit as one reads it: "80%", "86 per 10,000", "5 points", "40 schools", "£500"."""
    number = number_in_words(value)
    if unit in ("%", "percent"):
        return f"{number}%"
    if unit is None or unit in ("number", "count", "rank"):
        return number
    if unit in _CURRENCIES:
        return f"{_CURRENCIES[unit]}{number}"
    if unit.startswith("per ") and unit[4:].isdigit():
        return f"{number} per {int(unit[4:]):,}"
    return f"{number} {unit}"
