"""Running headers, footers and page numbers: what stands in the margin of the pages before too.

The first of its kind is kept: it may be the plan's title, or a heading that is only repeated later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from oneplan.exchange.plan_readers.formats.pdf.words import TextLine, Word

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*[-–]?\s*#(?:\s*(?:of|/|\|)\s*#)?\s*[-–]?(?:\s*\|?\s*page)?", re.I
)
_MARGIN = 0.1
_LINES = 4
_APART = 0.6
_WIDE_GAP = 2.0
_MOST_PIECES = 3


def marginal_lines(lines: Sequence[TextLine], height: float) -> dict[str, list[Word]]:
    """The words of each line near the upper or lower edge, by its text with "#" for numbers."""
    found: dict[str, list[Word]] = {}
    for at in range(min(_LINES, len(lines))):
        below = lines[at + 1] if at + 1 < len(lines) else None
        if lines[at].bottom < _MARGIN * height and _stands_apart(lines[at], below):
            found[_key(lines[at])] = lines[at].words
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _LINES), -1):
        above = lines[at - 1] if at else None
        if lines[at].top > (1 - _MARGIN) * height and _stands_apart(lines[at], above):
            found[_key(lines[at])] = lines[at].words
    return found


def _key(line: TextLine) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _stands_apart(line: TextLine, neighbour: TextLine | None) -> bool:
    """Whether white parts the line from its neighbour, and it is no row of a wide table."""
    gaps = sum(
        after.x0 - before.x1 > _WIDE_GAP * after.size
        for before, after in zip(line.words, line.words[1:], strict=False)
    )
    if gaps >= _MOST_PIECES:
        return False
    if neighbour is None:
        return True
    white = max(neighbour.top - line.bottom, line.top - neighbour.bottom)
    return white > _APART * line.size


def running_words(
    marginal: dict[str, list[Word]], before: Iterable[dict[str, list[Word]]]
) -> set[int]:
    """The ids of the words that belong to running headers, footers and page numbers."""
    shared = {key for other in before for key in other}
    return {
        id(word)
        for key, words in marginal.items()
        if key in shared or _PAGE_NUMBER.fullmatch(key)
        for word in words
    }
