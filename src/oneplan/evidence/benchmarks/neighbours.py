"""Sets of neighbours: the areas most like an area, by a model that has a name and a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def first_model_of_each(neighbours: pa.Table, models: Sequence[str] = ()) -> pa.Table:
    """Each area's neighbours by the first of the models that has it; by the newest without models."""
    columns = (neighbours[name].to_pylist() for name in ("area", "model", "as_of"))
    rows = list(zip(*columns, strict=True))
    dated = sorted({(as_of, model) for _, model, as_of in rows}, reverse=True)
    order = models or [model for _, model in dated]
    place = {model: number for number, model in reversed(list(enumerate(order)))}
    first: dict[str, str] = {}
    for area, model in sorted({row[:2] for row in rows}, key=lambda row: place[row[1]]):
        first.setdefault(area, model)
    return neighbours.filter(pa.array([first[area] == model for area, model, _ in rows]))


def neighbours_mean(values: Iterable[float | None]) -> float | None:
    """The plain mean of the neighbours that have a value, None where none has.

    Source: DfE, LAIT user guide: unweighted, neighbours without a figure are left out.
    """
    known = [value for value in values if value is not None]
    return fsum(known) / len(known) if known else None
