"""Which pieces of pages have been looked at: what differs in names, tokens and addresses alone is the same piece."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PIECES = re.compile(r'(?=<body|<nav class="op-|<main|<footer)')
_OF_THE_MOMENT = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|\b(?:href|action|formaction|src)="(?!#)[^"]*"'
)
_SPACES = re.compile(r"\s+")


class SeenPieces:
    """The pieces – head, top, navigation, main part, foot – of the pages that were looked at."""

    def __init__(self, names: Iterable[str]) -> None:
        longest_first = sorted(names, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
        self._seen: set[str] = set()

    def all_seen(self, html: str) -> bool:
        """Whether each piece of the page was on another one; they are from now on."""
        pieces = set(_PIECES.split(self._normal(html)))
        new = not pieces <= self._seen
        self._seen |= pieces
        return not new

    def _normal(self, html: str) -> str:
        return _SPACES.sub(" ", self._names.sub("N", _OF_THE_MOMENT.sub("", html)))
