"""Delivery status as a plan spells it, and the mark that shows it."""

from __future__ import annotations

import re
from typing import Literal

Status = Literal["red", "amber", "green", "complete", "none"]

STATUS_NAMES: dict[Status, str] = {
    "red": "red",
    "amber": "amber",
    "green": "green",
    "complete": "complete",
    "none": "no update",
}

_SPELLINGS: dict[Status, tuple[str, ...]] = {
    "complete": ("complete", "completed", "done", "achieved", "closed", "finished", "blue", "b"),
    "red": ("red", "r", "off track", "not on track", "missed", "not started", "delayed"),
    "amber": ("amber", "a", "yellow", "at risk", "partly", "partially", "some slippage"),
    "green": ("green", "g", "on track", "on target", "progressing well"),
}
_BY_SPELLING = {word: status for status, words in _SPELLINGS.items() for word in words}
_NOT_LETTER = re.compile(r"[^a-z]+")
_MOST_WORDS = 3


def status_of(text: str | None) -> Status:
    """The status that a printed word or its first words mean; "none" where they say none of them."""
    words = _NOT_LETTER.sub(" ", (text or "").casefold()).split()
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        found = _BY_SPELLING.get(" ".join(words[:length]))
        if found:
            return found
    return "none"
