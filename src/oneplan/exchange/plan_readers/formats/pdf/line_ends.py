"""What the end of a line tells: whether its text wraps there, ends there, or is cut within a word.

Most word processors print the space at which a line wraps and none where a paragraph ends. Whether
the writer of this document did so is learnt from lines that surely wrap and from the last of cells.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from oneplan.exchange.plan_readers.formats.pdf.words import TextLine

_SPACE = 0.3
"""The width of a space as a share of the type size."""
_LETTER = 0.65
"""The width of a letter as a share of the type size: most are narrower."""
_FEWEST = 8
_MOST_ODD = 0.1
_BREAKS_OPEN = ("-", "/", "–", "—", "\u00ad")
_NO_VOWEL = re.compile(r"[b-df-hj-np-tv-xz]+")
_ENDING = re.compile(
    r"^(?:e|y|[aeiou]?[bcdglnrstv]e?s?|ies|ty|ly|ary|ory|[ia]cal|i?on|ions)$"
    r"|(?:tions?|sions?|ments?|ness|ships?|[ai]bility|[aei]nces?|ities|ised?|ising)$"
)
_MARKS = frozenset("•▪●-–o\uf0b7\uf0a7")
_CLOSING = re.compile(r"[.,;:)\]!?’”]+")
_NO_LETTER = re.compile(r"[/.,;:()\[\]!?’”]")
_LAST_PART = re.compile(r"[^/(\[‘“]*$")


@dataclass(slots=True)
class LineEnds:
    """What has been seen of line ends in a document so far."""

    wraps: int = 0
    spaced_wraps: int = 0
    lasts: int = 0
    spaced_lasts: int = 0

    def learn(self, lines: Sequence[TextLine], edge: float) -> None:
        """Count the lines of a cell whose text may reach as far as ``edge``."""
        for before, after in itertools.pairwise(lines):
            wraps = after.words[0].text[:1].islower() and not ends_open(before)
            if wraps and _has_room(before, edge):
                self.wraps += 1
                self.spaced_wraps += before.words[-1].spaced
        if lines:
            self.lasts += 1
            self.spaced_lasts += lines[-1].words[-1].spaced

    def is_wrapped(self, line: TextLine) -> bool:
        """Whether the space at the line's end shows that its text goes on."""
        bare = self.spaced_lasts <= _MOST_ODD * self.lasts
        return line.words[-1].spaced and self._telling and bare

    def is_last(self, line: TextLine, edge: float) -> bool:
        """Whether the missing space at the line's end shows that a paragraph ends there."""
        if edge == math.inf or not self._telling or line.words[-1].spaced or ends_open(line):
            return False
        return _has_room(line, edge)

    @property
    def _telling(self) -> bool:
        return self.wraps >= _FEWEST and self.spaced_wraps >= (1 - _MOST_ODD) * self.wraps


def _has_room(line: TextLine, edge: float) -> bool:
    """Whether a space would have fitted behind the line's last word."""
    return line.x1 + _SPACE * line.size + 1.0 < edge


def ends_open(line: TextLine) -> bool:
    """Whether the line ends with a character after which words may be divided."""
    return line.words[-1].text.endswith(_BREAKS_OPEN)


def is_one_word_long(line: TextLine) -> bool:
    """Whether one word has the line to itself, a list mark left aside."""
    return len(line.words) == 1 or (len(line.words) == 2 and line.words[0].text in _MARKS)


def is_cut_within_word(before: TextLine, after: TextLine, edge: float) -> bool:
    """Whether a word too long for its column may go on in the next line.

    A word is cut only where it has the line to itself and fills it to the last letter.
    """
    first, last = after.words[0], before.words[-1]
    if last.spaced or not (first.text[:1].islower() or _CLOSING.match(first.text)):
        return False
    return is_one_word_long(before) and last.x1 + _LETTER * before.size > edge


def is_one_word(head: str, tail: str, seen: set[str]) -> bool:
    """Whether two pieces make one word: known as a whole, or a piece is no word of its own."""
    if _CLOSING.match(tail):
        return True
    head = _last_part(head)
    tail = _first_part(tail)
    if head + tail in seen:
        return True
    if len(tail) == 1 and tail not in "ai":
        return True
    if _NO_VOWEL.fullmatch(tail) and tail not in seen:
        return True
    return _ENDING.search(tail) is not None and head not in seen and tail not in seen


def _last_part(word: str) -> str:
    match = _LAST_PART.search(word)
    return (match[0] if match else word).casefold()


def _first_part(word: str) -> str:
    return _NO_LETTER.split(word, maxsplit=1)[0].casefold()
