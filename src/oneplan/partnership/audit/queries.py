"""The history as it is read: searched a page at a time, and as a whole for an export."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import CharField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Concat

from oneplan.partnership.audit import word_index
from oneplan.partnership.audit.models import Event, EventSet, Stream
from oneplan.partnership.prepared import Prepared

_CHUNK = 2000
_MOST_WORDS = 10
_LONGEST_PLACE = 40


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for in the history of one partnership; what is empty or None is not asked.

    ``partnership`` is its key. ``since`` is the first moment and ``until`` the first no longer meant.
    ``words`` must all be there, in any order; ``who`` is part of a name.
    """

    partnership: str
    words: str = ""
    who: str = ""
    sort: str = ""
    stream: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it was recorded."""

    id: int
    stream: str
    number: int
    at: datetime
    actor_key: str
    actor_label: str
    operation: str
    batch: str
    sort: str
    subject: str
    label: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    note: str
    mark: str

    @property
    def place(self) -> str:
        """Where it stands among all events by time, for the address of the next page."""
        return f"{int(self.at.timestamp() * 1_000_000)}-{self.id}"


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some events, the latest first; ``older`` and ``newer`` are the places to go on from, or None."""

    events: list[Told]
    older: str | None
    newer: str | None


def history(sought: Sought, *, before: str = "", after: str = "", most: int = 50) -> HistoryPage:
    """The events that are sought: the latest, or those older than a place, or newer than one.

    Three queries at most, whatever the size of the history; a place that is none is not heeded.
    """
    below, above = _place(before), _place(after)
    if sought == Sought(sought.partnership) and not below and not above:
        rows = [Told(*row) for row in _latest(most + 1)(sought.partnership)]
        return _page(rows[:most], more_older=len(rows) > most, more_newer=False)
    found = _sought(sought)
    if above and not below:
        rows = [*_told(found.filter(_newer(*above)).order_by("at", "id")[: most + 1])]
        shown = rows[:most][::-1]
        return _page(shown, more_older=bool(shown), more_newer=len(rows) > most)
    if below:
        found = found.filter(_older(*below))
    rows = [*_told(found.order_by("-at", "-id")[: most + 1])]
    return _page(rows[:most], more_older=len(rows) > most, more_newer=below is not None)


@cache
def _latest(most: int) -> Prepared:
    """What is seen most often: the latest of all events of a partnership."""
    return Prepared(
        lambda partnership: (
            Event.objects.filter(partnership=partnership)
            .order_by("-at", "-id")
            .values_list(*_TOLD)[:most]
        )
    )


def events(sought: Sought) -> Iterator[Told]:
    """Every event that is sought, the earliest first, read from the database in pieces."""
    rows = _sought(sought).order_by("at", "id").values_list(*_TOLD)
    return (Told(*row) for row in rows.iterator(chunk_size=_CHUNK))


def sorts(partnership: str) -> list[str]:
    """The sorts of things that the history of a partnership tells of, in alphabetical order."""
    return sorted(_each("sort", partnership))


def _each(column: str, partnership: str) -> list[str]:
    """What stands in a column of a partnership's events, each once."""
    with connection.cursor() as cursor:
        cursor.execute(_EACH.format(column=column), [partnership, partnership])
        return [each for (each,) in cursor.fetchall()]


_EACH = """
    WITH RECURSIVE told (one) AS (
        SELECT MIN({column}) FROM audit_event WHERE partnership = %s
        UNION ALL
        SELECT (SELECT MIN({column}) FROM audit_event WHERE partnership = %s AND {column} > told.one)
        FROM told WHERE told.one IS NOT NULL
    )
    SELECT one FROM told WHERE one IS NOT NULL
"""
"""From each to the next one in the index. A SELECT DISTINCT reads the index of every event instead."""


def mark_of_stream(kind: str, number: str) -> Subquery:
    """A column of a query: the mark of all that happened in the stream of this kind ("partnership:").

    ``number`` is the field with the number of what the stream is of. It is None where nothing happened.
    """
    name = Concat(Value(kind), Cast(OuterRef(number), CharField()))
    return Subquery(Stream.objects.filter(name=name).values("mark"))


def mark_now(stream: str) -> str | None:
    """The mark of all that has happened in a stream, in one query; None where nothing has."""
    return next((mark for (mark,) in _MARK(stream)), None)


_MARK = Prepared(lambda stream: Stream.objects.filter(name=stream).values_list("mark"))
_TOLD = tuple(Told.__dataclass_fields__)


def _told(rows: EventSet) -> Iterator[Told]:
    return (Told(*row) for row in rows.values_list(*_TOLD))


def _page(shown: list[Told], *, more_older: bool, more_newer: bool) -> HistoryPage:
    return HistoryPage(
        events=shown,
        older=shown[-1].place if shown and more_older else None,
        newer=shown[0].place if shown and more_newer else None,
    )


def _sought(sought: Sought) -> EventSet:
    exact = {
        name: wanted for name in ("sort", "stream", "subject") if (wanted := getattr(sought, name))
    }
    found = Event.objects.filter(partnership=sought.partnership, **exact)
    words = sought.words.casefold().split()[:_MOST_WORDS]
    rare = word_index.rare(sought.partnership, words)
    if rare is not None:
        found = found.filter(pk__in=rare)
    for word in words:
        found = found.filter(words__contains=word)
    who = sought.who.strip().casefold()
    if who:
        labels = _each("actor_label", sought.partnership)
        found = found.filter(actor_label__in=[each for each in labels if who in each.casefold()])
    if sought.since:
        found = found.filter(at__gte=sought.since)
    if sought.until:
        found = found.filter(at__lt=sought.until)
    return found


# The first condition of each is a bound that a database finds in its index.
def _older(at: datetime, number: int) -> Q:
    return Q(at__lte=at) & (Q(at__lt=at) | Q(id__lt=number))


def _newer(at: datetime, number: int) -> Q:
    return Q(at__gte=at) & (Q(at__gt=at) | Q(id__gt=number))


def _place(text: str) -> tuple[datetime, int] | None:
    moment, _, number = text.partition("-")
    if len(text) > _LONGEST_PLACE or not (_is_number(moment) and _is_number(number)):
        return None
    try:
        at = datetime.fromtimestamp(int(moment) // 1_000_000, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return at.replace(microsecond=int(moment) % 1_000_000), min(int(number), 2**62)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()
