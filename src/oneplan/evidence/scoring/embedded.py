"""The embedded engine: DuckDB in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TypeVar

import duckdb
import pyarrow as pa

from oneplan.evidence.scoring.columns import WORDS
from oneplan.evidence.scoring.engine import EngineFailed, Row
from oneplan.evidence.scoring.step import Step

MEMORY = "1200MB"
ROWS_OF_A_GROUP = 61_440
"""Rows of a row group of results: few, as those that hold a changed indicator are written anew."""
_WRITTEN = (
    f"FORMAT parquet, ROW_GROUP_SIZE {ROWS_OF_A_GROUP}, DICTIONARY_SIZE_LIMIT 256,"
    " WRITE_BLOOM_FILTER false"
)
"""How results are written: what stands outside the row groups would be lost when parts are joined.

Figures are all different, and looking for those that repeat is for nothing; words are numbers here.
"""
ALL_NULLABLE: dict[str, str | bool | int | float | list[str]] = {
    "disabled_optimizers": "statistics_propagation"
}
"""Otherwise columns are written as never empty where one part's happen to be."""
_AT_ONCE = 2
_T = TypeVar("_T")


class Embedded:
    """Runs the steps in this process, with what does not fit into memory in ``folder``."""

    name = "duckdb"
    rows_together = 500_000
    _own = ""

    def __init__(self, folder: Path) -> None:
        self._connection = duckdb.connect(
            config={
                "memory_limit": MEMORY,
                "temp_directory": str(folder / ".spilled"),
                **ALL_NULLABLE,
            }
        )
        self._numbers: Iterator[int] = count()
        self._beside: list[Embedded] = []
        for name, words in WORDS.items():
            listed = ", ".join(f"'{word}'" for word in words)
            self._run(f"CREATE TYPE {name} AS ENUM ({listed})")

    def read(self, name: str, file: Path) -> None:
        """Makes a Parquet file known by a name."""
        path = str(file).replace("'", "''")
        self._run(
            f"CREATE OR REPLACE {self._own}VIEW {name} AS SELECT * FROM read_parquet('{path}')"
        )

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
            f"CREATE OR REPLACE {self._own}TABLE {name} AS SELECT {', '.join(columns)} FROM handed_in"
        )
        self._connection.unregister("handed_in")

    def _texts(self, table: str, column: str) -> str:
        kind = f"{column}_of_{table}_{next(self._numbers)}"
        self._run(
            f'CREATE TYPE {kind} AS ENUM (SELECT DISTINCT CAST("{column}" AS VARCHAR)'
            f' FROM handed_in WHERE "{column}" IS NOT NULL ORDER BY 1)'
        )
        return kind

    def side_by_side(self, tasks: int) -> Sequence[Embedded]:
        """Two engines on the same data: a chunk on one core costs less than the same on two."""
        at_once = max(1, min(_AT_ONCE, tasks))
        cores = int(str(self.rows("SELECT current_setting('threads')")[0][0]))
        # The thread that asks works, too; the others are shared by all.
        self._run(f"SET threads = {max(1, cores - at_once + 1)}")
        self._beside = [_Beside(self._connection, self._numbers) for _ in range(at_once)]
        return self._beside

    def step(self, step: Step) -> None:
        """Makes a step known by its name, worked out now where it is kept."""
        kind = "TABLE" if step.kept else "VIEW"
        order = f" ORDER BY {step.order}" if step.kept and step.order else ""
        self._run(f"CREATE OR REPLACE TEMP {kind} {step.name} AS {step.query}{order}")

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
        self._run(f"COPY (SELECT * FROM {step}) TO '{path}' ({_WRITTEN})")

    def stop(self) -> None:
        """Breaks off what is being worked out, from another thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Lets go of everything."""
        for engine in self._beside:
            engine.close()
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


class _Beside(Embedded):
    """One of several on the same data; its steps and tables are seen by itself alone."""

    _own = "TEMP "

    def __init__(self, connection: duckdb.DuckDBPyConnection, numbers: Iterator[int]) -> None:
        self._connection = connection.cursor()
        self._numbers = numbers
        self._beside = []
