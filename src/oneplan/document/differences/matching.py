"""Which part of the old version is which part of the new one, robust to renumbering."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

T = TypeVar("T")
Key = Callable[[T], Hashable | None]

_SPACE = re.compile(r"\W+")
_MOST_COMPARED = 800


@dataclass(frozen=True, slots=True)
class Matches(Generic[T]):
    """Pairs in the order of the new version, what only the old has and what only the new has."""

    pairs: tuple[tuple[T, T], ...]
    removed: tuple[T, ...]
    added: tuple[T, ...]


def plain(text: str | None) -> str:
    """A text for comparing: lower case, without punctuation and spacing."""
    return _SPACE.sub(" ", (text or "").casefold()).strip()


def match(
    old: Sequence[T],
    new: Sequence[T],
    keys: Iterable[Key[T]],
    text: Callable[[T], str],
    least: float = 70.0,
) -> Matches[T]:
    """Pair by each key in turn, the surest first; what is left by likeness of its text.

    A key that gives None pairs nothing. ``least`` is the likeness (0 to 100) below which two texts
    are two things; more than 800 left over on a side are not compared, to stay linear.
    """
    partner: dict[int, int] = {}
    free_old = list(range(len(old)))
    free_new = list(range(len(new)))
    for key in keys:
        _pair_by_key(old, new, key, free_old, free_new, partner)
        taken = set(partner.values())
        free_old = [index for index in free_old if index not in taken]
        free_new = [index for index in free_new if index not in partner]
    _pair_by_likeness(
        [plain(text(old[index])) for index in free_old],
        [plain(text(new[index])) for index in free_new],
        (free_old, free_new),
        partner,
        least,
    )
    taken = set(partner.values())
    return Matches(
        pairs=tuple((old[partner[index]], new[index]) for index in sorted(partner)),
        removed=tuple(part for index, part in enumerate(old) if index not in taken),
        added=tuple(part for index, part in enumerate(new) if index not in partner),
    )


def _pair_by_key(
    old: Sequence[T],
    new: Sequence[T],
    key: Key[T],
    free_old: list[int],
    free_new: list[int],
    partner: dict[int, int],
) -> None:
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for index in reversed(free_old):
        found = key(old[index])
        if found is not None:
            waiting[found].append(index)
    for index in free_new:
        found = key(new[index])
        if found is not None and waiting.get(found):
            partner[index] = waiting[found].pop()


def _pair_by_likeness(
    old_texts: list[str],
    new_texts: list[str],
    free: tuple[list[int], list[int]],
    partner: dict[int, int],
    least: float,
) -> None:
    if not old_texts or not new_texts or max(len(old_texts), len(new_texts)) > _MOST_COMPARED:
        return
    ranked = sorted(
        (-score, n, o)
        for n, words in enumerate(new_texts)
        for _, score, o in process.extract(
            words, old_texts, scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=5
        )
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, n, o in ranked:
        if n not in used_new and o not in used_old:
            used_new.add(n)
            used_old.add(o)
            partner[free[1][n]] = free[0][o]
