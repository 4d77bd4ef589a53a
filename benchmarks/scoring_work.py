"""One piece of scoring in a process of its own: ``python -m benchmarks.scoring_work WORK WORDS``."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.made_observations import COUNCIL, INPUT, SHORT, Size, made_asked
from benchmarks.work import peak_megabytes
from oneplan.evidence.observations.manifest import Origin
from oneplan.evidence.observations.store import Store
from oneplan.evidence.scoring.embedded import Embedded
from oneplan.evidence.scoring.observed import Releases, TidyFile
from oneplan.evidence.scoring.run import score

COUNTS = ("numerator", "denominator")
HUNDREDTH = 10_000
PARTS = {"short": SHORT, "all": (), "interval": ("interval",)}
Work = Callable[[], str]


def _silent(_done: int, _of: int) -> None:
    return


def _copy(file: str) -> Work:
    import duckdb

    output = Path(file).with_suffix(".copy")
    query = f"COPY (SELECT {INPUT} FROM '{file}') TO '{output}' (FORMAT parquet)"  # noqa: S608

    def work() -> str:
        with duckdb.connect() as connection:
            connection.execute(query)
        return ""

    return work


def _score(file: str, parts: str, indicators: str) -> Work:
    asked = made_asked(Size(int(indicators), 1, 1), PARTS[parts])
    output = Path(file).with_suffix(".results")
    output.unlink(missing_ok=True)

    def work() -> str:
        score(TidyFile(Path(file)), asked, Embedded, output, _silent)
        return ""

    return work


def _store(file: str, release: slice, folder: Path) -> Store:
    from oneplan.exchange.data_readers.data_files import read_observations

    table = pq.read_table(file)
    codes = sorted(set(table["indicator"].to_pylist()))[release]
    part = folder / "release.parquet"
    folder.mkdir(exist_ok=True)
    pq.write_table(table.filter(pc.is_in(table["indicator"], pa.array(codes))), part)
    reading = read_observations(part.read_bytes(), part.name, {}, "tidy")
    store = Store(folder / "store")
    origin = Origin(file="made", file_digest=str(release), dataset="made", format="tidy", reader="")
    store.add(reading.observations, reading.definitions, origin, datetime.now(UTC))
    return store


def _council(file: str, again: bool = False) -> Work:
    folder = Path(file).with_suffix(".council")
    shutil.rmtree(folder, ignore_errors=True)
    store, output = _store(file, slice(None), folder), folder / "results.parquet"
    asked = made_asked(COUNCIL)
    if again:
        score(Releases(store.files()), asked, Embedded, output, _silent)
        _store(file, slice(0, 5), folder)

    def work() -> str:
        found = score(Releases(store.files()), asked, Embedded, output, _silent)
        return f"{found.anew} of {found.indicators} indicators"

    return work


def _statsmodels(file: str) -> Work:
    from statsmodels.stats.proportion import proportion_confint

    def work() -> str:
        table = pq.read_table(file, columns=["indicator", "area", "period", *COUNTS]).drop_null()
        events, people = (table[name].to_numpy() for name in COUNTS)
        lower, upper = proportion_confint(events, people, method="wilson")
        for name, figures in (("lower", lower), ("upper", upper)):
            table = table.append_column(name, pa.array(figures))
        pq.write_table(table, Path(file).with_suffix(".statsmodels"))
        return "(Wilson for all)"

    return work


def _phstatsmethods(file: str) -> Work:
    from PHStatsMethods import ph_proportion

    frame = pq.read_table(file, columns=[*COUNTS]).drop_null().slice(0, HUNDREDTH).to_pandas()

    def work() -> str:
        ph_proportion(frame, *COUNTS)
        return f"({HUNDREDTH:,} rows, times a hundred)"

    return work


def _spark(file: str, indicators: str) -> Work:
    from oneplan.evidence.scoring.distributed import distributed

    asked = made_asked(Size(int(indicators), 1, 1))
    ours, theirs = Path(file).with_suffix(".embedded"), Path(file).with_suffix(".spark")
    for output in (ours, theirs):
        output.unlink(missing_ok=True)
    score(TidyFile(Path(file)), asked, Embedded, ours, _silent)

    def work() -> str:
        engine = distributed("local-cluster[2,1,2048]")
        score(TidyFile(Path(file)), asked, engine, theirs, _silent)
        return _differences(ours, theirs)

    return work


def _differences(ours: Path, theirs: Path) -> str:
    first, second = pq.read_table(ours), pq.read_table(theirs)
    farthest = 0.0
    for name in first.column_names:
        one, other = first[name], second[name]
        if str(one.type) != "double":
            assert one.equals(other), name
            continue
        assert pc.all(pc.equal(pc.is_null(one), pc.is_null(other))).as_py(), name
        scale = pc.max_element_wise(pc.abs(one), 1.0)
        apart = pc.max(pc.divide(pc.abs(pc.subtract(one, other)), scale)).as_py()
        farthest = max(farthest, apart or 0.0)
    return f"same labels, {farthest:.0e} apart"


WORKS: dict[str, Callable[..., Work]] = {
    "copy": _copy,
    "score": _score,
    "council": _council,
    "council-again": lambda file: _council(file, again=True),
    "statsmodels": _statsmodels,
    "phstatsmethods": _phstatsmethods,
    "spark": _spark,
}


def main(words: Sequence[str]) -> None:
    """Does the named work and prints seconds, the peak of memory, and what it says."""
    try:
        work = WORKS[words[0]](*words[1:])
    except ImportError as error:
        print(json.dumps({"absent": str(error)}))
        return
    started = time.perf_counter()
    said = work()
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "megabytes": peak_megabytes(), "said": said}))


if __name__ == "__main__":
    main(sys.argv[1:])
