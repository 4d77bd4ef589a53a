"""What becomes of a table that sets out no part of the plan: a statement a row, nothing lost.

Counts of respondents, shares and ticks are evidence; each row says its figures with the names of
their columns. Two small tables printed side by side are told apart by their header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oneplan.document.schema import StatementKind
from oneplan.exchange.plan_readers.blocks import Cell, Row, Table
from oneplan.exchange.plan_readers.narrative.unit import clean
from oneplan.vocabulary.findings import Source

_FIGURE = re.compile(
    r"(?:c\.\s?|[<>~≈])?\d[\d,.]{0,14}\s?(?:%|per cent|in \d+|out of \d+|k|m)?(?:\s?\([^()]{1,40}\))?",
    re.IGNORECASE,
)
_TICK = re.compile(r"[✓✔☑✅√]|[xX×]|yes", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?")
_MONEY = re.compile(r"£|\b(?:budget|cost|spend|spending|grant|funding)\b", re.IGNORECASE)
_NOTE = re.compile(r"(?:note|nb|n\.b\.|source|\*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kept:
    """A row in words."""

    kind: StatementKind
    text: str
    source: Source


def kept_rows(table: Table) -> Iterator[Kept]:
    """The rows of a table that is not understood, each as one statement with the columns' names."""
    rows = [row for row in table.rows if not row.empty]
    if table.title and rows:
        yield Kept("context", clean(table.title), table.source)
    parts = _side_by_side(rows)
    if parts:
        for head, first, last in parts:
            for row in rows[1:]:
                yield from _row_of_part(head, _within(row, first, last), _place(row, table))
        return
    names = _column_names(rows)
    if names and len(names.get(1, "").split()) > 1:
        yield Kept("context", names[1], _place(rows[0], table))
    for row in rows[1:] if names else rows:
        yield _row(row, names, _place(row, table))


def _place(row: Row, table: Table) -> Source:
    return row.source if row.source != Source() else table.source


def _texts(cells: Sequence[Cell]) -> list[tuple[int, str]]:
    named = ((cell.column, clean(cell.text)) for cell in cells)
    return [(column, text) for column, text in named if text]


def _within(row: Row, first: int, last: int) -> list[Cell]:
    return [cell for cell in row.cells if first <= cell.column <= last]


def _side_by_side(rows: Sequence[Row]) -> list[tuple[str, int, int]]:
    """The names of tables printed beside one another with their columns; empty where there is one.

    The header names every second or third column only, and figures stand in the columns between.
    """
    if len(rows) < 2:
        return []
    heads = _texts(rows[0].cells)
    starts = [column for column, _ in heads]
    width = max(cell.column for row in rows for cell in row.cells)
    ends = [start - 1 for start in starts[1:]] + [width]
    if len(heads) < 2 or starts[0] != 1:
        return []
    if any(end <= start for start, end in zip(starts, ends, strict=True)):
        return []
    return [(text, start, end) for (start, text), end in zip(heads, ends, strict=True)]


def _row_of_part(head: str, cells: Sequence[Cell], source: Source) -> Iterator[Kept]:
    texts = [text for _, text in _texts(cells)]
    if len(texts) == 1:
        yield Kept("context", texts[0], source)
    elif texts:
        kind = _kind(texts[1:], head)
        yield Kept(kind, f"{head.rstrip(' :')}: {texts[0]} {', '.join(texts[1:])}", source)


def _column_names(rows: Sequence[Row]) -> dict[int, str]:
    """The names in a header row; empty where the first row is none."""
    if len(rows) < 2:
        return {}
    named = dict(_texts(rows[0].cells))
    columns = {cell.column for cell in rows[0].cells}
    full = len(set(named.values())) == len(columns) and len(named) == len(columns)
    if len(rows) > 2 and len(columns) > 2 and full:
        return named
    below = [text for row in rows[1:] for column, text in _texts(row.cells) if column > 1]
    above = [text for column, text in named.items() if column > 1]
    counted = sum(_tells(text) for text in below) > len(below) / 2
    if not above or not counted or set(named) | {1} != columns | {1}:
        return {}
    return named if not any(_tells(text) and not _YEARS.fullmatch(text) for text in above) else {}


def _row(row: Row, names: dict[int, str], source: Source) -> Kept:
    """A row in words: "Reading at home – Pupils: 45%; Parents: 60%", or who ticked it."""
    texts = _texts(row.cells)
    first = texts[0][1] if texts and texts[0][0] == 1 else ""
    others = [(column, text) for column, text in texts if column > 1]
    if not names or not first or not others or any(column not in names for column, _ in others):
        kind = _kind([text for _, text in others], first) if first else "context"
        return Kept(kind, " | ".join(text for _, text in texts), source)
    ticked = all(_TICK.fullmatch(text) for _, text in others)
    if ticked:
        return Kept("evidence", f"{first}: {', '.join(names[at] for at, _ in others)}", source)
    pairs = "; ".join(f"{names[column]}: {text}" for column, text in others)
    heads = " ".join(names.values())
    return Kept(_kind([text for _, text in others], heads), f"{first} – {pairs}", source)


def _kind(texts: Sequence[str], heads: str) -> StatementKind:
    """Evidence where all cells hold figures that are no sums of money."""
    figures = bool(texts) and all(_tells(text) for text in texts)
    return "evidence" if figures and not _MONEY.search(heads) else "context"


def _tells(text: str) -> bool:
    return bool(_FIGURE.fullmatch(text) or _TICK.fullmatch(text)) and not _NOTE.match(text)
