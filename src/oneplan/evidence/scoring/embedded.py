"""The embedded engine: DuckDB in this process."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TypeVar

import duckdb
import pyarrow as pa

from oneplan.evidence.scoring.columns import WORDS
from oneplan.evidence.scoring.engine import EngineFailed, Row
from oneplan.evidence.scoring.step import Step

MEMORY = "1200MB"
WRITTEN = "FORMAT parquet, WRITE_BLOOM_FILTER false"
"""How results are written: what stands outside the row groups would be lost when parts are joined."""
_T = TypeVar("_T")


class Embedded:
    """Runs the steps in this process, with what does not fit into memory in ``folder``."""

    name = "duckdb"
    rows_together = 500_000

    def __init__(self, folder: Path) -> None:
        self._connection = duckdb.connect(
            config={"memory_limit": MEMORY, "temp_directory": str(folder / ".spilled")}
        )
        self._numbers = count()
        for name, words in WORDS.items():
            listed = ", ".join(f"'{word}'" for word in words)
            self._run(f"CREATE TYPE {name} AS ENUM ({listed})")

    def read(self, name: str, file: Path) -> None:
        """Makes a Parquet file known by a name."""
        path = str(file).replace("'", "''")
        self._run(f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT * FROM read_parquet('{path}')")

    def table(self, name: str, table: pa.Table) -> None:
        """Makes a small table known by a name, in the place of one that had it.

        Its texts are kept as numbers, which is half the cost of writing results.
        """
        self._connection.register("handed_in", table)
        columns = [
            f'CAST("{field.name}" AS {self._texts(name, field.name)}) AS "{field.name}"'
            if pa.types.is_string(field.type)
            else f'"{field.name}"'
            for field in table.schema
        ]
        self._run(
            f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {', '.join(columns)} FROM handed_in"
        )
        self._connection.unregister("handed_in")

    def _texts(self, table: str, column: str) -> str:
        kind = f"{column}_of_{table}_{next(self._numbers)}"
        self._run(
            f'CREATE TYPE {kind} AS ENUM (SELECT DISTINCT CAST("{column}" AS VARCHAR)'
            f' FROM handed_in WHERE "{column}" IS NOT NULL ORDER BY 1)'
        )
        return kind

    def step(self, step: Step) -> None:
        """Makes a step known by its name, worked out now where it is kept."""
        kind = "TABLE" if step.kept else "VIEW"
        self._run(f"CREATE OR REPLACE TEMP {kind} {step.name} AS {step.query}")

    def rows(self, query: str) -> list[Row]:
        """The rows that a query gives; for few rows."""
        return self._asked(lambda: self._connection.execute(query).fetchall())

    def divide(self, query: str, by: str, folder: Path) -> None:
        """Writes the rows of a query as Parquet, a folder ``by=value`` for each value of a column."""
        path = str(folder).replace("'", "''")
        self._run(f"COPY ({query}) TO '{path}' (FORMAT parquet, PARTITION_BY ({by}))")

    def write(self, step: str, file: Path) -> None:
        """Writes a step's rows in their order as Parquet."""
        path = str(file).replace("'", "''")
        # Otherwise columns are written as never empty where this part's happen to be.
        self._run("SET disabled_optimizers = 'statistics_propagation'")
        self._run(f"COPY (SELECT * FROM {step}) TO '{path}' ({WRITTEN})")
        self._run("RESET disabled_optimizers")

    def close(self) -> None:
        """Lets go of everything."""
        self._connection.close()

    def _run(self, query: str) -> None:
        self._asked(lambda: self._connection.execute(query))

    def _asked(self, work: Callable[[], _T]) -> _T:
        try:
            return work()
        except duckdb.Error as error:
            raise EngineFailed(str(error).splitlines()[0]) from error
        except RuntimeError as stopped:
            if "interrupted" in str(stopped):  # how DuckDB tells of Ctrl-C
                raise KeyboardInterrupt from stopped
            raise
