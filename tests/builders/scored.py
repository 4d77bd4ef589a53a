"""Results of scoring by the embedded engine, as rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from builders.any_observations import asked, written
from oneplan.evidence.scoring.asked import Asked
from oneplan.evidence.scoring.embedded import Embedded
from oneplan.evidence.scoring.observed import TidyFile
from oneplan.evidence.scoring.run import Scored, score

Result = dict[str, Any]
Key = tuple[str, str, str, str]


def score_file(file: Path, output: Path, wanted: Asked | None = None) -> Scored:
    """Scores a tidy file in silence."""
    return score(TidyFile(file), wanted or asked(), Embedded, output, lambda _done, _of: None)


def results_of(table: pa.Table, folder: Path, wanted: Asked | None = None) -> dict[Key, Result]:
    """The results of a table of observations, by their keys."""
    file = written(table, folder / "observations.parquet")
    score_file(file, folder / "results.parquet", wanted)
    return by_key(pq.read_table(folder / "results.parquet"))


def by_key(table: pa.Table) -> dict[Key, Result]:
    """Rows by indicator, area, period and group."""
    return {
        (row["indicator"], row["area"], row["period"], row["group"]): row
        for row in table.to_pylist()
    }


def differences(first: pa.Table, second: pa.Table) -> list[str]:
    """The columns in which two tables of results differ by more than 1e-9, with a row of each."""
    found = []
    for name in first.column_names:
        pairs = zip(first[name].to_pylist(), second[name].to_pylist(), strict=True)
        for place, (one, other) in enumerate(pairs):
            if not same(one, other):
                found.append(f"{name}: {one!r} and {other!r} in row {place}")
                break
    return found


def same(one: object, other: object) -> bool:
    """Whether two figures agree to 1e-9, or two other values altogether."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-9 * max(1.0, abs(one))
    return one == other
