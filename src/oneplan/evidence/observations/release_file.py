"""A release as a sorted Parquet file, the same bytes for the same observations."""

from __future__ import annotations

from hashlib import blake2b
from io import BytesIO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from oneplan.evidence.observations.schema import at_the_door

ROWS_TOGETHER = 122_880
"""Rows of a row group: few enough that one indicator is found by its group's smallest and largest."""


def release_bytes(observations: pa.Table) -> tuple[str, bytes]:
    """The name that the content gives a release, and the bytes of its file.

    Raises:
        NotObservations: the table has not the shape of observations.
    """
    out = BytesIO()
    pq.write_table(
        in_order(at_the_door(observations)),
        out,
        row_group_size=ROWS_TOGETHER,
        compression="zstd",
        store_schema=True,
    )
    content = out.getvalue()
    return blake2b(content, digest_size=16).hexdigest(), content


def in_order(observations: pa.Table) -> pa.Table:
    """The observations as a store holds them: one indicator together, then group, period and area."""
    with duckdb.connect() as connection:
        connection.register("observations", observations)
        ordered = connection.sql(
            'SELECT * FROM observations ORDER BY indicator, "group", period_start, period, area, '
            "revision, row"
        ).to_arrow_table()
    return at_the_door(ordered)
