"""Ranks, bands and neighbours' means of every measure of the interactive tool, by its own rules.

The tool publishes values; its ranks, bands and means are worked out on its screen. They are worked out
here a second time from the raw files (``builders.lait_rules``) and held against ours.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from math import isclose

import pytest

from builders.lait_rules import LaitMeasure, lait_measures, lait_neighbours
from builders.shared import DATA, WITHOUT_DATA
from oneplan.evidence.benchmarks.neighbours import neighbours_mean
from oneplan.evidence.benchmarks.rank import Ranked, ranked
from oneplan.evidence.definitions import Definition
from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.known.areas import known_areas
from oneplan.exchange.known.neighbours import known_neighbours
from oneplan.vocabulary.areas import area_kind

pytestmark = pytest.mark.skipif(DATA is None, reason=WITHOUT_DATA)

AUTHORITIES = ("county", "unitary authority", "metropolitan district", "London borough")
Values = dict[str, float | None]


@cache
def theirs() -> dict[str, LaitMeasure]:
    assert DATA is not None
    return lait_measures(DATA / "dfe_lait")


@cache
def ours() -> dict[str, tuple[Definition, Values]]:
    """Each measure with the values of its latest period, through the reader."""
    assert DATA is not None
    folder = DATA / "dfe_lait"
    name = "lait_data_dictionary.csv"
    reading = read_observations(
        (folder / "bds_long_0.parquet").read_bytes(),
        "bds_long_0.parquet",
        {name: (folder / name).read_bytes()},
    )
    columns = ("indicator", "area", "period_end", "value")
    rows = zip(*(reading.observations[column].to_pylist() for column in columns), strict=True)
    periods: dict[str, dict[object, Values]] = defaultdict(lambda: defaultdict(dict))
    for indicator, area, end, value in rows:
        if area_kind(area) in AUTHORITIES:
            periods[indicator][end][area] = value
    definitions = {definition.code: definition for definition in reading.definitions}
    return {
        code.removeprefix("lait/"): (definitions[code], by_end[max(by_end, key=str)])
        for code, by_end in periods.items()
    }


def judged(measure: str) -> dict[int, Ranked]:
    definition, values = ours()[measure]
    good = definition.polarity if definition.polarity in ("high", "low") else None
    found = ranked(list(values.values()), good)
    return {
        digits_of(area): place
        for area, place in zip(values, found, strict=True)
        if place.rank is not None
    }


def digits_of(area: str) -> int:
    return int(known_areas()[area].dfe_code or 0)


def test_every_measure_and_every_value_of_the_latest_period_is_there() -> None:
    assert len(theirs()) == len(ours()) == 434
    for measure, published in theirs().items():
        values = {digits_of(a): v for a, v in ours()[measure][1].items() if v is not None}
        assert values.keys() == published.values.keys()
        assert all(isclose(values[area], each) for area, each in published.values.items()), measure


def test_all_ranks_and_bands_are_those_of_the_tool() -> None:
    """The one reason for a difference: noise of a spreadsheet parts values that are printed alike."""
    counts: Counter[str] = Counter()
    for measure, published in theirs().items():
        places = judged(measure)
        ranks, bands = published.ranks(), published.bands()
        printed = published.as_printed()
        assert places.keys() == ranks.keys() == bands.keys(), measure
        assert {area: place.rank for area, place in places.items()} == printed.ranks(), measure
        assert {area: place.band for area, place in places.items()} == printed.bands(), measure
        counts["ranks"] += len(ranks)
        counts["ranks parted by noise"] += sum(places[a].rank != rank for a, rank in ranks.items())
        counts["bands parted by noise"] += sum(places[a].band != band for a, band in bands.items())
    assert counts["ranks"] > 40_000
    assert (counts["ranks parted by noise"], counts["bands parted by noise"]) == (47, 3)
    print(*(f"{count:,} {name}" for name, count in counts.items()), sep="; ")


def test_the_measures_without_bands_in_the_tool_are_known_as_such() -> None:
    unbanded = {measure for measure, (definition, _) in ours().items() if not definition.banded}
    assert unbanded == {name for name, published in theirs().items() if not published.banded}
    assert len(unbanded) == 20


@pytest.mark.parametrize("model", ["dfe-2021", "dfe-2025"])
def test_all_means_of_neighbours_are_those_of_the_tool(model: str) -> None:
    assert DATA is not None
    sets: dict[str, list[str]] = defaultdict(list)
    for row in known_neighbours(model).to_pylist():
        sets[row["area"]].append(row["neighbour"])
    workbook = lait_neighbours(DATA / "dfe_lait", model)
    assert {digits_of(area) for area in sets} == workbook.keys()
    means = 0
    for measure, published in theirs().items():
        values = ours()[measure][1]
        for area, neighbours in sets.items():
            mean = neighbours_mean(values.get(each) for each in neighbours)
            expected = published.mean_of(workbook[digits_of(area)])
            if mean is None or expected is None:
                assert mean is expected
            else:
                assert isclose(mean, expected, rel_tol=1e-12)
                means += 1
    assert means > 60_000
    print(f"{model}: {means:,} means of neighbours of {len(theirs())} measures, no difference")
