"""A step of the computation: a query by name, in the SQL of the embedded engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A query that later steps know by its name; ``kept`` where several of them read it.

    ``order`` is the column by which a kept step is best laid down, where its rows come as they may.
    """

    name: str
    query: str
    kept: bool = True
    order: str | None = None
