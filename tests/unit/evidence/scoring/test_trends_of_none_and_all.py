"""Counts of nobody and of everybody: `score` and `calculate trend` say the same of them."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pyarrow as pa

from builders.any_observations import asked
from builders.scored import results_of
from oneplan.evidence.calculations.table import calculated

PEOPLE = 400
COUNTS = (0, 1, 120, PEOPLE)
CODE = "proportion-high"
YEARS = tuple(f"{year}/{year % 100 + 1}" for year in range(2015, 2020))
SERIES = {
    f"number={place}": counts for place, counts in enumerate(product(COUNTS, repeat=len(YEARS)))
}


def test_a_trend_with_none_or_all_is_the_same_by_score_and_by_calculate(tmp_path: Path) -> None:
    rows = [
        {"series_id": name, "period": year, "count": str(count), "denominator": str(PEOPLE)}
        for name, counts in SERIES.items()
        for year, count in zip(YEARS, counts, strict=True)
    ]
    calculations = {row["series_id"]: row["direction"] for row in calculated("trend", rows)}
    columns = {
        "indicator": [CODE] * len(rows),
        "area": ["E06000001"] * len(rows),
        "period": [row["period"] for row in rows],
        "group": [row["series_id"] for row in rows],
        "status": ["ok"] * len(rows),
        "numerator": [float(row["count"]) for row in rows],
        "denominator": [float(PEOPLE)] * len(rows),
    }
    results = results_of(pa.table(columns), tmp_path, asked(("interval", "trend")))
    scored = {
        name: results[CODE, "E06000001", YEARS[-1], name]["trend"] or "cannot_be_calculated"
        for name in SERIES
    }
    assert scored == calculations
    said = {direction: [] for direction in {*calculations.values()}}
    for name, direction in calculations.items():
        said[direction].append(SERIES[name])
    untested = {counts for counts in SERIES.values() if PEOPLE in counts or set(counts) == {0}}
    assert set(said["cannot_be_calculated"]) == untested
    assert (0, 0, 1, 120, 120) in said["increasing"]
    assert (120, 120, 1, 0, 0) in said["decreasing"]
