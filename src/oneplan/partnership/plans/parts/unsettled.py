"""What stands word for word under another part of a newer document: it has moved there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from typing import Generic, TypeVar

from oneplan.document.differences.matching import plain

T = TypeVar("T")


@dataclass
class Unsettled(Generic[T]):
    """What found no partner beside its own neighbours.

    ``lost`` are old ones whose owner stays, ``come`` new ones whose owner was there; ``fallen`` are those whose
    owner went with them, ``risen`` those whose owner came with them.
    """

    text: Callable[[T], str]
    lost: list[T] = field(default_factory=list)
    come: list[T] = field(default_factory=list)
    fallen: list[T] = field(default_factory=list)
    risen: list[T] = field(default_factory=list)

    def add(self, other: Unsettled[T], *, stays: bool) -> None:
        """Adds what another holds, of an owner that was there already or came with it."""
        self.lost += other.lost
        (self.come if stays else self.risen).extend(other.come)

    def moved(self) -> list[tuple[T, T]]:
        """Old and new ones that stand word for word under another owner, where no other is the same.

        What went with its owner has not moved to an owner that came.
        """
        old, new = self._once(self.lost, self.fallen), self._once(self.come, self.risen)
        fallen, risen = set(map(id, self.fallen)), set(map(id, self.risen))
        return [
            (one, new[words])
            for words, one in old.items()
            if words in new and not (id(one) in fallen and id(new[words]) in risen)
        ]

    def new(self) -> list[T]:
        """The new ones that have not moved here."""
        here = {id(found) for _, found in self.moved()}
        return [each for each in (*self.come, *self.risen) if id(each) not in here]

    def _once(self, *lists: list[T]) -> dict[str, T]:
        """Those whose words no other has, by their words."""
        times = Counter(plain(self.text(each)) for each in chain(*lists))
        by_words = ((plain(self.text(each)), each) for each in chain(*lists))
        return {words: each for words, each in by_words if words and times[words] == 1}
