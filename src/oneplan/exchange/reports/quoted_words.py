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


def underlined(
    context: str | None, quotes: Sequence[str], around: int = 90, most: int = 6
) -> list[list[Piece]]:
    """The lines to show: the passage with the quotes underlined, else each quote on its own.

    ``around`` is how many characters of the passage stand before and after the quotes, ``most`` how many
    quotes are shown on their own before it is said how many more there are.
    """
    wanted = [tidied for quote in quotes if (tidied := tidy(quote))]
    if context is None:
        return _one_by_one(wanted, most)
    passage = tidy(context)
    spans = _spans(passage, wanted)
    if not spans:
        return _one_by_one(wanted, most)
    start, end = _surroundings(passage, spans[0][0], spans[-1][1], around)
    pieces = [Piece("…", underlined=False)] if start else []
    for first, last in spans:
        pieces += [
            Piece(passage[start:first], underlined=False),
            Piece(passage[first:last], underlined=True),
        ]
        start = last
    pieces += [Piece(passage[start:end] + ("…" if end < len(passage) else ""), underlined=False)]
    return [[piece for piece in pieces if piece.text]]


def _surroundings(passage: str, start: int, end: int, around: int) -> tuple[int, int]:
    """The quotes with so many characters before and after, without the halves of words."""
    first, last = max(0, start - around), min(len(passage), end + around)
    if first > 0:
        first = passage.find(" ", first, start) + 1 or first
    if last < len(passage):
        space = passage.rfind(" ", end, last)
        last = space if space > 0 else last
    return first, last


def _one_by_one(quotes: Sequence[str], most: int) -> list[list[Piece]]:
    lines = [[Piece(quote, underlined=True)] for quote in quotes[:most]]
    if len(quotes) > most:
        lines.append([Piece(f"… and {len(quotes) - most} more", underlined=False)])
    return lines


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
