"""Sentences that a page, a column or a line break cut in two."""

from __future__ import annotations

_JOINING = frozenset(
    "a an the and or of to for with in on at by from as that their our its his her is are be which who"
    " including under into between within through both all each every not no".split()
)
_LONGEST = 4000
_TERMINAL = (".", ";", ":", "!", "?", "…")


def text_continues(before: str, text: str, is_item: bool = False) -> bool:
    """Whether the text goes on in mid-sentence from the one before.

    A list item does so only after a word that cannot end one ("to", "and" …).
    """
    if not before or not text or before.endswith(_TERMINAL) or len(before) > _LONGEST:
        return False
    if before.count("(") > before.count(")") and 0 <= text.find(")") < 200:
        return not is_item
    if not text[:1].islower() or not before[:1].isupper():
        return False
    words = len(before.split())
    if is_item:
        return hangs(before) and words > 3
    return hangs(before) or words >= 8


def hangs(text: str) -> bool:
    """Whether the text ends in a word that no sentence ends with."""
    words = text.split()
    return bool(words) and (text.endswith(",") or words[-1].lower().strip(",") in _JOINING)
