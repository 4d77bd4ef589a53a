"""What a connector brings: files for the readers, and the marks by which news are told from old."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from oneplan.exchange.connectors.transport import Marks


@dataclass(frozen=True, slots=True)
class Fetched:
    """A data file as it came, with the files that describe it. ``data`` is None where nothing is new."""

    name: str
    data: bytes | None
    marks: Marks
    companions: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something to fetch: how it is remembered, what it is called, and what fetches it.

    ``fetch`` takes the marks of the last time, or none, and raises FetchFailed.
    """

    key: str
    title: str
    fetch: Callable[[Marks | None], Fetched]
