"""Results that still hold put together with those scored anew, whatever engine made them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from oneplan.evidence.scoring.embedded import ALL_NULLABLE, ROWS_OF_A_GROUP


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows of a file of results, from the first to before the last, and who stands in them."""

    file: Path
    first: int
    last: int
    lowest: str
    highest: str


def merged(
    stretch: Stretch,
    kept: Collection[str],
    scored: Path | None,
    anew: Collection[str],
    output: Path,
) -> None:
    """Writes some indicators of a stretch with some of those scored anew, in their order.

    Both files are in the order of their indicators, and no indicator is taken from both.
    """
    with duckdb.connect(config=ALL_NULLABLE) as connection:
        for name, codes in (("kept", kept), ("anew", anew)):
            connection.register(name, pa.table({"code": pa.array(sorted(codes), pa.string())}))
        query = (
            f"{_read(stretch.file)} WHERE indicator IN (SELECT code FROM kept)"
            f" AND file_row_number >= {stretch.first} AND file_row_number < {stretch.last}"
            f" AND indicator BETWEEN {_text(stretch.lowest)} AND {_text(stretch.highest)}"
        )
        if scored is not None:
            query += f" UNION ALL {_read(scored)} WHERE indicator IN (SELECT code FROM anew)"
        connection.execute(
            f"COPY (SELECT * EXCLUDE (place, file_row_number) FROM ({query})"
            f" ORDER BY indicator, place) TO {_text(str(output))}"
            f" (FORMAT parquet, ROW_GROUP_SIZE {ROWS_OF_A_GROUP}, WRITE_BLOOM_FILTER false)"
        )


def _read(file: Path) -> str:
    return (
        "SELECT *, file_row_number AS place"
        f" FROM read_parquet({_text(str(file))}, file_row_number = true)"
    )


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
