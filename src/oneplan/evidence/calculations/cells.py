"""Cells of a table as figures and words, and results as cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import isfinite

from oneplan.vocabulary.estimates import Impossible

Row = Mapping[str, str]
Cells = dict[str, object]

MISSING = frozenset(("", "na", "n/a", "#n/a", "nan", "null", "none"))
"""How spreadsheets and programs write that there is nothing."""
_NUMBER = re.compile(
    r"[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE
)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)


def figure(row: Row, name: str) -> float | None:
    """The number in a column; None where the cell is empty or the column is not there.

    Raises:
        Impossible: the cell holds something else.
    """
    return number(row.get(name) or "", name)


def number(printed: str, name: str) -> float | None:
    """The number that is printed, "1,234" with its commas; None where nothing is.

    Raises:
        Impossible: it is something else; ``name`` is what the sentence calls it.
    """
    text = printed.strip().replace("−", "-")
    if text.casefold() in MISSING:
        return None
    value = float(text.replace(",", "")) if _NUMBER.fullmatch(text) else None
    if value is not None and isfinite(value):
        return value
    raise Impossible(f"{name} {printed.strip()!r} is no number{_cure(text)}")


def _cure(text: str) -> str:
    if text.endswith("%"):
        return ": leave the percent sign out"
    if _DECIMAL_COMMA.fullmatch(text):
        return f": write {text.replace(',', '.')}, with a point"
    return ""


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
    """The word in a column, one of those allowed; "High is good" is ``high_is_good``.

    Raises:
        Impossible: another word, or none where there is no default.
    """
    printed = (row.get(name) or "").strip().lower()
    text = re.sub(r"[\s_]+", "_", printed) if printed not in MISSING else default
    if text not in allowed:
        raise Impossible(f"{name} {printed!r} is none of {', '.join(allowed)}")
    return str(text)


def truth(row: Row, name: str, default: bool) -> bool:
    """Whether a column says true, yes or 1.

    Raises:
        Impossible: neither that nor false, no or 0.
    """
    text = (row.get(name) or "").strip().lower()
    if text in MISSING:
        return default
    if text in ("true", "yes", "1", "t", "y"):
        return True
    if text in ("false", "no", "0", "f", "n"):
        return False
    raise Impossible(f"{name} {text!r} is neither true nor false")


def said_of_all(rows: Sequence[Row], *names: str) -> dict[str, str]:
    """What the rows of a set say together in columns that are about all of them.

    Raises:
        Impossible: two rows say different things.
    """
    said = {}
    for name in names:
        different = {
            text.casefold(): text
            for row in rows
            if (text := (row.get(name) or "").strip()).casefold() not in MISSING
        }
        if len(different) > 1:
            raise Impossible(f"{name} is not the same in all rows: {', '.join(different.values())}")
        said[name] = next(iter(different.values()), "")
    return said


def printed(value: object) -> str:
    """A result as a cell: empty for None, numbers in full precision.

    Raises:
        Impossible: a number that is not finite.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not isfinite(value):
        raise Impossible(TOO_LARGE)
    return repr(value) if isinstance(value, float) else str(value)


TOO_LARGE = "the figures are too large, or too close to 0, to calculate with"
