"""Results that still hold put together with those scored anew, whatever engine made them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import duckdb
import pyarrow as pa

from oneplan.evidence.scoring.embedded import WRITTEN


def merged(earlier: Path, kept: Collection[str], scored: Path | None, output: Path) -> None:
    """Writes the results of some indicators of a file with those of another, in their order.

    Both files are in the order of their indicators, and no indicator is in both.
    """
    said = "SELECT *, file_row_number AS place FROM read_parquet({file}, file_row_number = true)"
    with duckdb.connect() as connection:
        connection.register("kept", pa.table({"code": pa.array(sorted(kept), pa.string())}))
        query = f"{said.format(file=_text(earlier))} WHERE indicator IN (SELECT code FROM kept)"
        if scored is not None:
            query += f" UNION ALL {said.format(file=_text(scored))}"
        connection.execute("SET disabled_optimizers = 'statistics_propagation'")
        connection.execute(
            "COPY (SELECT * EXCLUDE (place, file_row_number)"
            f" FROM ({query}) ORDER BY indicator, place) TO {_text(output)} ({WRITTEN})"
        )


def _text(file: Path) -> str:
    return "'" + str(file).replace("'", "''") + "'"
