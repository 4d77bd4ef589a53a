from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from builders.any_observations import DEFINITIONS, any_observations, asked, written
from builders.scored import differences, score_file
from oneplan.evidence.observations.manifest import Origin
from oneplan.evidence.observations.store import Store
from oneplan.evidence.scoring.asked import Asked
from oneplan.evidence.scoring.embedded import Embedded
from oneplan.evidence.scoring.observed import Releases, TidyFile
from oneplan.evidence.scoring.run import Scored, score

CODES = ("count-low", "mean-high", "proportion-high", "rate-low", "rate-none")


class InSmallParts(Embedded):
    rows_together = 700


class StoppedHere(Exception):
    pass


def silent(_done: int, _of: int) -> None:
    return


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(any_observations(21, CODES), tmp_path / "observations.parquet")


def in_parts(file: Path, output: Path, wanted: Asked | None = None) -> Scored:
    return score(TidyFile(file), wanted or asked(), InSmallParts, output, silent)


def test_parts_make_the_same_results_as_the_whole(file: Path, tmp_path: Path) -> None:
    score_file(file, tmp_path / "whole.parquet")
    in_parts(file, tmp_path / "parts.parquet")
    whole, parts = (pq.read_table(tmp_path / f"{name}.parquet") for name in ("whole", "parts"))
    assert whole.equals(parts)
    assert pq.read_metadata(tmp_path / "parts.parquet").num_row_groups == len(CODES)


def test_what_was_scored_already_is_not_scored_again(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "results.parquet"
    assert in_parts(file, output).anew == len(CODES)
    before = output.stat()
    assert in_parts(file, output).anew == 0
    assert output.stat().st_mtime_ns == before.st_mtime_ns


def test_another_definition_has_only_its_indicator_scored_again(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "results.parquet"
    score_file(file, output)
    changed = {**DEFINITIONS, "rate-low": replace(DEFINITIONS["rate-low"], polarity="high")}
    wanted = replace(asked(), definitions=changed)
    assert score_file(file, output, wanted).anew == 1
    score_file(file, tmp_path / "fresh.parquet", wanted)
    assert not differences(pq.read_table(output), pq.read_table(tmp_path / "fresh.parquet"))


def test_other_benchmarks_or_parts_have_everything_scored_again(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "results.parquet"
    in_parts(file, output)
    no_neighbours = asked().benchmarks.neighbours.slice(0, 0)
    benchmarks = replace(asked().benchmarks, neighbours=no_neighbours)
    assert in_parts(file, output, replace(asked(), benchmarks=benchmarks)).anew == len(CODES)
    assert in_parts(file, output, asked(("interval", "rank"))).anew == len(CODES)


@pytest.mark.parametrize("stop", [1, len(CODES)])
def test_a_run_that_was_stopped_goes_on_and_ends_in_the_same_bytes(
    file: Path, tmp_path: Path, stop: int
) -> None:
    output, whole = tmp_path / "results.parquet", tmp_path / "whole.parquet"
    in_parts(file, whole)

    def until(done: int, _of: int) -> None:
        if done == stop:
            raise StoppedHere

    with pytest.raises(StoppedHere):
        score(TidyFile(file), asked(), InSmallParts, output, until)
    assert in_parts(file, output).anew <= len(CODES) - stop
    assert output.read_bytes() == whole.read_bytes()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from builders.any_observations import asked
from oneplan.evidence.scoring.embedded import Embedded
from oneplan.evidence.scoring.observed import TidyFile
from oneplan.evidence.scoring.run import score
Embedded.rows_together = 700
def say(done, of):
    print(done, flush=True)
score(TidyFile(Path(sys.argv[1])), asked(), Embedded, Path(sys.argv[2]), say)
"""


def test_a_run_that_is_killed_leaves_nothing_half_done(file: Path, tmp_path: Path) -> None:
    output, whole = tmp_path / "results.parquet", tmp_path / "whole.parquet"
    in_parts(file, whole)
    tests = str(Path(__file__).parents[3])
    for wait in (0.0, 0.02, 0.05):
        words = [sys.executable, "-c", KILLED, str(file), str(output), tests]
        with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(wait)
            process.kill()
        assert not output.exists() or output.read_bytes() == whole.read_bytes()
    in_parts(file, output)
    assert output.read_bytes() == whole.read_bytes()


def test_a_damaged_file_of_results_is_made_anew(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "results.parquet"
    output.write_bytes(b"PAR1 and then nothing")
    assert score_file(file, output).anew == len(CODES)
    assert pq.read_table(output).num_rows == pq.read_table(file).num_rows


def test_a_scattered_file_gives_the_same_results(file: Path, tmp_path: Path) -> None:
    table = pq.read_table(file)
    mixed = table.take(pc.sort_indices(table["area"]))
    mixed = mixed.append_column("chunk", pa.array(["a column of the file's own"] * mixed.num_rows))
    in_parts(file, tmp_path / "sorted.parquet")
    in_parts(written(mixed, tmp_path / "mixed.parquet"), tmp_path / "scattered.parquet")
    found = [pq.read_table(tmp_path / f"{name}.parquet") for name in ("sorted", "scattered")]
    assert not differences(*found)


def _added(store: Store, table: pa.Table, day: int) -> None:
    origin = Origin(file="f", file_digest="d", dataset="d", format="tidy", reader="test")
    store.add(table, [], origin, datetime(2026, 1, day, tzinfo=UTC))


def _release(codes: Sequence[str], values: Sequence[float], revision: str = "") -> pa.Table:
    rows = [
        {
            "indicator": code,
            "area": f"E0600000{number}",
            "period": "2023/24",
            "period_start": datetime(2023, 9, 1, tzinfo=UTC).date(),
            "period_end": datetime(2024, 8, 31, tzinfo=UTC).date(),
            "period_kind": "academic",
            "period_years": 1,
            "revision": revision,
            "group": "",
            "value": value,
            "status": "ok",
            "row": number,
        }
        for code in codes
        for number, value in enumerate(values)
    ]
    return pa.Table.from_pylist(rows)


def test_a_new_release_has_only_its_indicators_scored_again(tmp_path: Path) -> None:
    store, output = Store(tmp_path / "store"), tmp_path / "results.parquet"
    _added(store, _release(("mean-high", "mean-low", "rate-low"), (1.0, 2.0, 3.0)), 1)
    assert score(Releases(store.files()), asked(), Embedded, output, silent).anew == 3
    _added(store, _release(("mean-low",), (5.0, 2.0, 3.0)), 2)
    assert score(Releases(store.files()), asked(), Embedded, output, silent).anew == 1
    fresh = tmp_path / "fresh.parquet"
    score(Releases(store.files()), asked(), Embedded, fresh, silent)
    table = pq.read_table(output)
    assert not differences(table, pq.read_table(fresh))
    ranks = {
        (row["indicator"], row["area"]): (row["value"], row["rank"]) for row in table.to_pylist()
    }
    assert ranks["mean-low", "E06000000"] == (5.0, 3)
    assert ranks["mean-high", "E06000000"] == (1.0, 3)


def test_within_a_release_what_is_final_has_the_last_word(tmp_path: Path) -> None:
    store, output = Store(tmp_path / "store"), tmp_path / "results.parquet"
    tables = [
        _release(("mean-high",), (1.0, 2.0), "provisional"),
        _release(("mean-high",), (3.0, 4.0), "final"),
    ]
    _added(store, pa.concat_tables(tables), 1)
    score(Releases(store.files()), asked(), Embedded, output, silent)
    assert pq.read_table(output)["value"].to_pylist() == [3.0, 4.0]
