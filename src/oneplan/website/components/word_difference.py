"""Two texts side by side: which words the one has that the other has not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from oneplan.partnership.last_used import LastUsed

_WORDS = re.compile(r"\s*\S+")
_MOST_COMPARISONS = 1_000_000
_MOST_LETTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a text; ``differs`` where the other text has not the same in this place."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class BothTexts:
    """Two texts as runs of words; joined, each gives its text."""

    one: tuple[Run, ...]
    other: tuple[Run, ...]


def both_texts(one: str, other: str) -> BothTexts:
    """The texts with what differs marked. Very long ones are only compared from both ends inwards."""
    found = _LATELY.get((one, other))
    if found is None:
        found = _compared(one, other)
        _LATELY.keep((one, other), found)
    return found


def _letters(texts: BothTexts) -> int:
    return sum(len(run.text) for run in (*texts.one, *texts.other))


_LATELY: LastUsed[tuple[str, str], BothTexts] = LastUsed(_MOST_LETTERS, _letters)
"""A page of differences is looked at by many, and fifty comparisons are half of what it takes."""


def _compared(one: str, other: str) -> BothTexts:
    left, right = _WORDS.findall(one), _WORDS.findall(other)
    plain_left, plain_right = [each.split() for each in left], [each.split() for each in right]
    start = _alike(plain_left, plain_right)
    end = _alike(plain_left[start:][::-1], plain_right[start:][::-1])
    within_left = _middle(plain_left, start, end)
    within_right = _middle(plain_right, start, end)
    runs_left, runs_right = [Run("".join(left[:start]))], [Run("".join(right[:start]))]
    for same, a, b, c, d in _blocks(within_left, within_right):
        runs_left.append(Run("".join(left[start + a : start + b]), not same))
        runs_right.append(Run("".join(right[start + c : start + d]), not same))
    runs_left.append(Run("".join(left[len(left) - end :])))
    runs_right.append(Run("".join(right[len(right) - end :])))
    return BothTexts(_said(runs_left), _said(runs_right))


def _alike(one: list[list[str]], other: list[list[str]]) -> int:
    """How many words at the beginning are the same."""
    number = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        number += 1
    return number


def _middle(words: list[list[str]], start: int, end: int) -> list[str]:
    return [each[0] for each in words[start : len(words) - end]]


def _blocks(one: list[str], other: list[str]) -> list[tuple[bool, int, int, int, int]]:
    if len(one) * len(other) > _MOST_COMPARISONS:
        return [(False, 0, len(one), 0, len(other))]
    found = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [(tag == "equal", a, b, c, d) for tag, a, b, c, d in found]


def _said(runs: list[Run]) -> tuple[Run, ...]:
    return tuple(run for run in runs if run.text)
