"""Ranks, bands and neighbours' means of every measure of the interactive tool, by its own rules.

The tool publishes values; its ranks, bands and means are worked out on its screen. They are worked out
here a second time from the raw files (``builders.lait_rules``) and held against ours.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from math import isclose
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from builders.lait_rules import LaitMeasure, lait_measures, lait_neighbours
from builders.shared import DATA, WITHOUT_DATA
from oneplan.evidence.benchmarks.neighbours import neighbours_mean
from oneplan.evidence.benchmarks.rank import Ranked, ranked
from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.release_file import release_bytes
from oneplan.evidence.scoring.asked import Asked, Benchmarks, parts_named
from oneplan.evidence.scoring.embedded import Embedded
from oneplan.evidence.scoring.observed import Releases
from oneplan.evidence.scoring.run import score
from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.data_readers.reading import DataReading
from oneplan.exchange.known.areas import known_areas
from oneplan.exchange.known.neighbours import known_neighbours
from oneplan.exchange.known.recoded import under_every_code
from oneplan.vocabulary.areas import area_kind

pytestmark = pytest.mark.skipif(DATA is None, reason=WITHOUT_DATA)

AUTHORITIES = ("county", "unitary authority", "metropolitan district", "London borough")
Values = dict[str, float | None]


class Score(NamedTuple):
    """What scoring says of an authority."""

    rank: int | None
    band: str | None
    neighbours: float | None


@cache
def theirs() -> dict[str, LaitMeasure]:
    assert DATA is not None
    return lait_measures(DATA / "dfe_lait")


@cache
def reading() -> DataReading:
    assert DATA is not None
    folder = DATA / "dfe_lait"
    name = "lait_data_dictionary.csv"
    return read_observations(
        (folder / "bds_long_0.parquet").read_bytes(),
        "bds_long_0.parquet",
        {name: (folder / name).read_bytes()},
    )


@cache
def latest_labels() -> dict[str, str]:
    """The label of each measure's latest period."""
    columns = ("indicator", "period_end", "period")
    rows = zip(*(reading().observations[column].to_pylist() for column in columns), strict=True)
    latest: dict[str, tuple[object, str]] = {}
    for indicator, end, label in rows:
        latest[indicator] = max(latest.get(indicator, (end, label)), (end, label))
    return {indicator: label for indicator, (_, label) in latest.items()}


@cache
def ours() -> dict[str, tuple[Definition, Values]]:
    """Each measure with the values of its latest period, through the reader."""
    columns = ("indicator", "area", "period", "value")
    rows = zip(*(reading().observations[column].to_pylist() for column in columns), strict=True)
    values: dict[str, Values] = defaultdict(dict)
    for indicator, area, label, value in rows:
        if label == latest_labels()[indicator] and area_kind(area) in AUTHORITIES:
            values[indicator][area] = value
    definitions = {definition.code: definition for definition in reading().definitions}
    return {code.removeprefix("lait/"): (definitions[code], held) for code, held in values.items()}


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


def scored(model: str, folder: Path) -> dict[str, dict[int, Score]]:
    """Rank, band and neighbours' mean of every authority in the latest period, by ``oneplan score``."""
    file, output = folder / "release.parquet", folder / "results.parquet"
    file.write_bytes(release_bytes(reading().observations)[1])
    definitions = {definition.code: definition for definition in reading().definitions}
    regions = pa.table({"area": pa.array([], pa.string()), "region": pa.array([], pa.string())})
    benchmarks = Benchmarks(regions, under_every_code(known_neighbours(model)))
    parts = parts_named(["neighbours", "rank", "band"])
    asked = Asked(definitions, benchmarks, read_period, parts)
    score(Releases([file]), asked, Embedded, output, lambda _done, _of: None)
    columns = ("indicator", "area", "period", "rank", "band", "neighbours_value")
    table = pq.read_table(output, columns=list(columns))
    found: dict[str, dict[int, Score]] = defaultdict(dict)
    for indicator, area, label, *judgements in zip(
        *(table[column].to_pylist() for column in columns), strict=True
    ):
        if label == latest_labels()[indicator] and area_kind(area) in AUTHORITIES:
            found[indicator.removeprefix("lait/")][digits_of(area)] = Score(*judgements)
    return found


@pytest.mark.parametrize("model", ["dfe-2021", "dfe-2025"])
def test_scoring_in_sets_gives_the_ranks_bands_and_means_of_the_tool(
    model: str, tmp_path: Path
) -> None:
    assert DATA is not None
    workbook = lait_neighbours(DATA / "dfe_lait", model)
    scores = scored(model, tmp_path)
    assert scores.keys() == theirs().keys()
    for measure, published in theirs().items():
        printed = published.as_printed()
        held = scores[measure]
        ranks = {area: each.rank for area, each in held.items() if each.rank is not None}
        bands = {area: each.band for area, each in held.items() if each.band is not None}
        assert ranks == printed.ranks(), measure
        assert bands == (printed.bands() if published.banded else {}), measure
        for area, each in held.items():
            expected = published.mean_of(workbook.get(area, []))
            assert (each.neighbours is None) == (expected is None), (measure, area)
            assert expected is None or isclose(each.neighbours or 0.0, expected, abs_tol=1e-12)
