"""What is asked of scoring, and how it says that it cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from oneplan.evidence.definitions import Definition
from oneplan.evidence.scoring.columns import INTERVAL, PARTS
from oneplan.vocabulary.periods import Period, YearKind

PeriodReader = Callable[[str, YearKind | None], Period | None]
Progress = Callable[[int, int], None]
"""Told how many indicators are done, and of how many."""


class CannotScore(Exception):
    """The results cannot be made. ``str()`` says why in a sentence; ``cure`` what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """What areas are compared with: ``area, region`` of each, and neighbours as in ``NEIGHBOURS``.

    An area has its neighbours from one model only.
    """

    regions: pa.Table
    neighbours: pa.Table


@dataclass(frozen=True, slots=True)
class Asked:
    """Definitions by the code in the data, benchmarks, the reader of periods, and the parts wanted.

    ``by_group`` are definitions of one group of a code; only their polarity goes before the code's own.
    """

    definitions: Mapping[str, Definition]
    benchmarks: Benchmarks
    read_period: PeriodReader
    parts: tuple[str, ...] = tuple(PARTS)
    by_group: Mapping[tuple[str, str], Definition] = field(default_factory=dict)


def parts_named(names: Sequence[str]) -> tuple[str, ...]:
    """The parts of results by their names, in their order; all of them where none is named.

    Raises:
        CannotScore: there is no such part.
    """
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise CannotScore(
            f"There is no part {unknown[0]!r} of results.", f"The parts: {', '.join(PARTS)}."
        )
    return tuple(part for part in PARTS if not names or part in names or part == INTERVAL)
