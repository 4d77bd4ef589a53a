"""Finding a line of a list again where it is worded a little differently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

_SIGNS = re.compile(r"[\W_]+")
_SMALL = frozenset(["the", "a", "an", "and", "or", "of", "to", "in", "for", "on", "with", "by"])
_ALIKE = 0.7
_MOST_CANDIDATES = 40


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """The text in lower case without signs."""
    return _SIGNS.sub(" ", text.casefold()).strip()


@lru_cache(maxsize=16384)
def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split()) - _SMALL


class Likeness:
    """A list of lines in which the same or a similar line can be looked up."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.exact: dict[str, str] = {}
        self.by_word: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for line in lines:
            if plain(line) not in self.exact:
                self.exact[plain(line)] = line
                words = _words(line)
                for word in words:
                    self.by_word[word].append((line, words))

    def nearest(self, text: str) -> str | None:
        """The line that is the same but for signs and case, else the most similar; None where none is."""
        same = self.exact.get(plain(text))
        if same is not None:
            return same
        words = _words(text)
        rare = sorted(
            (word for word in words if word in self.by_word),
            key=lambda word: len(self.by_word[word]),
        )
        best, most = None, _ALIKE
        for word in rare[:3]:
            for line, others in self.by_word[word][:_MOST_CANDIDATES]:
                share = len(words & others) / len(words | others)
                if share >= most:
                    best, most = line, share
        return best
