"""What scoring asks of an engine that runs its steps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from oneplan.evidence.scoring.step import Step

Row = tuple[object, ...]


class EngineFailed(Exception):
    """The engine gave up; ``str()`` is what it said, in one line."""


class Engine(Protocol):
    """Files, small tables and steps by name; a step may read all that came before it."""

    name: str
    rows_together: int
    """How many observations it is best given at once."""

    def read(self, name: str, file: Path) -> None:
        """Makes a Parquet file known by a name."""

    def table(self, name: str, table: pa.Table) -> None:
        """Makes a small table known by a name, in the place of one that had it."""

    def side_by_side(self, tasks: int) -> Sequence[Engine]:
        """Engines for so many tasks that work at the same time, each in a thread of its own.

        Each knows the files and tables that this one knows by now; what it is told is its own.
        """

    def step(self, step: Step) -> None:
        """Makes a step known by its name, worked out now where it is kept."""

    def rows(self, query: str) -> list[Row]:
        """The rows that a query gives; for few rows."""

    def divide(self, query: str, by: str, folder: Path) -> None:
        """Writes the rows of a query as Parquet, a folder ``by=value`` for each value of a column."""

    def write(self, step: str, file: Path) -> None:
        """Writes a step's rows in their order as Parquet."""

    def stop(self) -> None:
        """Breaks off what is being worked out, from another thread."""

    def close(self) -> None:
        """Lets go of everything."""
