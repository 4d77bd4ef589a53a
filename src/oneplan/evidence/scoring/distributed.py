"""The distributed engine: Spark 4, with the very steps of the embedded one, translated by sqlglot.

Needs the extra ``oneplan[spark]`` and Java 17. The files, and the folder of the results, must be
within reach of every worker: the workers write the results, and this process puts them together.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from oneplan.evidence.scoring.asked import CannotScore
from oneplan.evidence.scoring.columns import WORDS
from oneplan.evidence.scoring.engine import EngineFailed, Row
from oneplan.evidence.scoring.step import Step

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOCAL = "local[*]"
_T = TypeVar("_T")
_ROWS_OF_A_GROUP = 122_880


def distributed(master: str | None) -> Callable[[Path], Distributed]:
    """What makes the engine, on the cluster at ``master``, or on this machine without one.

    Raises:
        CannotScore: pyspark or sqlglot is not installed.
    """
    try:
        import pyspark  # noqa: F401, PLC0415 - an extra, asked for only here
        import sqlglot  # noqa: F401, PLC0415
    except ImportError as error:
        raise CannotScore(
            f"Spark is not installed: {error.name} is missing.", "pip install 'oneplan[spark]'."
        ) from error
    return lambda _: Distributed(_session(master or LOCAL))


def _session(master: str) -> SparkSession:
    from pyspark.sql import SparkSession  # noqa: PLC0415

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("oneplan score")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "8",
        "spark.sql.session.timeZone": "UTC",
        "spark.log.level": "ERROR",
    }.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except Exception as error:
        raise CannotScore(
            f"Spark does not start at {master}: {_line(error)}.",
            "Check the address, and that Java 17 is installed.",
        ) from error


def in_spark(query: str) -> str:
    """A step's query in Spark's SQL; words, which the embedded engine keeps as numbers, are texts."""
    import sqlglot  # noqa: PLC0415
    from sqlglot import exp  # noqa: PLC0415

    def as_text(node: exp.Expression) -> exp.Expression:
        if isinstance(node, exp.Cast) and str(node.to.args.get("kind")).casefold() in WORDS:
            return exp.cast(node.this, exp.DataType.Type.TEXT)
        return node

    tree = sqlglot.parse_one(query, read="duckdb").transform(as_text)
    return tree.sql(dialect="databricks")


class Distributed:
    """Runs the steps on Spark."""

    name = "spark"
    rows_together = 1_000_000

    def __init__(self, session: SparkSession) -> None:
        self._session = session
        self._kept: dict[str, object] = {}

    def read(self, name: str, file: Path) -> None:
        """Makes a Parquet file known by a name."""
        read = self._session.read
        self._asked(lambda: read.parquet(str(file.resolve())).createOrReplaceTempView(name))

    def table(self, name: str, table: pa.Table) -> None:
        """Makes a small table known by a name, in the place of one that had it.

        As Arrow it stays with the plan, which then knows how small it is and sends it to all workers.
        """
        frame = self._asked(lambda: self._session.createDataFrame(table))
        self._asked(lambda: frame.createOrReplaceTempView(name))

    def side_by_side(self, tasks: int) -> Sequence[Distributed]:
        """This engine alone: it has all the workers work already."""
        del tasks  # one or many
        return [self]

    def step(self, step: Step) -> None:
        """Makes a step known by its name, worked out at most once where it is kept."""
        frame = self._asked(lambda: self._session.sql(in_spark(step.query)))
        if step.kept:
            before = self._kept.pop(step.name, None)
            if before is not None:
                before.unpersist()  # type: ignore[attr-defined]
            self._kept[step.name] = frame.persist()
        frame.createOrReplaceTempView(step.name)

    def rows(self, query: str) -> list[Row]:
        """The rows that a query gives; for few rows."""
        found = self._asked(lambda: self._session.sql(in_spark(query)).collect())
        return [tuple(row) for row in found]

    def divide(self, query: str, by: str, folder: Path) -> None:
        """Writes the rows of a query as Parquet, a folder ``by=value`` for each value of a column."""
        frame = self._asked(lambda: self._session.sql(in_spark(query)))
        self._asked(lambda: frame.write.partitionBy(by).parquet(str(folder.resolve())))

    def write(self, step: str, file: Path) -> None:
        """Writes a step's rows in their order as Parquet: the workers theirs, then put together."""
        folder = file.with_name(f"{file.name}.written")
        rmtree(folder, ignore_errors=True)
        try:
            written = self._session.table(step).write
            self._asked(lambda: written.parquet(str(folder.resolve())))
            _in_one(sorted(folder.glob("part-*.parquet")), file)
        finally:
            rmtree(folder, ignore_errors=True)

    def stop(self) -> None:
        """Breaks off what is being worked out, from another thread."""
        self._session.sparkContext.cancelAllJobs()

    def close(self) -> None:
        """Lets go of everything."""
        self._session.stop()

    def _asked(self, work: Callable[[], _T]) -> _T:
        from pyspark.errors import PySparkException  # noqa: PLC0415

        try:
            return work()
        except PySparkException as error:
            raise EngineFailed(_line(error)) from error


def _in_one(files: Sequence[Path], output: Path) -> None:
    """Parquet files one after the other in one, all columns nullable."""
    shape = pa.schema([field.with_nullable(True) for field in pq.read_schema(files[0])])
    with pq.ParquetWriter(output, shape) as writer:
        for file in files:
            for batch in pq.ParquetFile(file).iter_batches(_ROWS_OF_A_GROUP):
                writer.write_batch(batch.cast(shape))


def _line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__).rstrip(".")
