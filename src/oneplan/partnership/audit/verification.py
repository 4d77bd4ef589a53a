"""Reading the events and holding each against its mark."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import F, OuterRef, Subquery

from oneplan.partnership.audit.models import Event, Stream
from oneplan.partnership.audit.rules import Break, Link, Place, Wrong, first_break

_CHUNK = 2000
_FACTS = (
    "sort", "subject", "label", "before", "after", "note", "words", "stream", "number",
    "operation", "actor_key", "actor_label", "partnership", "batch",
)  # fmt: skip


@dataclass(slots=True)
class Verified:
    """What came of it: how many events were read, how far each stream is whole, where others break."""

    events: int = 0
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


def verified(*, whole: bool, until: datetime) -> Verified:
    """Holds the events against their marks: all of them, or those since each stream was last verified.

    What is recorded meanwhile is left for the next time. The seal is of what happened before ``until``.
    """
    streams = Stream.objects.all()
    if not whole:
        streams = streams.filter(number__gt=F("verified_number"))
    ends = {stream.name: stream for stream in streams.order_by("name")}
    found = Verified()
    farthest: dict[str, int] = {}
    for name, events in groupby(_events(whole=whole), key=attrgetter("stream")):
        links = _links(events, found, farthest, until)
        _hold(found, ends.pop(name, Stream(name=name)), links, whole=whole)
        deque(links, maxlen=0)
    for stream in ends.values():
        _hold(found, stream, (), whole=whole)
    found.breaks += _added(farthest)
    return found


def _events(*, whole: bool) -> Iterator[Event]:
    events = Event.objects.order_by("stream", "number")
    if not whole:
        moved = Stream.objects.filter(number__gt=F("verified_number"))
        since = Stream.objects.filter(name=OuterRef("stream")).values("verified_number")
        events = events.filter(stream__in=moved.values("name"))
        events = events.annotate(since=Subquery(since)).filter(number__gte=F("since"))
    return events.iterator(chunk_size=_CHUNK)


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


def _hold(found: Verified, stream: Stream, links: Iterable[Link], *, whole: bool) -> None:
    verified_to = Place(stream.verified_number, stream.verified_mark)
    end = Place(stream.number, stream.mark)
    wrong = first_break(stream.name, links, verified=Place() if whole else verified_to, last=end)
    if wrong:
        found.breaks.append(wrong)
    elif end.number:
        found.sound[stream.name] = end


def _added(farthest: dict[str, int]) -> list[Break]:
    """Streams with events past the end that stands in the database now, asked after the events."""
    ends = dict(Stream.objects.values_list("name", "number"))
    return [
        Break(name, ends.get(name, 0) + 1, Wrong.ADDED)
        for name, number in farthest.items()
        if number > ends.get(name, 0)
    ]
