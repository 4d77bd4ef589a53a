"""A long list that stays in the database but for the page of it that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar, overload

from django.db.models import QuerySet

Item = TypeVar("Item")


class Found(Sequence[Item], Generic[Item]):
    """Rows in their order, counted in one query; those that are asked for come as ``made`` makes them."""

    def __init__(self, rows: QuerySet[Any], made: Callable[[list[Any]], list[Item]]) -> None:
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
        return self._made([self._rows[which]])[0]

    @cached_property
    def _number(self) -> int:
        return self._rows.count()
