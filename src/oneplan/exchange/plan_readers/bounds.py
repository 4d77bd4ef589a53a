"""Blocks within the limit on characters: what comes after it is left out, and said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oneplan.exchange.plan_readers.blocks import Block, Row, Table
from oneplan.exchange.plan_readers.limits import LIMITS, cut_off
from oneplan.vocabulary.findings import Finding


def within_bounds(
    blocks: Sequence[Block], most: int = LIMITS.characters
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The blocks up to the limit of characters, and the finding that says where they were cut."""
    left = most
    for at, block in enumerate(blocks):
        size = _size(block)
        if size > left:
            kept = (*blocks[:at], *_beginning(block, left))
            return kept, (cut_off(block.source, f"{most:,} characters"),)
        left -= size
    return tuple(blocks), ()


def _size(block: Block) -> int:
    return sum(map(_row_size, block.rows)) if isinstance(block, Table) else len(block.text)


def _row_size(row: Row) -> int:
    return sum(len(line.text) for cell in row.cells for line in cell.lines)


def _beginning(block: Block, left: int) -> tuple[Block, ...]:
    """As much of a block as there is room for."""
    if not isinstance(block, Table):
        return (replace(block, text=block.text[:left]),) if left else ()
    rows = 0
    for row in block.rows:
        left -= _row_size(row)
        if left < 0:
            break
        rows += 1
    return (replace(block, rows=block.rows[:rows]),) if rows else ()
