"""Whether the letters of an acronym can stand for a name, and whether two names mean the same."""

from __future__ import annotations

import re
from functools import lru_cache

SMALL = frozenset(
    ["and", "of", "in", "for", "the", "or", "to", "with", "a", "an", "on", "at", "by", "it", "from"]
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SPOKEN = {"2": "to", "4": "for", "&": "and"}


def words_in(text: str) -> list[str]:
    """The words of a name in lower case; parts of a hyphenated word stand alone."""
    return [word.replace("’", "'") for word in _WORD.findall(text.replace("&", " and ").casefold())]


def singular(acronym: str) -> str:
    """The acronym without the s of its plural ("CDRPs" is "CDRP")."""
    if len(acronym) > 2 and acronym[-1] == "s" and acronym[-2].isupper():
        return acronym[:-1]
    return acronym


@lru_cache(maxsize=4096)
def stands_for(acronym: str, name: str) -> bool:
    """Whether the letters follow the words of the name: each word gives its first letters, small words may give none."""
    letters = singular(acronym).casefold()
    words = tuple(words_in(name))[:20]
    return len(letters) <= 12 and _fits(letters, words)


def _fits(letters: str, words: tuple[str, ...]) -> bool:
    """Walks the words with every number of letters that could be used up so far."""
    reached = {0}
    for word in words:
        following: set[int] = set()
        for used in reached:
            if word in SMALL:
                following.add(used)
            following |= _taken(letters, used, word)
        reached = following
        if not reached:
            return False
    return len(letters) in reached


def _taken(letters: str, used: int, word: str) -> set[int]:
    rest = letters[used:]
    if rest and _SPOKEN.get(rest[0]) == word:
        return {used + 1}
    taken = set()
    for length in range(1, min(4, len(word), len(rest)) + 1):
        if not rest.startswith(word[:length]):
            break
        taken.add(used + length)
    return taken


def _telling(name: str) -> frozenset[str]:
    words = (word.removesuffix("'s").replace("'", "") for word in words_in(name))
    return frozenset((word.rstrip("s") or word)[:5] for word in words if word not in SMALL)


@lru_cache(maxsize=4096)
def akin(one: str, other: str) -> bool:
    """Whether two names share at least half of the telling words of the shorter one."""
    first, second = _telling(one), _telling(other)
    return bool(first and second) and 2 * len(first & second) >= min(len(first), len(second))


@lru_cache(maxsize=4096)
def same_meaning(one: str, other: str) -> bool:
    """Whether two names share more than half of their telling words, whatever the order or plural."""
    first, second = _telling(one), _telling(other)
    if not first or not second:
        return first == second
    shared = len(first & second)
    return shared == min(len(first), len(second)) or 2 * shared > len(first | second)
