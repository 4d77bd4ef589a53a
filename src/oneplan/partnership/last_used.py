"""What was made with much work, kept in memory until it is used no more: bounded, and safe for many threads."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Generic, TypeVar

_AT_ONCE = 32
"""How many things are made at once; more wait for one another."""
_Key = TypeVar("_Key", bound=Hashable)
_Kept = TypeVar("_Kept")


class LastUsed(Generic[_Key, _Kept]):
    """Things by their keys; where they grow too large together, those not used longest go first.

    ``most`` bounds the sum of their sizes, which is their number where no ``size`` is given. One thing
    that is too large by itself is kept alone.
    """

    def __init__(self, most: int, size: Callable[[_Kept], int] = lambda _: 1) -> None:
        self._most = most
        self._size = size
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()
        self._sizes = 0
        self._lock = Lock()
        self._making = tuple(RLock() for _ in range(_AT_ONCE))

    def get(self, key: _Key) -> _Kept | None:
        """What is kept under a key, None where nothing is."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def keep(self, key: _Key, made: _Kept) -> None:
        """Keeps a thing instead of what was under its key."""
        with self._lock:
            self._forget(key)
            self._kept[key] = made
            self._sizes += self._size(made)
            while self._sizes > self._most and len(self._kept) > 1:
                self._forget(next(iter(self._kept)))

    def alone(self, key: _Key) -> RLock:
        """The lock of who makes what is to be kept under a key: others who want the same wait for it.

        Whoever has it looks again first whether it was made meanwhile.
        """
        return self._making[hash(key) % _AT_ONCE]

    def made(self, key: _Key, make: Callable[[], _Kept | None]) -> _Kept | None:
        """What is kept under a key, else what is made now, by one of those who ask at once; None is not kept."""
        found = self.get(key)
        if found is not None:
            return found
        with self.alone(key):
            found = self.get(key)
            if found is None:
                found = make()
                if found is not None:
                    self.keep(key, found)
            return found

    def _forget(self, key: _Key) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self._sizes -= self._size(gone)
