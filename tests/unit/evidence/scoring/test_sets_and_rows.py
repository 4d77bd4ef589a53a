from __future__ import annotations

from pathlib import Path

import pytest

from builders.any_observations import ENGLAND, REGIONS, any_observations, neighbours, regions
from builders.scored import Key, Result, results_of, same
from builders.scores_by_rows import ScoredByRows

SEEDS = (1, 2, 3)


@pytest.fixture(scope="module", params=SEEDS)
def scored(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[Key, Result], ScoredByRows]:
    table = any_observations(request.param)
    results = results_of(table, tmp_path_factory.mktemp("scored"))
    return results, ScoredByRows(table.to_pylist(), regions(), neighbours())


Both = tuple[dict[Key, Result], ScoredByRows]


def test_every_observation_has_one_result(scored: Both) -> None:
    results, by_rows = scored
    assert results.keys() == by_rows.figures.keys()


def test_values_limits_and_methods_are_those_of_the_statistics(scored: Both) -> None:
    results, by_rows = scored
    for key, figure in by_rows.figures.items():
        for name in ("value", "lower", "upper", "lower_998", "upper_998", "method"):
            assert same(results[key][name], getattr(figure, name)), (key, name)


def test_comparisons_with_england_and_the_region_are_those_of_one_sided_overlap(
    scored: Both,
) -> None:
    results, by_rows = scored
    for key in by_rows.figures:
        england = by_rows.figures.get((key[0], ENGLAND, key[2], key[3]))
        assert same(results[key]["england_value"], england.value if england else None)
        assert results[key]["england_comparison"] == by_rows.against(key, ENGLAND), key
        region = by_rows.region(key)
        assert same(results[key]["region_value"], region.value if region else None)
        word = by_rows.against(key, regions()[key[1]]) if region else "not_tested"
        assert results[key]["region_comparison"] == word, key


def test_the_neighbours_mean_is_plain_and_its_comparison_that_of_two_intervals(
    scored: Both,
) -> None:
    results, by_rows = scored
    for key in by_rows.figures:
        mean, many, word = by_rows.neighbours(key)
        assert same(results[key]["neighbours_value"], mean), key
        assert (results[key]["neighbours_count"] or 0) == many
        assert results[key]["neighbours_comparison"] == word, key


def test_ranks_and_bands_are_those_of_a_sorted_list(scored: Both) -> None:
    results, by_rows = scored
    ranks = by_rows.ranks()
    for key, result in results.items():
        rank, band, many = ranks.get(key, (None, None, 0))
        assert (result["rank"], result["band"]) == (rank, band), key
        assert result["out_of"] == (many if rank else None)


def test_trends_are_those_of_five_years_in_a_row(scored: Both) -> None:
    results, by_rows = scored
    found = {key: by_rows.trend(key) for key in by_rows.figures}
    assert {key: result["trend"] for key, result in results.items()} == found
    assert {"increasing", "decreasing", "no_significant_change"} <= set(found.values())


def test_a_rule_stands_beside_every_judgement(scored: Both) -> None:
    results, _ = scored
    for result in results.values():
        for of in ("england", "region", "neighbours"):
            tested = result[f"{of}_rule"] in ("single_95", "double_95")
            assert tested == (result[f"{of}_comparison"] != "not_tested")
        assert (result["rank_rule"] == "lait_rank") == (result["rank"] is not None)
        assert (result["band_rule"] == "lait_type_7") == (result["band"] is not None)
        assert result["trend_rule"].startswith("fingertips") == (result["trend"] is not None)


def test_a_whole_is_neither_ranked_nor_compared_with_itself(scored: Both) -> None:
    results, _ = scored
    for (_, area, *_), result in results.items():
        if area in (ENGLAND, *REGIONS):
            assert result["rank_rule"] == "not_a_ranked_area"
        if area == ENGLAND:
            assert (result["england_rule"], result["england_gap"]) == ("itself", None)


def test_counts_are_compared_with_nothing(scored: Both) -> None:
    results, _ = scored
    counts = [result for key, result in results.items() if key[0].startswith("count")]
    assert {result["neighbours_rule"] for result in counts} == {"not_for_counts"}
    assert {result["neighbours_gap"] for result in counts} == {None}


def test_figures_that_are_withheld_stand_nowhere(tmp_path: Path) -> None:
    table = any_observations(4, ("rate-low",))
    results = results_of(table, tmp_path)
    withheld = [result for result in results.values() if result["status"] == "suppressed"]
    assert withheld
    for result in withheld:
        assert (result["value"], result["rank"], result["trend"]) == (None, None, None)
        assert result["england_comparison"] == "not_tested"
