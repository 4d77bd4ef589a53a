"""The period or the area of a table, where no column says it: from its sheet, titles or file name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from oneplan.exchange.data_readers.area_columns import area_named
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.period_parts import MONTH
from oneplan.vocabulary.periods import Period

_YEAR = r"(?:19|20)\d\d"
_SPLIT = rf"{_YEAR}[-/_]\d\d(?:\d\d)?(?!\d)"
_PHRASES = re.compile(
    rf"(?<![\da-z])(?:"
    rf"(?:q|quarter |h)[1-4],? {_SPLIT}|{_SPLIT},? (?:q|quarter |h)[1-4]|(?:q|quarter )[1-4],? {_YEAR}"
    rf"|(?:financial|academic|calendar) year {_YEAR}(?:[-/]\d\d(?:\d\d)?)?"
    rf"|(?:year|12 months) (?:ending|to) (?:\d\d? )?{MONTH} {_YEAR}"
    rf"|{MONTH} {_YEAR} (?:-|to) {MONTH} {_YEAR}|{MONTH} (?:-|to) {MONTH} {_YEAR}"
    rf"|\d\d? {MONTH} {_YEAR}|{MONTH}[ -]{_YEAR}|mid[- _]?{_YEAR}"
    rf"|(?:autumn|spring|summer)(?: term)? {_SPLIT}|(?:autumn|spring|summer)(?: term)? {_YEAR}"
    rf"|{_SPLIT}|{_YEAR}(?!\d)"
    rf")"
)
_SAYS_SO = ("date", "period", "time period", "time", "year", "reporting period")
_OF_THE_FILE = re.compile(
    r"copyright|download|\bfrom nomis|publish|updated|created|extracted|retrieved|accessed|released"
)
_LONGEST = 500
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 6


def period_of_table(grid: Grid) -> tuple[Period, str] | None:
    """The one period that the sheet's name, the words around the table or the file's name give.

    With it the text that says it; None where none says any, or one says several.
    """
    for word, label in zip(grid.around, grid.around[1:], strict=False):
        period = read_period(label) if word.casefold().rstrip(": ") in _SAYS_SO else None
        if period:
            return period, f"{word}: {label}"
    around = (text for text in grid.around if not _OF_THE_FILE.search(text.casefold()))
    for text in (grid.sheet or "", *around, PurePath(grid.name).stem):
        found = {period.label: period for period in _periods_in(text)}
        if found:
            return (next(iter(found.values())), text) if len(found) == 1 else None
    return None


def _periods_in(text: str) -> Iterable[Period]:
    plain = text[:_LONGEST].casefold().replace("–", "-").replace("_", " ")
    plain = re.sub(rf"({_YEAR}) (\d\d)(?!\d)", r"\1-\2", plain)
    plain = re.sub(rf"mid[- ]?({_YEAR})", r"mid \1", plain)
    for phrase in _PHRASES.finditer(plain):
        period = read_period(phrase[0].replace("_", "-"))
        if period:
            yield period


def area_of_table(grid: Grid) -> tuple[str, str] | None:
    """The code of the one area that the titles, the sheet's name or the file's name give, and the text.

    None where none gives any, or one gives several.
    """
    for text in (*grid.around, grid.sheet or "", PurePath(grid.name).stem):
        found = _areas_in(text)
        if found:
            return (found.pop(), text) if len(found) == 1 else None
    return None


def _areas_in(text: str) -> set[str]:
    """The areas of the longest names in the text."""
    words = _WORD.findall(text[:_LONGEST].casefold())
    for size in range(_MOST_WORDS, 0, -1):
        runs = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
        found = {code for run in runs if (code := area_named(run))}
        if found:
            return found
    return set()
