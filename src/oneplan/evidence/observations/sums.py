"""England's rates that are the sum of its regions' rates: kept as not available."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.doubts import ENGLAND_AND_ITS_REGIONS, IS_A_SUM, as_table
from oneplan.evidence.observations.schema import at_the_door
from oneplan.vocabulary.areas import ENGLAND
from oneplan.vocabulary.figures import number_in_words

NOTE = "The publisher's figure is the sum of its regions' rates"


_COUNTS = (
    "SELECT indicator FROM england JOIN definitions USING (indicator) WHERE kind = 'proportion'"
    " GROUP BY indicator HAVING max(largest) > 100"
)
"""Counts that are labelled percentages: their sum is right, the label is not."""


def without_sums(observations: pa.Table, definitions: Sequence[Definition]) -> pa.Table:
    """The observations with such figures taken out; the note says so and the symbol is what stood.

    To compare with them would call every area better, or every area worse.
    """
    wrong = _sums(observations, definitions)
    if not wrong:
        return observations
    places = pc.indices_nonzero(pc.equal(observations["area"].cast(pa.string()), ENGLAND))
    columns = (
        observations[name].take(places).to_pylist() for name in ("indicator", "row", "value")
    )
    found = {
        place: value
        for place, indicator, row, value in zip(places.to_pylist(), *columns, strict=True)
        if (indicator, row) in wrong
    }
    mask = pc.is_in(pa.array(range(observations.num_rows), pa.int64()), pa.array(found, pa.int64()))
    return at_the_door(_marked(observations, mask, list(found.values())))


def _sums(observations: pa.Table, definitions: Sequence[Definition]) -> set[tuple[str, int]]:
    with duckdb.connect() as connection:
        connection.register("observations", observations)
        connection.register("definitions", as_table(definitions))
        connection.execute(ENGLAND_AND_ITS_REGIONS)
        found = connection.execute(
            "SELECT indicator, row FROM england JOIN definitions USING (indicator)"
            f" WHERE relative AND {IS_A_SUM} AND indicator NOT IN ({_COUNTS})"
        )
        return {(str(indicator), int(row)) for indicator, row in found.fetchall()}


def _marked(observations: pa.Table, mask: pa.Array, values: list[float | None]) -> pa.Table:
    printed = ["" if value is None else number_in_words(value) for value in values]
    texts = {
        "status": ["not_available"] * len(values),
        "symbol": printed,
        "note": [NOTE] * len(values),
    }
    marked = observations
    for name, replaced in texts.items():
        column = observations[name].cast(pa.string()).combine_chunks()
        column = pc.replace_with_mask(column, mask, pa.array(replaced, pa.string()))
        marked = marked.set_column(marked.schema.get_field_index(name), name, column)
    for name in ("value", "lower", "upper", "lower_998", "upper_998"):
        column = observations[name].combine_chunks()
        nothing = pa.nulls(len(values), pa.float64())
        column = pc.replace_with_mask(column, mask, nothing)
        marked = marked.set_column(marked.schema.get_field_index(name), name, column)
    return marked
