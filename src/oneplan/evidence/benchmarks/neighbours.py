"""Sets of neighbours: the areas most like an area, by a model that has a name and a date."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

import pyarrow as pa

NEIGHBOURS = pa.schema(
    [
        ("model", pa.string()),
        ("as_of", pa.string()),
        ("area", pa.string()),
        ("neighbour", pa.string()),
        ("position", pa.int16()),
    ]
)
"""One row a neighbour: ``as_of`` is the model's year or month, ``position`` 1 the most alike.
Being neighbours is not mutual, and an area never is its own."""


def neighbours_mean(values: Iterable[float | None]) -> float | None:
    """The plain mean of the neighbours that have a value, None where none has.

    Source: DfE, LAIT user guide: unweighted, neighbours without a figure are left out.
    """
    known = [value for value in values if value is not None]
    return fsum(known) / len(known) if known else None
