"""The quoted words of a finding within the passage they come from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and whether the red pen underlines it."""

    text: str
    underlined: bool


def tidy(text: str) -> str:
    """The text on one line, without the characters that steer a terminal or turn its direction."""
    return _SPACE.sub(" ", _CONTROL.sub(" ", text)).strip()


def underlined(context: str | None, quotes: Sequence[str], around: int = 90) -> list[list[Piece]]:
    """The lines to show: the passage with the quotes underlined, else each quote on its own.

    ``around`` is how many characters of the passage stand before and after the quotes.
    """
    wanted = [tidy(quote) for quote in quotes if tidy(quote)]
    if context is None:
        return [[Piece(quote, underlined=True)] for quote in wanted]
    passage = tidy(context)
    spans = _spans(passage, wanted)
    if not spans:
        return [[Piece(quote, underlined=True)] for quote in wanted]
    start, end = max(0, spans[0][0] - around), min(len(passage), spans[-1][1] + around)
    pieces = [Piece("…", underlined=False)] if start else []
    for first, last in spans:
        pieces += [
            Piece(passage[start:first], underlined=False),
            Piece(passage[first:last], underlined=True),
        ]
        start = last
    pieces += [Piece(passage[start:end] + ("…" if end < len(passage) else ""), underlined=False)]
    return [[piece for piece in pieces if piece.text]]


def _spans(passage: str, quotes: Sequence[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    found = sorted(
        (at, at + len(quote)) for quote in dict.fromkeys(quotes) if (at := passage.find(quote)) >= 0
    )
    for start, end in found:
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans
