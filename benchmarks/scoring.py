"""Scoring beside what copying the same columns takes, and beside other libraries' statistics."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made_observations import (
    COUNCIL,
    MILLION,
    SMALL_AREAS,
    TEN_MILLION,
    Size,
    write_observations,
)
from benchmarks.plans import ROOT
from benchmarks.printed import Row, print_as_they_come

ROUNDS = 2


@dataclass(frozen=True)
class Measured:
    """Seconds and megabytes of a work; what else it says; None where it cannot be done here."""

    seconds: float
    megabytes: float
    said: str = ""


def measured(work: str, *words: str | Path) -> Measured | None:
    """A work in a process of its own: the quickest of a few rounds."""
    found = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.scoring_work", work, *map(str, words)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        result = json.loads(done.stdout.splitlines()[-1])
        if "absent" in result:
            return None
        found.append(Measured(result["seconds"], result["megabytes"], result.get("said", "")))
    return min(found, key=lambda each: each.seconds)


def _row(what: str, ours: Measured, yardstick: str, theirs: float, at_most: str) -> Row:
    ratio = ours.seconds / theirs
    return (
        what,
        f"{ours.seconds:.2f} s",
        yardstick,
        f"{theirs:.2f} s",
        f"{ratio:.1f}",
        at_most,
        f"{ours.megabytes:.0f} MB",
    )


def _file(folder: Path, size: Size, scattered: bool = False) -> Path:
    name = f"{size.indicators}-{size.areas}-{size.periods}-{scattered}.parquet"
    file = folder / name
    return file if file.exists() else write_observations(file, size, scattered)


def _done(found: Measured | None) -> Measured:
    assert found is not None
    return found


def rows_of_ten_million(folder: Path) -> Iterator[Row]:
    """The whole size beside copying its columns, and, sorted, beside a tenth of it."""
    wholes = []
    for scattered in (False, True):
        file = _file(folder, TEN_MILLION, scattered)
        copy = _done(measured("copy", file)).seconds
        lies = "scattered" if scattered else "sorted"
        short = _done(measured("score", file, "short", TEN_MILLION.indicators))
        yield _row(f"10 million, {lies}: England, rank, band", short, "copy", copy, "8")
        whole = _done(measured("score", file, "all", TEN_MILLION.indicators))
        yield _row(f"10 million, {lies}: everything", whole, "copy", copy, "16")
        wholes.append(whole)
    tenth = _done(measured("score", _file(folder, MILLION), "all", MILLION.indicators))
    yield _row("10 million beside 1 million", wholes[0], "1 million", tenth.seconds, "11")
    small = _done(measured("score", _file(folder, SMALL_AREAS), "all", SMALL_AREAS.indicators))
    alike = wholes[0].seconds * SMALL_AREAS.rows / TEN_MILLION.rows
    yield _row("100 × 35,000 areas, a row", small, "10 million, a row", alike, "1")


def rows_of_a_council(folder: Path) -> Iterator[Row]:
    """A council's store scored from nothing, and after one release."""
    file = _file(folder, COUNCIL)
    found = _done(measured("council", file))
    copy = _done(measured("copy", file)).seconds
    yield _row("a council's store, 300 × 160 × 15", found, "copy", copy, "")
    again = _done(measured("council-again", file))
    yield _row(f"after one release: {again.said}", again, "from nothing", found.seconds, "")


def rows_of_statistics(folder: Path) -> Iterator[Row]:
    """The interval alone beside other libraries', a million rows each."""
    file = _file(folder, MILLION)
    ours = _done(measured("score", file, "interval", MILLION.indicators))
    for library, times in (("statsmodels", 1), ("phstatsmethods", 100)):
        theirs = measured(library, file)
        what = "intervals alone, 1 million"
        if theirs is None:
            yield (what, f"{ours.seconds:.2f} s", library, "is not installed", "", "", "")
        else:
            yield _row(what, ours, f"{library} {theirs.said}", theirs.seconds * times, "")


def rows_of_spark(folder: Path) -> Iterator[Row]:
    """A million rows on two workers: the same results?"""
    file = _file(folder, MILLION)
    found = measured("spark", file, MILLION.indicators)
    if found is None:
        yield ("Spark", "absent", "", "", "", "", "")
        return
    ours = _done(measured("score", file, "all", MILLION.indicators))
    said = f"embedded: {found.said}"
    yield _row("Spark, two workers, 1 million", found, said, ours.seconds, "")


GROUPS: tuple[Callable[[Path], Iterator[Row]], ...] = (
    rows_of_ten_million,
    rows_of_a_council,
    rows_of_statistics,
    rows_of_spark,
)


def main() -> None:
    """Writes the observations, measures in turn and prints each line as it comes."""
    title = "Scoring, Parquet to Parquet; the quickest of two, ratio to the yardstick"
    with tempfile.TemporaryDirectory() as folder:
        rows = (row for of_group in GROUPS for row in of_group(Path(folder)))
        print_as_they_come(title, "Scoring …", rows)


if __name__ == "__main__":
    main()
