"""The rules of the Local Authority Interactive Tool worked out a second time, from the raw files.

Nothing of the library is used: codes of three digits, periods in the order of the year they begin
with, ranks by SciPy, cut points by NumPy, neighbours from the department's workbooks.
"""

from __future__ import annotations

import csv
import math
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
import pyarrow.parquet as pq
from python_calamine import CalamineWorkbook
from scipy.stats import rankdata

ENGLAND = 970
_WORKBOOKS = {"dfe-2021": "sn_april_2021.xlsx", "dfe-2025": "sn_may_2025.xlsx"}
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class LaitMeasure:
    """A measure's latest period: the values of the local authorities by their three digits."""

    polarity: Literal["high", "low"] | None
    banded: bool
    values: dict[int, float]

    def ranks(self) -> dict[int, int]:
        """Ties share the best rank; without a polarity nobody is ranked."""
        if self.polarity is None:
            return {}
        sign = 1 if self.polarity == "low" else -1
        found = rankdata([sign * value for value in self.values.values()], method="min")
        return dict(zip(self.values, map(int, found), strict=True))

    def bands(self) -> dict[int, str]:
        """The quarter: cut points belong to the part below them, whichever way is good."""
        if self.polarity is None or not self.values:
            return {}
        cuts = np.quantile(list(self.values.values()), [0.25, 0.5, 0.75])
        letters = "ABCD" if self.polarity == "low" else "DCBA"
        return {
            area: letters[int(np.searchsorted(cuts, value, side="left"))]
            for area, value in self.values.items()
        }

    def as_printed(self) -> LaitMeasure:
        """The measure without the noise of a spreadsheet: 98.89999999999999 is 98.9."""
        plain = {area: float(f"{value:.12g}") for area, value in self.values.items()}
        return replace(self, values=plain)

    def mean_of(self, neighbours: list[int]) -> float | None:
        """The plain mean of the neighbours that have a value."""
        known = [self.values[area] for area in neighbours if area in self.values]
        return math.fsum(known) / len(known) if known else None


def lait_measures(folder: Path) -> dict[str, LaitMeasure]:
    """Every measure in the data by its short name, with its latest period."""
    latest: dict[str, tuple[int, str]] = {}
    cells: dict[tuple[str, str], dict[int, str]] = {}
    table = pq.read_table(folder / "bds_long_0.parquet")
    columns = (table[name].to_pylist() for name in ("Short Desc", "Years", "LA Number", "Values"))
    for name, label, number, value in zip(*columns, strict=True):
        measure = name.strip()
        year = _YEAR.search(label)
        if year is None:
            continue
        latest[measure] = max(latest.get(measure, (0, "")), (int(year[0]), label))
        cells.setdefault((measure, label), {}).setdefault(int(float(number)), value)
    dictionary = _dictionary(folder / "lait_data_dictionary.csv")
    return {
        measure: LaitMeasure(*dictionary[measure], _values(cells[measure, label]))
        for measure, (_, label) in latest.items()
    }


def _values(cells: dict[int, str]) -> dict[int, float]:
    return {
        area: float(text) for area, text in cells.items() if area < ENGLAND and text.strip() != "-"
    }


def _dictionary(path: Path) -> dict[str, tuple[Literal["high", "low"] | None, bool]]:
    found: dict[str, tuple[Literal["high", "low"] | None, bool]] = {}
    goods: dict[str, Literal["high", "low"]] = {"High": "high", "Low": "low"}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            said = (goods.get(row["Polarity"].strip()), row["No_Quartile"].strip() != "N")
            found.setdefault(row["Measure_short"].strip(), said)
    return found


def lait_neighbours(folder: Path, model: str) -> dict[int, list[int]]:
    """The ten neighbours of each authority by three digits, as the department's workbook has them."""
    workbook = CalamineWorkbook.from_path(str(folder / _WORKBOOKS[model]))
    rows = workbook.get_sheet_by_index(0).to_python()
    header = next(row for row in rows if "SN1" in row)
    places = [place for place, cell in enumerate(header) if re.fullmatch(r"SN\d+", str(cell))]
    return {
        int(row[0]): [int(row[place]) for place in places]
        for row in rows
        if isinstance(row[0], float)
        and row[0] > 100
        and all(isinstance(row[place], float) for place in places)
    }
