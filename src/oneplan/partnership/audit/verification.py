"""Reading the events and holding each against its mark."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import F

from oneplan.partnership.audit.models import Event, Stream
from oneplan.partnership.audit.rules import Break, Link, Place, Wrong, first_break

CHUNK = 2000
"""Events that are read, and noted as verified, at once."""
Note = Callable[[dict[str, Place]], None]
"""Keeps how far streams were found whole."""
_FACTS = (
    "sort", "subject", "label", "before", "after", "note", "words", "stream", "number",
    "operation", "actor_key", "actor_label", "partnership", "batch",
)  # fmt: skip


@dataclass(slots=True)
class Verified:
    """What came of it: how many events were read, how far each stream is whole, where others break.

    ``left`` is how many events are left for the next time.
    """

    events: int = 0
    left: int = 0
    sound: dict[str, Place] = field(default_factory=dict)
    breaks: list[Break] = field(default_factory=list)
    ends: dict[str, Place] = field(default_factory=dict)

    @property
    def seal(self) -> str:
        """A hash (64 hexadecimal digits) over the ends of all streams that were read.

        Kept elsewhere it vouches for the history: as long as that stays as it was, verifying it up to
        the same moment gives the same seal.
        """
        ends = "\n".join(
            f"{name} {end.number} {end.mark}" for name, end in sorted(self.ends.items())
        )
        return sha256(ends.encode()).hexdigest()


def all_verified(*, until: datetime) -> Verified:
    """Holds all events against their marks, in one pass. The seal is of what happened before ``until``.

    What is recorded meanwhile is left for the next time.
    """
    ends = {stream.name: stream for stream in Stream.objects.order_by("name")}
    found = Verified()
    farthest: dict[str, int] = {}
    everything = Event.objects.order_by("stream", "number").iterator(chunk_size=CHUNK)
    for name, events in groupby(everything, key=attrgetter("stream")):
        links = _links(events, found, farthest, until)
        stream = ends.pop(name, Stream(name=name))
        _hold(found, name, links, Place(), _end(stream))
        deque(links, maxlen=0)
    for stream in ends.values():
        _hold(found, stream.name, (), Place(), _end(stream))
    found.breaks += _added(farthest)
    return found


def newly_verified(*, until: datetime, most: int, note: Note) -> Verified:
    """Holds the events that came since each stream was last verified against their marks, a piece at a time.

    ``note`` is told, every now and then, what was found whole since, so that little is read twice where
    this is broken off. At most about so many events are read; the rest is left for the next time.
    """
    found = Verified()
    farthest: dict[str, int] = {}
    sound: dict[str, Place] = {}
    noted = 0
    moved = Stream.objects.filter(number__gt=F("verified_number")).order_by("name")
    for stream in list(moved):
        place: Place | None = Place(stream.verified_number, stream.verified_mark)
        while place and place.number < stream.number and found.events < most:
            place = _piece(found, farthest, until, stream, place)
            if place:
                sound[stream.name] = place
            if found.events - noted >= CHUNK:
                note(sound)
                sound, noted = {}, found.events
        found.left += stream.number - place.number if place else 0
    note(sound)
    found.breaks += _added(farthest)
    return found


def _piece(
    found: Verified,
    farthest: dict[str, int],
    until: datetime,
    stream: Stream,
    since: Place,
) -> Place | None:
    """How far a stream is whole after some more of its events; None where it breaks."""
    rows = Event.objects.of_stream(stream.name).filter(number__gte=since.number)[:CHUNK]
    links = list(_links(rows, found, farthest, until))
    end = _end(stream)
    if links and since.number < links[-1].number < end.number:
        end = Place(links[-1].number, links[-1].mark)
    return end if _hold(found, stream.name, links, since, end) else None


def _links(
    events: Iterable[Event], found: Verified, farthest: dict[str, int], until: datetime
) -> Iterator[Link]:
    for event in events:
        found.events += 1
        farthest[event.stream] = event.number
        if event.at < until:
            found.ends[event.stream] = Place(event.number, event.mark)
        yield Link(event.number, _facts(event), event.mark)


def _facts(event: Event) -> dict[str, Any]:
    facts = {name: getattr(event, name) for name in _FACTS}
    return facts | {"at": event.at.astimezone(UTC).isoformat()}


def _hold(found: Verified, name: str, links: Iterable[Link], since: Place, end: Place) -> bool:
    """Notes whether a stream is whole from one place to another."""
    wrong = first_break(name, links, verified=since, last=end)
    if wrong:
        found.sound.pop(name, None)
        found.breaks.append(wrong)
    elif end.number:
        found.sound[name] = end
    return wrong is None


def _end(stream: Stream) -> Place:
    return Place(stream.number, stream.mark)


def _added(farthest: dict[str, int]) -> list[Break]:
    """Streams with events past the end that stands in the database now, asked after the events."""
    ends = dict(Stream.objects.values_list("name", "number"))
    return [
        Break(name, ends.get(name, 0) + 1, Wrong.ADDED)
        for name, number in farthest.items()
        if number > ends.get(name, 0)
    ]
