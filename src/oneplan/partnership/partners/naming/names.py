"""The names that plans print: where they stand, what they can mean, and when two are the same name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

LONGEST_NAME = 300
_SIGNS = re.compile(r"[^\w+&%-]+|_")
_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")


class Printed(StrEnum):
    """Where in a plan a name stands."""

    PARTNER = "partner"
    LEAD = "lead"
    GROUP = "group"
    STRATEGY = "strategy"


class Sort(StrEnum):
    """What a name can mean."""

    ORGANISATION = "organisation"
    POST = "post"
    BOARD = "board"
    STRATEGY = "strategy"


SORT_OF = {
    Printed.PARTNER: Sort.ORGANISATION,
    Printed.LEAD: Sort.POST,
    Printed.GROUP: Sort.BOARD,
    Printed.STRATEGY: Sort.STRATEGY,
}
"""What a name usually means where it stands."""

PRINTED_FOR = {sort: kind for kind, sort in SORT_OF.items()}


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """One organisation, post, board or strategy of a partnership."""

    sort: Sort
    id: int


def shown(text: str) -> str:
    """The name as it is kept: in one line, without signs that cannot be seen and doubled spaces."""
    words = " ".join(text.split())
    return "".join(sign for sign in words if sign.isprintable())[:LONGEST_NAME].strip()


def key_of(text: str) -> str:
    """The name but for capitals, quotes, dots, kinds of dash and of "and": same key, same name."""
    text = shown(text)
    plain = text.casefold().replace("’", "'").replace("‘", "'").replace("'", "")
    plain = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), plain)
    plain = _DASHES.sub("-", plain).replace("&", " and ")
    return " ".join(_SIGNS.sub(" ", plain).split())[:LONGEST_NAME] or text
