"""What is read of a partnership's partners, kept in memory under the mark of all that was done with them.

Everything that is done with bodies, posts, boards, strategies and settled names is told in the history of the
partnership, in the same transaction. So what was read under a mark is so wherever that mark is found again,
in any process and for anybody. Names of people change elsewhere: what shows them is not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from oneplan.partnership.audit.queries import mark_now
from oneplan.partnership.last_used import LastUsed
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.partners.queries.found import Found

_Asked = ParamSpec("_Asked")
_Read = TypeVar("_Read")
_Item = TypeVar("_Item")

MOST_VALUES = 300_000
"""Names, numbers and days of all that is kept; each takes about a hundred bytes."""


def read_once(
    visitor: Member,
    read: Callable[Concatenate[Partnership, _Asked], _Read],
    *asked: _Asked.args,
    **named: _Asked.kwargs,
) -> _Read:
    """What ``read`` finds in the visitor's partnership as it stood when the visitor was asked for.

    ``read`` shows nothing but partners, and gives what nobody changes. What it finds while others change
    the partnership is given, but not kept.
    """
    here = visitor.partnership
    if visitor.mark is None:
        return read(here, *asked, **named)
    key = (here.pk, visitor.mark, read, asked, tuple(named.items()))
    found: _Read | None = _KEPT.get(key)
    if found is None:
        found = read(here, *asked, **named)
        if found is not None and mark_now(here.key) == visitor.mark:
            _KEPT.keep(key, found)
    return found


def _values(found: Any) -> int:
    """Of how many values something consists, roughly."""
    if isinstance(found, tuple | list):
        return 1 + sum(map(_values, found))
    if is_dataclass(found):
        return 1 + sum(_values(getattr(found, each.name)) for each in fields(found))
    return 1


_KEPT: LastUsed[Hashable, Any] = LastUsed(MOST_VALUES, _values)


class _KeptRows(Generic[_Item]):
    """A list of which each page is kept by itself."""

    def __init__(
        self,
        visitor: Member,
        number: int,
        between: Callable[..., tuple[_Item, ...]],
        asked: tuple[Hashable, ...],
    ) -> None:
        self._visitor = visitor
        self._number = number
        self._between = between
        self._asked = asked

    def count(self) -> int:
        """How many there are."""
        return self._number

    def __getitem__(self, which: slice) -> tuple[_Item, ...]:
        return read_once(
            self._visitor, self._between, *self._asked, start=which.start, stop=which.stop
        )


def kept_list(
    visitor: Member,
    number: int,
    between: Callable[..., tuple[_Item, ...]],
    *asked: Hashable,
) -> Found[_Item]:
    """A list of so many things of the visitor's partnership, of which only the page that is looked at is read.

    ``between`` gives those from ``start`` to before ``stop``, of what is ``asked``.
    """
    return Found(_KeptRows(visitor, number, between, asked), list)
