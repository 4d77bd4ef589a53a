"""The records of a CSV file, each with its line: quoted line ends kept, quotes left open survived."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator

from oneplan.exchange.plan_readers.limits import LIMITS

_MOST_WRONG = 1_000

SeeOpenQuote = Callable[[int, str], None]
"""Told of the line where a quotation mark is never closed, and of that line's words."""


def records(text: str, delimiter: str, see: SeeOpenQuote) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line where it begins, from 1.

    A cell whose quotation mark is never closed would swallow the rest of the file: its line is read as
    if the mark were not there, and the lines after it as usual.
    """
    csv.field_size_limit(LIMITS.file_size)
    # Other line ends inside a quoted cell must not confuse the count of lines.
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    lines = plain.split("\n")
    if not lines[-1]:
        lines.pop()
    at = wrong = 0
    while at < len(lines):
        begun = at
        for begun, end, record in _read(lines, at, delimiter):
            last = end == len(lines)
            if wrong < _MOST_WRONG and _swallows(lines[begun:end], delimiter, last=last):
                break
            yield begun + 1, record
        else:
            return
        wrong += 1
        see(begun + 1, lines[begun])
        yield begun + 1, [cell.removeprefix('"') for cell in lines[begun].split(delimiter)]
        at = begun + 1


def _read(lines: list[str], start: int, delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    """Records with the numbers of their first line and of the line after them, from 0."""
    rest = (f"{lines[at]}\n" for at in range(start, len(lines)))
    reader = csv.reader(rest, delimiter=delimiter)
    begun = start
    for record in reader:
        end = start + reader.line_num
        yield begun, end, record
        begun = end


def _swallows(lines: list[str], delimiter: str, *, last: bool) -> bool:
    """Whether a quotation mark runs on over lines to one that does not close it, or to the end."""
    if len(lines) == 1 and not (last and '"' in lines[0]):
        return False
    ended = (f"{line}\n" for line in lines)
    if len(lines) == 1:
        # An open cell would take a line more in.
        return sum(1 for _ in csv.reader((*ended, "more\n"), delimiter=delimiter)) == 1
    try:
        for _ in csv.reader(ended, delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        return True
    return False
