"""The cells of a value column: numbers, symbols that stand for none, and what is neither."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.observations.schema import Status
from oneplan.exchange.data_readers.columns import mapped

SYMBOLS: dict[str, Status] = {
    "": "not_available",
    "-": "not_available",
    "–": "not_available",
    "—": "not_available",
    ":": "not_available",
    "..": "not_available",
    "x": "not_available",
    "u": "not_available",
    "na": "not_available",
    "n/a": "not_available",
    "#n/a": "not_available",
    "#value!": "not_available",
    "#div/0!": "not_available",
    "#ref!": "not_available",
    "…": "not_available",
    "w": "not_available",
    "missing": "not_available",
    "no data": "not_available",
    "not known": "not_available",
    "not recorded": "not_available",
    "tbc": "not_available",
    "nan": "not_available",
    "null": "not_available",
    "none": "not_available",
    "not available": "not_available",
    ".": "not_applicable",
    "z": "not_applicable",
    "not applicable": "not_applicable",
    "c": "suppressed",
    "*": "suppressed",
    "s": "suppressed",
    "supp": "suppressed",
    "confidential": "suppressed",
    "redacted": "suppressed",
    "suppressed": "suppressed",
    "~": "low",
    "k": "low",
    "low": "low",
}
"""What stands instead of a number, and what it says; ``[c]`` is the same as ``c``. A figure too
unreliable to print (``u``) is not available: it was not withheld to protect anybody."""

_PLAIN = r"^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$"
_PRINTED = re.compile(
    r"'?(\()?(?:[-−+]?£?|£-)(?:\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+|(?=\.\d))(?:\.\d+)?"
    r"\s?(?:%|per ?cent|pc)?(?(1)\))",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"(.{1,40}?)\s?\[(?:r|p|e|b|f|u|er|note [\w, ]{1,20}|\d{1,2})\]", re.IGNORECASE
)
"""A number with the shorthand of government statistics behind it: revised, provisional, a note."""
_SMALL = re.compile(
    r"(?:[<≤]|fewer than|less than|under)\s?\d{1,2}|1\s?(?:-|–|to)\s?[2-9]", re.IGNORECASE
)
"""A small count that is said to be small and not how small."""
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Cells:
    """A column of cells: the values, what each cell's status and symbol is, and which are neither.

    ``unread`` is true where a cell is no number and no symbol; its status is then NULL.
    """

    value: pa.Array
    status: pa.Array
    symbol: pa.Array
    unread: pa.Array


def read_cells(column: pa.Array) -> Cells:
    """Every cell of a column of texts as a value or a status; a blank cell is not available."""
    text = pc.utf8_trim_whitespace(column)
    plain = pc.match_substring_regex(text, _PLAIN)
    numbers = pc.if_else(plain, text, pa.scalar(None, pa.string())).cast(pa.float64())
    others = pc.if_else(plain, pa.scalar(""), text)
    printed = mapped(others, _printed, pa.float64())
    value = _without_noise(text, pc.coalesce(numbers, printed))
    value = pc.if_else(pc.is_finite(value), value, pa.scalar(None, pa.float64()))
    known = pc.is_valid(value)
    symbol = pc.if_else(known, pa.scalar(""), text)
    status = pc.if_else(known, pa.scalar("ok"), mapped(symbol, status_of))
    return Cells(value, status, symbol, pc.is_null(status))


def read_figures(column: pa.Array) -> pa.Array:
    """The numbers of a column that accompanies values, NULL where there is none."""
    return read_cells(column).value


def looks_like_cells(column: pa.Array) -> bool:
    """Whether the column holds values: of its cells that are no symbol, most are numbers."""
    counts = pc.value_counts(pc.utf8_trim_whitespace(column)).to_pylist()
    numbers = others = 0
    for entry in counts:
        text = entry["values"]
        if status_of(text) is None or (_SMALL.fullmatch(text) and text[0] not in "<≤"):
            if re.match(_PLAIN, text) or _printed(text) is not None:
                numbers += entry["counts"]
            else:
                others += entry["counts"]
    return numbers >= others


def status_of(text: str) -> Status | None:
    """The status that a symbol stands for, None where it is no symbol."""
    plain = text.strip().casefold()
    if len(plain) > 2 and plain[0] == "[" and plain[-1] == "]":
        plain = plain[1:-1]
    return SYMBOLS.get(plain) or ("suppressed" if _SMALL.fullmatch(plain) else None)


def _printed(text: str) -> float | None:
    marked = _MARKED.fullmatch(text)
    text = marked[1] if marked else text
    if not _PRINTED.fullmatch(text):
        return None
    plain = re.sub(r"[,£%\s()'a-z]", "", text.casefold()).replace("−", "-")
    return -float(plain) if "(" in text else float(plain)


def _without_noise(text: pa.Array, value: pa.Array) -> pa.Array:
    long = pc.greater(pc.utf8_length(text), _MOST_DIGITS + 1)
    noisy = pc.indices_nonzero(pc.fill_null(long, False))
    if not len(noisy):
        return value
    clean = [
        None if number is None or not math.isfinite(number) else float(f"{number:.{_MOST_DIGITS}g}")
        for number in value.take(noisy).to_pylist()
    ]
    return pc.replace_with_mask(value, pc.fill_null(long, False), pa.array(clean, pa.float64()))
