"""References: of an action itself, and to what it points at. Read elsewhere, offered here together."""

from __future__ import annotations

from oneplan.document.phrases.numbering import normalise_reference, take_reference
from oneplan.document.phrases.pointers import (
    brought_forward_from,
    find_cross_references,
    find_recommendations,
)

__all__ = [
    "brought_forward_from",
    "find_cross_references",
    "find_recommendations",
    "normalise_reference",
    "take_reference",
]
