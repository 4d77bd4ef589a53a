"""Running headers, footers and page numbers: what stands in the margin of the pages before too.

The first header of its kind is kept: it may be the plan's title, or a heading only repeated later.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field

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
_FACING = 2
"""Left and right pages may have headers of their own, so the two pages before count."""
_OFTEN = 2
"""A line that stands so often amid the text, such as "Outcome measures:", is no running header."""


@dataclass(slots=True)
class Margin:
    """The lines near the upper and the lower edge of a page, by their text with "#" for numbers."""

    upper: dict[str, list[Word]]
    lower: dict[str, list[Word]]
    text: list[int]
    """Hashes of all other lines."""

    def ids(self) -> set[int]:
        """The ids of all words near the edges."""
        return {
            id(word)
            for lines in (self.upper, self.lower)
            for words in lines.values()
            for word in words
        }


def margin_of(lines: Sequence[TextLine], height: float) -> Margin:
    """What stands near the edges of a page ``height`` points high."""
    margin = Margin({}, {}, [])
    for at in range(min(_LINES, len(lines))):
        below = lines[at + 1] if at + 1 < len(lines) else None
        if lines[at].bottom < _MARGIN * height and _stands_apart(lines[at], below):
            margin.upper[_key(lines[at])] = lines[at].words
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _LINES), -1):
        above = lines[at - 1] if at else None
        if lines[at].top > (1 - _MARGIN) * height and _stands_apart(lines[at], above):
            margin.lower[_key(lines[at])] = lines[at].words
    marginal = margin.ids()
    margin.text += [hash(_key(line)) for line in lines if id(line.words[0]) not in marginal]
    return margin


@dataclass(slots=True)
class Margins:
    """Remembers what stood in the margins of the pages before, and which lines recur in their text."""

    _before: deque[Margin] = field(default_factory=lambda: deque(maxlen=_FACING))
    _in_the_text: Counter[int] = field(default_factory=Counter)

    def running(self, margin: Margin, after: Margin | None) -> set[int]:
        """The ids of a page's words that run from page to page; ``after`` is the next page's margin.

        A footer is left out from the first page on.
        """
        shared = {key for other in self._before for key in (*other.upper, *other.lower)}
        own = {
            key
            for key in (*margin.upper, *margin.lower)
            if key in shared and self._in_the_text[hash(key)] < _OFTEN
        }
        own |= margin.lower.keys() & (after.lower.keys() if after else set())
        self._in_the_text.update(margin.text)
        self._before.append(margin)
        return {
            id(word)
            for lines in (margin.upper, margin.lower)
            for key, words in lines.items()
            if key in own or _PAGE_NUMBER.fullmatch(key)
            for word in words
        }


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
