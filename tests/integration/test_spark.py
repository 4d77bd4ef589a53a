"""The distributed engine, on two workers of this machine, gives what the embedded one gives."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from builders.any_observations import any_observations, asked, written
from builders.scored import differences, score_file
from oneplan.evidence.scoring.asked import CannotScore
from oneplan.evidence.scoring.columns import PARTS, WORDS
from oneplan.evidence.scoring.computation import computation
from oneplan.evidence.scoring.observed import TidyFile
from oneplan.evidence.scoring.run import score

TWO_WORKERS = "local-cluster[2,1,1024]"
CODES = (
    "count-low",
    "mean-high",
    "proportion-high",
    "proportion-none",
    "rate-low",
    "rate-unsaid",
    "standardised_rate-high",
    "unsaid-low",
)

needs_sqlglot = pytest.mark.skipif(not find_spec("sqlglot"), reason="sqlglot is not installed")
needs_spark = pytest.mark.skipif(
    not find_spec("pyspark") or not shutil.which("java"), reason="pyspark or Java is not installed"
)


@needs_sqlglot
def test_every_step_is_in_spark_s_own_sql() -> None:
    from oneplan.evidence.scoring.distributed import in_spark  # noqa: PLC0415 - an extra

    for step in computation(tuple(PARTS), contested=True, borrows=True, in_order=False):
        said = in_spark(step.query)
        assert not [name for name in WORDS if f"AS {name})" in said]


@needs_sqlglot
@needs_spark
@pytest.mark.filterwarnings("ignore:PySpark does not yet fully:FutureWarning")  # of pandas 3
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # its gateway leaves sockets open
def test_two_workers_give_the_same_results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from oneplan.evidence.scoring.distributed import distributed  # noqa: PLC0415 - an extra

    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    file = written(any_observations(31, CODES), tmp_path / "observations.parquet")
    score_file(file, tmp_path / "embedded.parquet")
    output = tmp_path / "distributed.parquet"
    score(TidyFile(file), asked(), distributed(TWO_WORKERS), output, lambda _done, _of: None)
    tables = [pq.read_table(tmp_path / f"{name}.parquet") for name in ("embedded", "distributed")]
    assert tables[0].schema.equals(tables[1].schema)
    assert tables[0].num_rows == pq.read_metadata(file).num_rows
    assert differences(*tables) == []


@needs_spark
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # its gateway leaves sockets open
def test_a_cluster_that_is_not_there_is_one_sentence() -> None:
    from oneplan.evidence.scoring.distributed import distributed  # noqa: PLC0415 - an extra

    with pytest.raises(CannotScore, match="Spark does not start at nonsense"):
        distributed("nonsense")(Path())
