"""Boxes beside the text of a page: figures, quotations and call-outs that the text runs past."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.exchange.plan_readers.formats.pdf.rules import Box, Grid
from oneplan.exchange.plan_readers.formats.pdf.words import Word, lines_of

_WIDEST = 0.45
_FEWEST_LINES = 2
_MOST_BOXES = 60
_SAME_LINE = 1.0
_MOST_ALIGNED = 0.5


def sidebars(boxes: Sequence[Box], grids: Sequence[Grid], words: Sequence[Word]) -> list[Box]:
    """The boxes that hold lines of their own beside lines of text, from top to bottom.

    A shaded column of a table is none: its lines stand level with those beside it.
    """
    if not words or len(boxes) > _MOST_BOXES:
        return []
    width = max(word.x1 for word in words) - min(word.x0 for word in words)
    narrow = [box for box in boxes if box.x1 - box.x0 < _WIDEST * width]
    free = [
        word
        for word in words
        if not any(holds(box, word) for box in narrow)
        and not any(_is_in(word, grid) for grid in grids)
    ]
    found = [box for box in narrow if _stands_beside(box, words, free)]
    return sorted(found, key=lambda box: (box.top, box.x0))


def holds(box: Box, word: Word) -> bool:
    """Whether a word stands in a box."""
    return box.x0 <= word.x0 <= box.x1 and box.top <= word.middle <= box.bottom


def _is_in(word: Word, grid: Grid) -> bool:
    return grid.xs[0] <= word.x0 <= grid.xs[-1] and grid.ys[0] <= word.middle <= grid.ys[-1]


def _stands_beside(box: Box, words: Sequence[Word], free: Sequence[Word]) -> bool:
    own = lines_of([word for word in words if holds(box, word)])
    beside = lines_of([word for word in free if box.top <= word.middle <= box.bottom])
    if min(len(own), len(beside)) < _FEWEST_LINES:
        return False
    levels = sorted(line.bottom for line in beside)
    aligned = sum(any(abs(line.bottom - level) <= _SAME_LINE for level in levels) for line in own)
    return aligned < _MOST_ALIGNED * len(own)
