"""What a reader of data hands back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pyarrow as pa

from oneplan.evidence.definitions import Definition
from oneplan.vocabulary.findings import Finding


@dataclass(frozen=True, slots=True)
class DataReading:
    """The observations in a file, and an account of all its value cells.

    ``cells`` is always the number of observations and of rejected cells together; ``rejected``
    counts these by their reason.
    """

    format: str
    dataset: str
    observations: pa.Table
    definitions: tuple[Definition, ...]
    cells: int
    rejected: Counter[str] = field(default_factory=Counter)
    findings: tuple[Finding, ...] = ()
    source: str | None = None
    licence: str | None = None


class NoObservations(Exception):
    """The file is sound and holds no observations; ``str()`` says what it holds instead."""


def joined_readings(
    readings: Sequence[DataReading], findings: tuple[Finding, ...] = ()
) -> DataReading:
    """The readings of a file's sheets as one, with what is found of the file as a whole."""
    first = readings[0]
    if len(readings) == 1:
        return replace(first, findings=(*first.findings, *findings))
    definitions = {
        item.code: item for reading in reversed(readings) for item in reading.definitions
    }
    rejected: Counter[str] = Counter()
    for reading in readings:
        rejected += reading.rejected
    return replace(
        first,
        observations=pa.concat_tables([reading.observations for reading in readings]),
        definitions=tuple(definitions.values()),
        cells=sum(reading.cells for reading in readings),
        rejected=rejected,
        findings=(*(item for reading in readings for item in reading.findings), *findings),
    )
