"""Rows of scored results as the facts that a judgement rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import get_args

from oneplan.evidence.benchmarks.rank import Band
from oneplan.evidence.observations.schema import STATUSES, Status
from oneplan.evidence.targets.facts import Benchmark, Comparison, Result
from oneplan.vocabulary.periods import Period

Row = Mapping[str, object]

COMPARATORS = {
    "England": "england",
    "region": "region",
    "statistical_neighbours": "neighbours",
}
"""What a plan names, and how the columns of its comparison begin."""

_COMPARISONS: dict[object, Comparison] = {word: word for word in get_args(Comparison)}
_BANDS: dict[object, Band] = {band: band for band in get_args(Band)}
_STATUSES: dict[object, Status] = {status: status for status in STATUSES}


def results_of(rows: Iterable[Row], read_period: Callable[[str], Period | None]) -> list[Result]:
    """The results of one indicator, area and group; a row whose period names no day is left out."""
    found = []
    for row in rows:
        period = read_period(str(row["period"]))
        if period is not None:
            found.append(_result(row, period))
    return found


def benchmark_of(row: Row, comparator: str) -> Benchmark | None:
    """What a row says of a comparator that a plan may name; None where it was not asked for."""
    begins = COMPARATORS.get(comparator)
    if begins is None or f"{begins}_value" not in row:
        return None
    comparison = _COMPARISONS.get(row.get(f"{begins}_comparison"), "not_tested")
    return Benchmark(number(row, f"{begins}_value"), comparison)


def status_of_row(row: Row) -> Status:
    """The status of a result; a value that is there is ok."""
    said = _STATUSES.get(row.get("status"), "not_available")
    if number(row, "value") is not None:
        return "ok"
    return "not_available" if said == "ok" else said


def number(row: Row, column: str) -> float | None:
    """A figure of a row, None where it is missing."""
    value = row.get(column)
    return float(value) if isinstance(value, int | float) else None


def whole(row: Row, column: str) -> int | None:
    """A whole number of a row, None where it is missing."""
    value = number(row, column)
    return None if value is None else int(value)


def band_of(row: Row) -> Band | None:
    """The quarter of a row."""
    return _BANDS.get(row.get("band"))


def _result(row: Row, period: Period) -> Result:
    benchmarks = {name: benchmark_of(row, name) for name in COMPARATORS}
    return Result(
        period.label,
        period.start,
        period.end,
        number(row, "value"),
        status_of_row(row),
        number(row, "lower"),
        number(row, "upper"),
        {name: each for name, each in benchmarks.items() if each is not None},
        whole(row, "rank"),
        whole(row, "out_of"),
        band_of(row),
    )
