"""When a post was held by nobody, and when by two at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

_DAY = timedelta(days=1)


class Time(Protocol):
    """Somebody's time in a post, both days counted; None is not known, or open."""

    @property
    def name(self) -> str:
        """What they are called."""

    @property
    def start(self) -> date | None:
        """Their first day."""

    @property
    def end(self) -> date | None:
        """Their last day."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days on which nobody is named; ``end`` is None where that goes on."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Overlap:
    """Days on which two are named; ``start`` is None from ever, ``end`` where that goes on."""

    names: tuple[str, str]
    start: date | None
    end: date | None


def gaps_and_overlaps(
    times: Iterable[Time], ended: date | None = None
) -> tuple[list[Gap], list[Overlap]]:
    """The days between the first and the last who held a post on which nobody did, or two did.

    Each is held against the one before who stays longest. ``ended`` is the last day of the post.
    """
    gaps: list[Gap] = []
    overlaps: list[Overlap] = []
    longest: Time | None = None
    for each in sorted(times, key=lambda time: (time.start or date.min, time.end or date.max)):
        if longest is None:
            longest = each
            continue
        begins, reach = each.start or date.min, longest.end or date.max
        if begins <= reach:
            until = min(reach, each.end or date.max)
            overlaps.append(
                Overlap((longest.name, each.name), each.start, None if until == date.max else until)
            )
        elif begins - reach > _DAY:
            gaps.append(Gap(reach + _DAY, begins - _DAY))
        if (each.end or date.max) >= reach:
            longest = each
    if longest and longest.end and longest.end < (ended or date.max):
        gaps.append(Gap(longest.end + _DAY, ended))
    return gaps, overlaps
