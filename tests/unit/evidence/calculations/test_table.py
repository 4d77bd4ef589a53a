from __future__ import annotations

import pytest

from oneplan.evidence.calculations.table import METHODS, calculated

Rows = list[dict[str, str]]


def _column(rows: Rows, name: str) -> list[str]:
    return [row[name] for row in rows]


def test_a_bad_row_is_said_and_the_others_are_calculated() -> None:
    rows = [
        {"numerator": "12", "denominator": "80", "school": "Hill"},
        {"numerator": "90", "denominator": "80", "school": "Dale"},
        {"numerator": "few", "denominator": "80", "school": "Vale"},
        {"numerator": "", "denominator": "80", "school": "Lea"},
    ]
    found = calculated("proportion", rows)
    assert _column(found, "outcome") == ["ok", "error", "error", "ok"]
    assert found[0]["value"] == "0.15"
    assert found[1]["message"] == "numerator 90 is not from 0 to the denominator"
    assert found[2]["message"] == "numerator 'few' is no number"
    assert found[3]["value"] == ""
    assert _column(found, "school") == ["Hill", "Dale", "Vale", "Lea"]


def test_a_rate_changes_its_method_at_ten() -> None:
    counts = ("0", "9", "9.5", "9.999", "10")
    rows = [{"numerator": n, "denominator": "1000", "multiplier": "10000"} for n in counts]
    found = calculated("rate", rows)
    assert _column(found, "method") == ["Exact"] * 4 + ["Byar"]
    assert float(found[0]["upper"]) == pytest.approx(36.88879454)


def test_a_standardised_rate_is_a_row_a_set_and_withheld_below_ten_events() -> None:
    strata = [("few", "2", "900", "5"), ("few", "3", "800", "5"), ("many", "40", "900", "5")]
    rows = [
        dict(zip(("set_id", "numerator", "denominator", "weight"), each, strict=True))
        for each in strata
    ]
    few, many = calculated("standardised-rate", rows)
    assert (few["set_id"], few["total_count"], few["value"]) == ("few", "5.0", "")
    assert float(many["value"]) == pytest.approx(40 / 900)


@pytest.mark.parametrize(
    ("polarity", "expected"),
    [
        ("high_is_good", "best"),
        ("low_is_good", "worst"),
        ("no_judgement", "higher"),
        ("not_applicable", "none"),
    ],
)
def test_polarity_decides_what_a_difference_means(polarity: str, expected: str) -> None:
    row = {"rule": "single_95_998", "polarity": polarity, "value": "9", "comparator": "5"}
    limits = {"lower95": "7", "upper95": "11", "lower998": "6", "upper998": "12"}
    assert calculated("compare", [row | limits])[0]["comparison"] == expected


def test_touching_intervals_are_similar_and_a_missing_one_is_not_compared() -> None:
    row = {"rule": "double_95", "polarity": "high_is_good", "value": "9", "comparator": "5"}
    mine = {"lower95": "7", "upper95": "11"}
    theirs = {"comparator_lower95": "3", "comparator_upper95": "7"}
    touching, missing = calculated("compare", [row | mine | theirs, row | mine])
    assert (touching["comparison"], missing["comparison"]) == ("similar", "none")


def test_ties_share_the_best_rank_and_missing_values_have_none() -> None:
    values = ("12", "9", "9", "", "x", "4")
    rows = [{"set_id": "a", "area": v, "value": v, "polarity": "high"} for v in values]
    found = calculated("rank", rows)
    assert _column(found, "rank") == ["1", "2", "2", "", "", "4"]
    assert found[4]["message"] == "value 'x' is no number"


def test_every_tied_value_is_in_band_a_when_low_is_good_and_in_d_when_high_is() -> None:
    rows = [{"set_id": "a", "value": "7", "polarity": "low"}] * 5
    assert _column(calculated("rank", rows), "band") == ["A"] * 5
    rows = [{"set_id": "a", "value": "7", "polarity": "high"}] * 5
    assert _column(calculated("rank", rows), "band") == ["D"] * 5


def test_quantiles_follow_the_rule_that_is_named() -> None:
    values = ("1", "2", "3", "4", "4", "4", "7", "8")
    rows = [{"set_id": "a", "value": v, "quantiles": "4", "invert": "false"} for v in values]
    ohid, lait = calculated("quantile", rows), calculated("quantile", rows, rule="lait")
    assert _column(ohid, "quantile") == ["1", "1", "2", "2", "2", "2", "4", "4"]
    assert _column(lait, "quantile") == ["1", "1", "2", "2", "2", "2", "4", "4"]


