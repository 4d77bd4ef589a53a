"""Of several that say the same, which is which: the one that stands in the same part of the plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from oneplan.document.differences.matching import Matches

T = TypeVar("T")


def at_home(
    found: Matches[T],
    words: Callable[[T], str],
    home: Callable[[T], int],
    home_now: Callable[[T], int],
) -> Matches[T]:
    """The matches, with those of which several old ones say the same paired anew where they have moved.

    ``home`` says what an old one stands in, ``home_now`` which old one that is in which a new one stands. What
    has no words, and what stands where it stood, stays as it is.
    """
    before = [*(one for one, _ in found.pairs), *found.removed]
    times = Counter(words(each) for each in before)

    def alone(each: T) -> bool:
        return not words(each) or times[words(each)] < 2

    settled = [(one, two) for one, two in found.pairs if alone(one) or home(one) == home_now(two)]
    stays = {id(one) for one, _ in settled}
    moved = [(one, two) for one, two in found.pairs if id(one) not in stays]
    left = [each for each in found.removed if not alone(each)]
    come = [each for each in found.added if times[words(each)] > 1]
    swapped = list(_swapped(moved, (left, come), words, home, home_now))
    taken = {id(each) for pair in swapped for each in pair}
    rest = [pair for pair in moved if not taken & set(map(id, pair))]
    pairs = (*settled, *swapped, *rest)
    taken = {id(each) for pair in pairs for each in pair}
    after = [*(two for _, two in found.pairs), *found.added]
    return Matches(
        pairs,
        tuple(each for each in before if id(each) not in taken),
        tuple(each for each in after if id(each) not in taken),
    )


def _swapped(
    moved: Sequence[tuple[T, T]],
    lone: tuple[Sequence[T], Sequence[T]],
    words: Callable[[T], str],
    home: Callable[[T], int],
    home_now: Callable[[T], int],
) -> Iterator[tuple[T, T]]:
    """New ones with the old one that says the same and stands in the same part of the plan."""
    free = defaultdict[tuple[str, int], list[T]](list)
    for one in reversed([*(one for one, _ in moved), *lone[0]]):
        free[words(one), home(one)].append(one)
    for one, two in (*moved, *((each, each) for each in lone[1])):
        here = free.get((words(one), home_now(two)))
        if here:
            yield here.pop(), two
