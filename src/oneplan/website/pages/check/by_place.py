"""Which piece of the source a part of the plan was read from.

A part says where it stood; but in Word a paragraph has no number, and of a PDF only the page is known.
Where several pieces share a place, the part belongs to the one that has its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from oneplan.website.jobs.source_record import Piece, place_key
from oneplan.website.pages.check.read_parts import Thing, source_of, words_of

_WORD = re.compile(r"\w+")
_RUN = 4
"""So many words in a row tell one piece from another."""

_Runs = Mapping[tuple[str, ...], Sequence[int]]


def by_piece(pieces: Sequence[Piece], things: Iterable[Thing]) -> dict[int, list[Thing]]:
    """The parts that were read from each piece, by the number of the piece from 0."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        if piece.place:
            at[piece.place].append(number)
    placed = [(place_key(source_of(each)), each) for each in things]
    runs = _runs(pieces, at, placed)
    found: defaultdict[int, list[Thing]] = defaultdict(list)
    reached: dict[str, int] = {}
    for place, thing in placed:
        numbers = at.get(place, ())
        if len(numbers) == 1:
            found[numbers[0]].append(thing)
        elif numbers:
            held = _with_its_words(runs[place], _beginning(thing), reached.get(place, 0))
            if held is not None:
                reached[place] = held
                found[held].append(thing)
    return found


def _runs(
    pieces: Sequence[Piece], at: Mapping[str, Sequence[int]], placed: Iterable[tuple[str, Thing]]
) -> dict[str, _Runs]:
    """The pieces of a place in which the parts begin that were read there, by how those begin."""
    runs: dict[str, dict[tuple[str, ...], list[int]]] = {}
    for place, thing in placed:
        if len(at.get(place, ())) > 1:
            runs.setdefault(place, {})[_beginning(thing)] = []
    for place, wanted in runs.items():
        for number in at[place]:
            words = _words(_text(pieces[number]))
            starts = range(len(words))
            for run in {tuple(words[i : i + n]) for i in starts for n in range(1, _RUN + 1)}:
                if run in wanted:
                    wanted[run].append(number)
    return dict(runs)


def _beginning(thing: Thing) -> tuple[str, ...]:
    return tuple(_words(words_of(thing))[:_RUN])


def _with_its_words(runs: _Runs, beginning: tuple[str, ...], reached: int) -> int | None:
    """The next piece in which a part begins; one before it where there is none after."""
    having = runs.get(beginning, ())
    if not having:
        return None
    after = bisect_left(having, reached)
    return having[after] if after < len(having) else having[0]


def _text(piece: Piece) -> str:
    return piece.text or " ".join(" ".join(lines) for lines in piece.cells)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
