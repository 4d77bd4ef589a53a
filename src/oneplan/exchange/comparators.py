"""Comparators of a target that results have no columns for: the county, London, peers, a named area.

They are taken from the results of those areas themselves, where the file holds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow.parquet as pq

from oneplan.evidence.benchmarks.compare import Compared, Polarity, compare
from oneplan.evidence.benchmarks.neighbours import neighbours_mean
from oneplan.evidence.definitions import Definition
from oneplan.evidence.targets.facts import Benchmark, Comparison, Result
from oneplan.evidence.targets.scored import COMPARATORS, Row, number
from oneplan.exchange.data_readers.area_columns import area_code, area_named
from oneplan.exchange.known.areas import known_areas
from oneplan.exchange.known.counties import county_of

LONDON = "E12000007"
_POLARITIES: dict[str | None, Polarity] = {"high": "high_is_good", "low": "low_is_good"}
_SAID: dict[str, Comparison] = {
    word: word for word in ("better", "similar", "worse", "higher", "lower")
}


@dataclass(frozen=True, slots=True)
class Series:
    """Where the results of one indicator and group stand, and what it is."""

    file: Path
    code: str
    group: str
    definition: Definition


@dataclass(frozen=True, slots=True)
class Against:
    """The results with the comparator beside them, or why there is none."""

    results: Sequence[Result]
    why_not: str | None = None


def against(
    comparator: str | None,
    results: Sequence[Result],
    area: str,
    series: Series,
    peers: Sequence[str] = (),
) -> Against:
    """The results of an area with the comparator that a target names; as they are for the usual ones.

    ``peers`` are the codes of the areas that a plan calls its peers.
    """
    if comparator is None or comparator in COMPARATORS:
        return Against(results)
    areas, why_not = _areas_of(comparator, area, peers)
    if why_not:
        return Against(results, why_not)
    values = _values(series, areas)
    if not values:
        named = ", ".join(_name(code) for code in areas)
        return Against(results, f"the results hold no figure of {named}")
    judged = [
        replace(
            each,
            benchmarks={
                **each.benchmarks,
                comparator: _benchmark(each, values.get(each.period, ()), series.definition),
            },
        )
        for each in results
    ]
    return Against(judged)


def _areas_of(comparator: str, area: str, peers: Sequence[str]) -> tuple[list[str], str | None]:
    """The areas that a comparator stands for, or why it stands for none."""
    if comparator == "London":
        return [LONDON], None
    if comparator == "county":
        county = county_of().get(area)
        return ([county], None) if county else ([], f"{_name(area)} is no district of a county")
    if comparator == "peers":
        others = [code for code in peers if code != area]
        return others, None if others else "nobody has said who its peers are: name them by --peer"
    code = area_code(comparator) or area_named(comparator)
    return ([code], None) if code else ([], f"no area is known by the name of {comparator}")


def _name(code: str) -> str:
    known = known_areas().get(code)
    return known.name if known else code


def _values(series: Series, areas: Sequence[str]) -> dict[str, list[float]]:
    """The values of the areas by the labels of their periods."""
    rows: Iterable[Row] = pq.read_table(
        series.file,
        columns=["indicator", "area", "period", "group", "value"],
        filters=[
            ("indicator", "=", series.code),
            ("group", "=", series.group),
            ("area", "in", list(areas)),
        ],
    ).to_pylist()
    found: dict[str, list[float]] = {}
    for row in rows:
        value = number(row, "value")
        if value is not None:
            found.setdefault(str(row["period"]), []).append(value)
    return found


def _benchmark(result: Result, values: Sequence[float], definition: Definition) -> Benchmark:
    """The plain mean of the others; a test only against one area, whose own chance error is not counted."""
    mean = neighbours_mean(values)
    if mean is None or len(values) != 1 or definition.kind == "count":
        return Benchmark(mean)
    figures = Compared(result.value, result.lower, result.upper, comparator=mean)
    said = compare(figures, "single_95", _POLARITIES.get(definition.polarity, "no_judgement"))
    return Benchmark(mean, _SAID.get(said, "not_tested"))


def codes_of(names: Iterable[str]) -> Mapping[str, str | None]:
    """The code of each area that is named; None for a name that is no area's."""
    return {name: area_code(name) or area_named(name) for name in names}
