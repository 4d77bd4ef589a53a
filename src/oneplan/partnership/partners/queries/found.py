"""A long list that stays in the database but for the page of it that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar, overload

from django.db.models import QuerySet

from oneplan.partnership.prepared import Prepared

Item = TypeVar("Item")


class Rows(Protocol):
    """Rows in their order, of which those between two places are asked for."""

    def count(self) -> int:
        """How many there are."""

    def __getitem__(self, which: slice) -> Iterable[Any]:
        """Those between two places, both given."""


class PreparedRows:
    """Rows of a prepared query with the values that it is given; another one says in one row how many they are."""

    def __init__(self, rows: Prepared, number: Prepared, *given: Any) -> None:
        self._rows = rows
        self._number = number
        self._given = given

    def count(self) -> int:
        """How many rows there are, in one query."""
        return int(next(iter(self._number(*self._given)), (0,))[0])

    def __getitem__(self, which: slice) -> list[tuple[Any, ...]]:
        return self._rows.between(which.start, which.stop, *self._given)


class Found(Sequence[Item], Generic[Item]):
    """Rows in their order, counted in one query; those that are asked for come as ``made`` makes them."""

    def __init__(self, rows: QuerySet[Any] | Rows, made: Callable[[list[Any]], list[Item]]) -> None:
        self._rows = rows
        self._made = made

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, which: int) -> Item: ...
    @overload
    def __getitem__(self, which: slice) -> list[Item]: ...
    def __getitem__(self, which: int | slice) -> Item | list[Item]:
        """The rows between two places, both given and none before the first; or the row at a place."""
        if isinstance(which, slice):
            return self._made(list(self._rows[which]))
        return self._made(list(self._rows[which : which + 1]))[0]

    @cached_property
    def _number(self) -> int:
        return self._rows.count()
