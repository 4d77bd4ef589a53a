"""Text cut into tokens: numbers, words and marks, each with its place. Every grammar here reads these."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER = "number"
WORD = "word"
CODE = "code"
MARK = "mark"
DASHES = frozenset("-–—‐‑−")

_TOKEN = re.compile(
    r"(?P<code>[A-Za-z]+\d[A-Za-z\d]*)"
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*(?:(?<=s)['’](?=\s))?)"
    r"|(?P<mark>\S)"
)
_TOO_LONG_TO_BE_MEANT = 15


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written with spaces between them."""
    return frozenset(listed.split())


class Token(NamedTuple):
    """A piece of text. ``low`` is the text in lower case with straight apostrophes."""

    kind: str
    text: str
    low: str
    start: int
    end: int
    glued: bool

    @property
    def value(self) -> float | None:
        """The number that the token prints, None for words and for digit strings no one means."""
        if self.kind != NUMBER or len(self.text) > _TOO_LONG_TO_BE_MEANT:
            return None
        return float(self.text.replace(",", ""))


NOTHING = Token(MARK, "", "", 0, 0, glued=False)
"""What stands before the first and after the last token."""


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order; ``glued`` says that no space stands before a token."""
    tokens = []
    last_end = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or MARK
        printed = match.group()
        start, end = match.span()
        low = printed.lower().replace("’", "'").rstrip("'") if kind in (WORD, CODE) else printed
        tokens.append(Token(kind, printed, low, start, end, start == last_end and start > 0))
        last_end = end
    return tokens


class Tokens:
    """The tokens of a text, safe to look at beyond either end."""

    __slots__ = ("items", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.items = tokenise(text)

    def __len__(self) -> int:
        return len(self.items)

    def at(self, place: int) -> Token:
        """The token at a place, :data:`NOTHING` outside the text."""
        return self.items[place] if 0 <= place < len(self.items) else NOTHING

    def low(self, place: int) -> str:
        """The lower-case words at a place, empty outside the text."""
        return self.items[place].low if 0 <= place < len(self.items) else ""

    def says(self, place: int, words: tuple[str, ...]) -> bool:
        """Whether these words stand at the place, one token each."""
        items = self.items
        if place < 0 or place + len(words) > len(items):
            return False
        return all(items[place + offset].low == word for offset, word in enumerate(words))

    def between(self, first: int, after: int) -> str:
        """The printed text from one token up to (not including) another."""
        if first >= after or first >= len(self.items):
            return ""
        return self.text[self.items[first].start : self.items[min(after, len(self.items)) - 1].end]
