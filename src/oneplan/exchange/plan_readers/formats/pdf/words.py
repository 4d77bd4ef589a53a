"""A page's characters as words, and words as the lines that the eye sees."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from oneplan.exchange.plan_readers.formats.pdf.painted import Character
from oneplan.exchange.plan_readers.formats.tidying import tidy

_GAP_OF_WORDS = 0.17
"""A gap wider than this share of the type size divides words even without a space."""


_SMALL, _RAISED = 0.8, 0.12
_NOTE_MARK = re.compile(r"\d{1,2}(?:,\d{1,2})*")
_POWERS = frozenset({"m", "km", "cm", "co"})


@dataclass(slots=True)
class Word:
    """A word with its box; x grows to the right, y downwards, in points."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    spaced: bool = False
    """Whether a space is printed behind it."""

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class TextLine:
    """Words on one line, left to right."""

    words: list[Word]
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return tidy(" ".join(word.text for word in self.words))

    @property
    def size(self) -> float:
        """The size of most of its type."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def bold(self) -> bool:
        """Whether every word of it is bold."""
        return all(word.bold for word in self.words)


@lru_cache(maxsize=512)
def _is_bold(font: str) -> bool:
    name = font.rpartition("+")[2].casefold()
    return any(mark in name for mark in ("bold", "black", "heavy", "semibd", "demi"))


def words_of(characters: Iterable[Character], width: float, height: float) -> list[Word]:
    """The words of a page in the order of its characters; what lies off the page is left out."""
    words: list[Word] = []
    parts: list[str] = []
    word: Word | None = None
    last: tuple[str, float, float] = ("", -1.0, -1.0)
    for text, x0, x1, top, bottom, font, turn in characters:
        if not (-2 <= x0 <= width and -2 <= top <= height) or turn:
            continue
        if text.isspace():
            if word:
                word.spaced = True
            _end(word, parts, words)
            word = None
            continue
        size = bottom - top
        if last[0] == text and abs(last[1] - x0) < size * 0.15 and abs(last[2] - top) < 1.0:
            # The same letter printed twice, a hair apart, to look bold.
            if word:
                word.bold = True
            continue
        last = (text, x0, top)
        if word and text.isdigit() and size < _SMALL * word.size:
            _end(word, parts, words)
            word = None
        if word and not (
            -size * 0.3 < x0 - word.x1 < size * _GAP_OF_WORDS
            and abs(bottom - word.bottom) < size * 0.5
        ):
            _end(word, parts, words)
            word = None
        if word is None:
            word = Word("", x0, x1, top, bottom, size, _is_bold(font))
        parts.append(text)
        word.x1 = max(word.x1, x1)
        word.top, word.bottom = min(word.top, top), max(word.bottom, bottom)
    _end(word, parts, words)
    return words


def _end(word: Word | None, parts: list[str], words: list[Word]) -> None:
    if word is not None:
        word.text = "".join(parts)
        words.append(word)
    parts.clear()


def lines_of(words: Sequence[Word]) -> list[TextLine]:
    """The words gathered into lines from top to bottom."""
    lines: list[TextLine] = []
    for word in sorted(words, key=lambda each: (each.middle, each.x0)):
        line = lines[-1] if lines else None
        if line and _same_line(line, word):
            line.words.append(word)
            line.x0, line.x1 = min(line.x0, word.x0), max(line.x1, word.x1)
            line.top, line.bottom = min(line.top, word.top), max(line.bottom, word.bottom)
        else:
            lines.append(TextLine([word], word.x0, word.x1, word.top, word.bottom))
    for line in lines:
        line.words.sort(key=lambda each: each.x0)
        line.words = _without_note_marks(line.words)
    return lines


def _without_note_marks(words: list[Word]) -> list[Word]:
    """The words without raised small numbers behind them, which refer to footnotes."""
    return words[:1] + [
        word for before, word in itertools.pairwise(words) if not _is_note_mark(before, word)
    ]


def _is_note_mark(before: Word, word: Word) -> bool:
    return (
        _NOTE_MARK.fullmatch(word.text) is not None
        and word.size < _SMALL * before.size
        and word.bottom < before.bottom - _RAISED * before.size
        and word.x0 - before.x1 < 0.3 * before.size
        and before.text.casefold() not in _POWERS
    )


def _same_line(line: TextLine, word: Word) -> bool:
    overlap = min(line.bottom, word.bottom) - max(line.top, word.top)
    return overlap > 0.5 * min(line.bottom - line.top, word.bottom - word.top)


def line_of(words: list[Word]) -> TextLine:
    """Words that are known to stand on one line, as that line."""
    return TextLine(
        words,
        min(word.x0 for word in words),
        max(word.x1 for word in words),
        min(word.top for word in words),
        max(word.bottom for word in words),
    )