def test_fewer_areas_than_quantiles_have_none() -> None:
    rows = [{"set_id": "a", "value": v, "quantiles": "5"} for v in ("1", "2", "3")]
    assert _column(calculated("quantile", rows), "quantile") == ["", "", ""]


def test_four_points_make_no_trend() -> None:
    rows = [
        {"series_id": "s", "period": str(y), "value": "5", "lower": "4", "upper": "6"}
        for y in range(2020, 2024)
    ]
    (found,) = calculated("trend", rows)
    assert (found["points"], found["direction"]) == ("4", "cannot_be_calculated")


def test_a_zero_width_interval_makes_no_trend() -> None:
    rows = [
        {"series_id": "s", "period": str(y), "value": "5", "lower": "5", "upper": "5"}
        for y in range(2020, 2026)
    ]
    assert calculated("trend", rows)[0]["direction"] == "cannot_be_calculated"


def test_rising_counts_are_an_increase_whatever_the_order_of_the_rows() -> None:
    rows = [
        {
            "series_id": "s",
            "period": str(2020 + i),
            "count": str(210 + 30 * i),
            "denominator": "1000",
        }
        for i in (3, 0, 4, 1, 2)
    ]
    assert calculated("trend", rows, "counts")[0]["direction"] == "increasing"


def test_a_constant_series_has_no_limits_and_is_not_judged() -> None:
    rows = [{"series_id": "s", "t": str(t), "y": "5"} for t in range(1, 15)]
    found = calculated("control-chart", rows)
    assert set(_column(found, "lower_limit")) == {""}
    assert set(_column(found, "point_type")) == {""}


def test_seven_points_above_the_mean_are_all_marked() -> None:
    values = [5, 7, 4, 6, 5, 4, 6, 9, 8, 9, 8, 9, 8, 9]
    rows = [
        {"series_id": "s", "t": str(t), "y": str(y), "improvement_direction": "decrease"}
        for t, y in enumerate(values, start=1)
    ]
    found = calculated("control-chart", rows)
    assert _column(found, "point_type")[7:] == ["special_cause_concern"] * 7


def test_a_target_beyond_the_limits_is_passed_or_failed_consistently() -> None:
    values = [5, 7, 4, 6, 5, 4, 6, 5, 7, 5, 4, 6]
    rows = [
        {
            "series_id": "s",
            "t": str(t),
            "y": str(y),
            "improvement_direction": "increase",
            "target": "40",
        }
        for t, y in enumerate(values, start=1)
    ]
    assert calculated("control-chart", rows)[-1]["assurance"] == "consistent_fail"


def test_a_relative_gap_to_nothing_is_not_defined() -> None:
    row = {"kind": "proportion", "x1": "4", "n1": "50", "x2": "0", "n2": "40"}
    found = calculated("gap", [row])[0]
    assert (found["rel_gap"], found["abs_gap"]) == ("", "0.08")


def test_a_missing_quantile_is_an_error_of_its_set() -> None:
    rows = [
        {"set_id": "s", "quantile": str(q), "population": "100", "value": str(q)}
        for q in (1, 2, 3, 4, 6)
    ]
    assert calculated("slope-index", rows)[0]["message"] == "a quantile is missing or stands twice"


def test_four_values_have_a_pace_but_no_forecast() -> None:
    row = {"values": "10 12 14 16", "target_t": "8", "target": "20", "good_is": "high"}
    found = calculated("target", [row])[0]
    assert (found["forecast"], found["chance"]) == ("", "")
    assert (float(found["pace"]), float(found["needed_pace"])) == (2.0, 1.0)


def test_the_chance_is_even_where_the_forecast_meets_the_target() -> None:
    row = {"values": "10 13 11 14 12 15", "target_t": "7", "good_is": "low"}
    forecast = calculated("target", [row | {"target": "0"}])[0]["forecast"]
    assert float(calculated("target", [row | {"target": forecast}])[0]["chance"]) == 0.5


@pytest.mark.parametrize("method", METHODS)
def test_an_empty_table_stays_empty(method: str) -> None:
    assert calculated(method, []) == []


@pytest.mark.parametrize("method", METHODS)
def test_rows_of_nonsense_are_errors_and_never_exceptions(method: str) -> None:
    names = ("numerator", "value", "y", "count", "x1", "quantile", "values", "rule", "set_id")
    found = calculated(method, [dict.fromkeys(names, "nonsense")])
    assert _column(found, "outcome") == ["error"]
