"""The published sets of neighbours, each with its model's name and date.

Sources: Department for Education, statistical neighbours of April 2021 and of May 2025, for
children's services authorities; Office for National Statistics, Explore Local Statistics, similar
areas by the make-up of their population, for districts too. Open Government Licence v3.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.benchmarks.neighbours import NEIGHBOURS, first_model_of_each

LICENCE = "Open Government Licence v3.0"


@dataclass(frozen=True, slots=True)
class NeighbourModel:
    """A model: its name in tables, its date, what it is called and who publishes it."""

    name: str
    as_of: str
    title: str
    source: str


MODELS: tuple[NeighbourModel, ...] = (
    NeighbourModel(
        "dfe-2025", "2025-05", "statistical neighbours (May 2025)", "Department for Education"
    ),
    NeighbourModel(
        "dfe-2021", "2021-04", "statistical neighbours (April 2021)", "Department for Education"
    ),
    NeighbourModel(
        "ons-demographic",
        "2025",
        "areas with a similar population (2025)",
        "Office for National Statistics",
    ),
)
"""The models that are shipped, the one to use first at the front. The file of the Office for
National Statistics bears no date: 2025 is the year whose area codes it uses."""


def known_neighbours(model: str | None = None) -> pa.Table:
    """The neighbours in the columns ``model, as_of, area, neighbour, position``.

    Those of one model, or of all where none is named; without rows where there is no such model.
    """
    table = _all_models()
    return table if model is None else table.filter(pc.equal(table["model"], model))


@cache
def preferred_neighbours() -> pa.Table:
    """Each area's neighbours by the first of the models that has it, in the same columns."""
    return first_model_of_each(_all_models(), [model.name for model in MODELS])


@cache
def _all_models() -> pa.Table:
    text = files(__package__).joinpath("neighbours.tsv").read_text(encoding="utf-8")
    as_of = {model.name: model.as_of for model in MODELS}
    sets = [line.split("\t") for line in text.splitlines()[1:]]
    rows = [
        (model, as_of[model], area, neighbour, position)
        for model, area, neighbours in sets
        for position, neighbour in enumerate(neighbours.split(), start=1)
    ]
    columns = dict(zip(NEIGHBOURS.names, zip(*rows, strict=True), strict=True))
    return pa.table(columns, schema=NEIGHBOURS)
