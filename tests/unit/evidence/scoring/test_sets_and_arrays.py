from __future__ import annotations

from math import isnan
from pathlib import Path

import pytest

from builders.any_observations import AREAS, GROUPS, PERIODS, any_observations
from builders.scored import Key, Result, results_of, same
from builders.scores_by_arrays import ScoredByArrays

CODES = ("proportion-high", "proportion-none", "rate-low", "rate-unsaid")
WORDS = {
    "proportion-high": ("better", "worse"),
    "rate-low": ("worse", "better"),
    "proportion-none": ("higher", "lower"),
    "rate-unsaid": ("higher", "lower"),
}
TRENDS = {1: "increasing", -1: "decreasing", 0: "no_significant_change", None: None}

Both = tuple[dict[Key, Result], dict[str, ScoredByArrays]]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    table = any_observations(11, CODES)
    folder: Path = tmp_path_factory.mktemp("scored")
    return results_of(table, folder), {code: ScoredByArrays(table, code) for code in CODES}


def _figure(cube: object) -> float | None:
    figure = float(str(cube))
    return None if isnan(figure) else figure


def test_values_and_limits_agree(both: Both) -> None:
    results, by_arrays = both
    for (code, *rest), result in results.items():
        arrays = by_arrays[code]
        place = arrays.place(*rest)
        for name, cube in (
            ("value", arrays.value),
            ("lower", arrays.lower),
            ("upper", arrays.upper),
        ):
            assert same(result[name], _figure(cube[place])), (code, rest, name)


def test_comparisons_with_england_agree(both: Both) -> None:
    results, by_arrays = both
    sides = {code: arrays.against_england() for code, arrays in by_arrays.items()}
    for (code, *rest), result in results.items():
        above, below = WORDS[code]
        words = {1: above, -1: below, 0: "similar", 9: "not_tested"}
        assert result["england_comparison"] == words[sides[code][by_arrays[code].place(*rest)]]


def test_ranks_and_bands_agree(both: Both) -> None:
    results, by_arrays = both
    for code, arrays in by_arrays.items():
        for g, group in enumerate(GROUPS):
            for p, period in enumerate(PERIODS):
                expected = arrays.rank_and_band(g, p)
                for area in AREAS:
                    result = results.get((code, area, period, group))
                    if result:
                        found = (result["rank"], result["band"])
                        assert found == expected.get(area, (None, None))


def test_trends_agree(both: Both) -> None:
    results, by_arrays = both
    found = set()
    for (code, area, period, group), result in results.items():
        group_at, last, area_at = by_arrays[code].place(area, period, group)
        trend = by_arrays[code].trend(group_at, last, area_at)
        assert result["trend"] == TRENDS[trend], (code, area, period, group)
        found.add(trend)
    assert found == TRENDS.keys()
