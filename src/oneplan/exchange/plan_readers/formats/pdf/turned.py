"""Text that stands on its side: whole pages turned upright, labels up the side of a table read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from oneplan.exchange.plan_readers.formats.pdf.painted import Character, Painted
from oneplan.exchange.plan_readers.formats.pdf.words import Word, lines_of, words_of

_MOST = 0.6
_SHORTEST = 3
_SIDEWAYS = (1, -1)
_OTHER = {"h": "v", "v": "h"}


def upright(found: Painted, width: float, height: float) -> tuple[Painted, float, float]:
    """The page with its width and height, turned where most of its text stands on its side."""
    turns = Counter(each.turn for each in found.characters if not each.text.isspace())
    turn = max(_SIDEWAYS, key=lambda turn: turns[turn])
    if not turns[turn] or turns[turn] < _MOST * turns.total():
        return found, width, height
    characters = [_turned(each, turn, width, height) for each in found.characters]
    edges = [each | _turned_box(each, turn, width, height) for each in found.edges]
    return replace(found, characters=characters, edges=edges, lights=[]), height, width


def labels_on_their_side(found: Painted, width: float, height: float) -> list[Word]:
    """Lines of text that stand on their side on an upright page, each as one tall word."""
    labels = []
    for turn in _SIDEWAYS:
        own = [_turned(each, turn, width, height) for each in found.characters if each.turn == turn]
        for line in lines_of(words_of(own, height, width)):
            x0, x1, top, bottom = (
                (line.top, line.bottom, height - line.x1, height - line.x0)
                if turn == 1
                else (width - line.bottom, width - line.top, line.x0, line.x1)
            )
            if len(line.text) >= _SHORTEST:
                labels.append(Word(line.text, x0, x1, top, bottom, line.size, line.bold))
    return labels


def _turned_box(edge: dict[str, Any], turn: int, width: float, height: float) -> dict[str, Any]:
    x0, x1, top, bottom = edge["x0"], edge["x1"], edge["top"], edge["bottom"]
    box = (
        (height - bottom, height - top, x0, x1)
        if turn == 1
        else (top, bottom, width - x1, width - x0)
    )
    names = ("x0", "x1", "top", "bottom")
    return dict(zip(names, box, strict=True)) | {"orientation": _OTHER.get(edge["orientation"])}


def _turned(each: Character, turn: int, width: float, height: float) -> Character:
    """The character on the page turned by a quarter; what was upright now stands on its side."""
    if turn == 1:
        box = (height - each.bottom, height - each.top, each.x0, each.x1)
    else:
        box = (each.top, each.bottom, width - each.x1, width - each.x0)
    return Character(each.text, *box, each.font, each.turn - turn)
