"""Names between which the comma was lost: "… Plan … Steering Group", "Adult Services PCT"."""

from __future__ import annotations

import re

from oneplan.document.phrases.naming_words import (
    ACRONYM,
    BODIES,
    BODY_ACRONYMS,
    DOCUMENTS,
    GROUPS,
    HEADS,
    MODIFIERS,
    STANDING,
)

_WORD = re.compile(r"[^\s,;]+")


def parted(piece: str) -> list[str]:
    """The names of a piece between which the comma was lost; the piece itself where none was."""
    return _all_standing(piece) or _after_heads(piece)


def _all_standing(piece: str) -> list[str]:
    names: list[str] = []
    place = 0
    while place < len(piece):
        match = STANDING.match(piece, place)
        if match is None:
            return []
        names.append(match.group())
        place = match.end()
        while place < len(piece) and piece[place].isspace():
            place += 1
    if len(names) < 2:
        return []
    first = names[0]
    qualifies = ACRONYM.match(first) and first.upper() not in BODY_ACRONYMS
    all_acronyms = all(ACRONYM.match(name) for name in names)
    return [] if qualifies and not all_acronyms else names


def _after_heads(piece: str) -> list[str]:
    """Parted after "… Plan" or "… Group" where another plan or group follows."""
    words = [match.span() for match in _WORD.finditer(piece)]
    names: list[str] = []
    start = 0
    for place in range(1, len(words) - 1):
        if _is_seam(piece, words, place, start):
            names.append(piece[start : words[place][1]])
            start = words[place + 1][0]
    names.append(piece[start:])
    return names


def _is_seam(piece: str, words: list[tuple[int, int]], place: int, start: int) -> bool:
    word = piece[slice(*words[place])]
    if word.islower() and word in BODIES:
        return _is_lower_seam(piece, words, place)
    kind = next((kind for kind in (DOCUMENTS, GROUPS) if word.lower() in kind), None)
    if kind is None or word.endswith("ies"):
        return False
    following = piece[slice(*words[place + 1])]
    if (
        not following[:1].isupper()
        or following.lower().strip("&") in MODIFIERS | HEADS
        or not following[0].isalpha()
    ):
        return False
    before = piece[start : words[place][0]].split()
    if not before or before[-1].lower() == "national":
        return False
    last = piece[slice(*words[-1])].lower().strip(".")
    rest_is_acronym = place + 2 == len(words) and bool(ACRONYM.match(following))
    return (last in kind and len(words) - place > 2) or (kind is GROUPS and rest_is_acronym)


def _is_lower_seam(piece: str, words: list[tuple[int, int]], place: int) -> bool:
    """Whether "FE colleges Training providers": a name that ends small and one that begins large."""
    following = piece[slice(*words[place + 1])]
    last = piece[slice(*words[-1])].lower()
    return following[:1].isupper() and following.lower() not in HEADS and last in HEADS
