"""Cells of a table as figures and words, and results as cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from oneplan.vocabulary.estimates import Impossible

Row = Mapping[str, str]
Cells = dict[str, object]


def figure(row: Row, name: str) -> float | None:
    """The number in a column; None where the cell is empty or the column is not there.

    Raises:
        Impossible: the cell holds something else.
    """
    text = (row.get(name) or "").strip()
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise Impossible(f"{name} {text!r} is no number") from None
    if not isfinite(value):
        raise Impossible(f"{name} {text!r} is no number")
    return value


def needed(row: Row, name: str) -> float:
    """The number in a column that may not be empty.

    Raises:
        Impossible: the cell is empty or holds something else.
    """
    value = figure(row, name)
    if value is None:
        raise Impossible(f"{name} is missing")
    return value


def whole(row: Row, name: str, least: int) -> int | None:
    """The whole number in a column, None where it is empty.

    Raises:
        Impossible: a fraction, a number below the least, or no number.
    """
    value = figure(row, name)
    if value is None:
        return None
    if not value.is_integer() or value < least:
        raise Impossible(f"{name} {value:g} is no whole number from {least}")
    return int(value)


def multiplier_of(row: Row) -> float:
    """The multiplier of a row, 1 where it says none.

    Raises:
        Impossible: it is no number, or not above 0.
    """
    value = figure(row, "multiplier")
    if value is not None and value <= 0:
        raise Impossible(f"multiplier {value:g} is not above 0")
    return 1.0 if value is None else value


def word(row: Row, name: str, allowed: Sequence[str], default: str | None = None) -> str:
    """The word in a column, one of those allowed.

    Raises:
        Impossible: another word, or none where there is no default.
    """
    text = (row.get(name) or "").strip().lower() or default
    if text not in allowed:
        raise Impossible(f"{name} {text or ''!r} is none of {', '.join(allowed)}")
    return str(text)


def truth(row: Row, name: str, default: bool) -> bool:
    """Whether a column says true, yes or 1.

    Raises:
        Impossible: neither that nor false, no or 0.
    """
    text = (row.get(name) or "").strip().lower()
    if not text:
        return default
    if text in ("true", "yes", "1", "t"):
        return True
    if text in ("false", "no", "0", "f"):
        return False
    raise Impossible(f"{name} {text!r} is neither true nor false")


def printed(value: object) -> str:
    """A result as a cell: empty for None, numbers in full precision."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(value)
