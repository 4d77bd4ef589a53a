"""Small tables that stand among the prose, a row a statement with " | " between its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import Passage, in_passages, passages
from oneplan.vocabulary.findings import Finding

_NUMBER = re.compile(r"£?\d{1,3}(?:,\d{3})+(?:\.\d+)?|£?\d+(?:\.\d+)?")
_TOTAL = re.compile(
    r"^(?:grand |overall )?total\b(?! (?:budget|funding) available)|^all\b|^sum\b", re.I
)


def wrong_columns(rule: str, facts: PlanFacts) -> Iterator[Finding]:
    """A finding for each column whose last row is called total and is not the sum of those above."""
    if any(in_passages(facts, _row)):
        for is_row, rows in groupby(passages(facts), key=_is_row):
            if is_row:
                yield from _in_table(rule, list(rows))


def _row(passage: Passage) -> Iterator[bool]:
    if _is_row(passage):
        yield True


def _is_row(passage: Passage) -> bool:
    return passage.part == "statement" and " | " in passage.text


def _in_table(rule: str, rows: list[Passage]) -> Iterator[Finding]:
    columns: list[list[float]] = []
    for row in rows:
        cells = [cell.strip() for cell in row.text.split(" | ")]
        numbers = [_number(cell) for cell in cells]
        if _TOTAL.match(cells[0]):
            for place, whole in enumerate(numbers):
                parts = columns[place] if place < len(columns) else []
                if (
                    whole is not None
                    and len(parts) > 1
                    and abs(sum(parts) - whole) > 0.05 * len(parts)
                ):
                    yield _finding(rule, row, sum(parts), cells[place])
            columns = []
            continue
        for place, number in enumerate(numbers):
            while len(columns) <= place:
                columns.append([])
            if number is not None:
                columns[place].append(number)


def _number(cell: str) -> float | None:
    match = _NUMBER.fullmatch(cell)
    return float(match.group().lstrip("£").replace(",", "")) if match else None


def _finding(rule: str, row: Passage, total: float, whole: str) -> Finding:
    return about(
        rule,
        "error",
        row,
        f"The rows above add up to {total:,.10g}, not {whole}.",
        quotes=(whole,),
        fix="Correct the total or the row that is wrong.",
    )
