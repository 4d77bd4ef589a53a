"""What a reader of data hands back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

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
