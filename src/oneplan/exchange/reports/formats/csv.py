"""Rows as CSV that a spreadsheet opens as text and numbers, never as formulas."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from oneplan.vocabulary.visible import visible

BYTE_ORDER_MARK = "\ufeff"
_FIRST_OF_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_OTHER_COLUMNS = ("\t", "\r", "\n")
"""Where some programs begin another cell, whatever the file says."""
_PLAIN_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?")


def neutral(text: str) -> str:
    """The text; one that a spreadsheet would take for a formula with an apostrophe before it.

    Some programs leave out spaces before a text, and signs that nobody sees.
    """
    begun = visible(text).lstrip()
    formula = begun.startswith(_FIRST_OF_A_FORMULA) and not _PLAIN_NUMBER.fullmatch(begun.rstrip())
    return f"'{text}" if formula or text.startswith(_OTHER_COLUMNS) else text


def csv_lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The rows as lines of CSV, one after the other, the first with the mark that Excel looks for.

    None is an empty cell; numbers stay numbers; texts are neutral.
    """
    first = BYTE_ORDER_MARK
    line = StringIO()
    writer = csv.writer(line)
    for row in rows:
        writer.writerow([neutral(cell) if isinstance(cell, str) else cell for cell in row])
        yield first + line.getvalue()
        first = ""
        line.seek(0)
        line.truncate()
