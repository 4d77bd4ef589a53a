"""What is missing, impossible, short, gapped or tied."""

from __future__ import annotations

import pytest

from oneplan.evidence.calculations.table import METHODS, calculated

Rows = list[dict[str, str]]


def _column(rows: Rows, name: str) -> list[str]:
    return [row[name] for row in rows]


def _series(**columns: str) -> Rows:
    cells = {name: text.split() for name, text in columns.items()}
    length = len(next(iter(cells.values())))
    return [
        {"series_id": "s", "t": str(t), "period": str(2015 + t)}
        | {name: texts[t].replace("_", "") for name, texts in cells.items()}
        for t in range(length)
    ]


def test_a_point_without_an_interval_is_passed_over() -> None:
    rows = _series(value="1 2 3 4 5 6", lower="0 1 2 _ 4 5", upper="2 3 4 _ 6 7")
    (found,) = calculated("trend", rows)
    (with_five,) = calculated("trend", [row for row in rows if row["lower"]])
    assert found == with_five
    assert found["points"] == "5"


def test_a_count_of_nought_is_a_trend_whose_slope_has_no_bound() -> None:
    (found,) = calculated(
        "trend", _series(count="0 20 30 40 50", denominator="100 100 100 100 100")
    )
    assert (found["direction"], found["slope"]) == ("increasing", "")
    assert float(found["chi_squared"]) == pytest.approx(500 / 7)
    (found,) = calculated(
        "trend", _series(count="9 20 100 40 50", denominator="100 100 100 100 100")
    )
    assert found["direction"] == "cannot_be_calculated"


def test_quarters_and_months_are_put_in_order_of_time() -> None:
    labels = ("Q3 2021/22", "Q1 2021/22", "Q2 2022/23", "Q4 2021/22", "Q2 2021/22")
    sizes = {"Q1 2021/22": 10, "Q2 2021/22": 30, "Q3 2021/22": 50, "Q4 2021/22": 70}
    rows = [
        {
            "series_id": "s",
            "period": label,
            "count": str(sizes.get(label, 90)),
            "denominator": "100",
        }
        for label in labels
    ]
    assert calculated("trend", rows)[0]["direction"] == "increasing"


def test_a_missing_point_of_a_chart_has_the_limits_and_no_judgement() -> None:
    rows = _series(y="5 7 4 6 _ 4 6 5 7", improvement_direction=" ".join(["increase"] * 9))
    found = calculated("control-chart", rows)
    assert _column(found, "outcome") == ["ok"] * 9
    assert (found[4]["point_type"], found[4]["mean"]) == ("", found[0]["mean"])
    spread = 2.66 * (2 + 3 + 2 + 2 + 1 + 2) / 6
    assert float(found[0]["upper_limit"]) == pytest.approx(44 / 8 + spread)


def test_a_bad_target_is_an_error_of_its_row_only() -> None:
    found = calculated("control-chart", _series(y="5 7 4 6", target="4 x 4 4"))
    assert _column(found, "outcome") == ["ok", "error", "ok", "ok"]


@pytest.mark.parametrize("cells", [{"fix_after_n": "5"}, {"fix_after_n": "12.5"}])
def test_limits_fixed_too_early_are_an_error(cells: dict[str, str]) -> None:
    rows = [row | cells for row in _series(y="5 7 4 6")]
    assert set(_column(calculated("control-chart", rows), "outcome")) == {"error"}


@pytest.mark.parametrize("count", ["0", "1", "2.5", "-4", "x"])
def test_so_many_quantiles_there_cannot_be(count: str) -> None:
    rows = [{"set_id": "a", "value": v, "quantiles": count} for v in ("1", "2", "3")]
    assert set(_column(calculated("quantile", rows), "outcome")) == {"error"}


def test_no_events_in_either_group_still_bound_the_gap() -> None:
    found = calculated("gap", [{"kind": "rate", "x1": "0", "n1": "10", "x2": "0", "n2": "20"}])[0]
    z2 = 1.959963984540054**2
    limits = (float(found["abs_lower"]), float(found["abs_upper"]))
    assert limits == pytest.approx((-z2 / 20, z2 / 10))
    assert found["rel_gap"] == ""


@pytest.mark.parametrize(
    "cells",
    [
        {"numerator": "inf"},
        {"numerator": "1_0"},
        {"numerator": "２"},
        {"numerator": "1e400"},
        {"numerator": "4,5"},
        {"numerator": "c"},
        {"numerator": "12%"},
        {"numerator": "-1"},
        {"denominator": "0"},
        {"denominator": "-5"},
        {"confidence": "0.5"},
        {"multiplier": "0"},
        {"multiplier": "-100"},
    ],
)
@pytest.mark.parametrize("method", ["proportion", "rate"])
def test_figures_that_cannot_be_are_errors(method: str, cells: dict[str, str]) -> None:
    sound = {"numerator": "5", "denominator": "10"}
    found = calculated(method, [sound, sound | cells])
    assert _column(found, "outcome") == ["ok", "error"]
    assert found[1]["message"]


def test_values_of_a_target_that_are_no_numbers_are_an_error() -> None:
    row = {"target_t": "8", "target": "9", "good_is": "high"}
    found = calculated("target", [row | {"values": "1 two 3"}, row | {"values": "1 inf 3"}])
    assert _column(found, "outcome") == ["error", "error"]


@pytest.mark.parametrize("nothing", ["NA", "nan", "-", "."])
def test_a_missing_value_of_a_series_keeps_its_time(nothing: str) -> None:
    row = {"values": f"1 {nothing} 3, 4; 5 6", "target_t": "8", "target": "9", "good_is": "high"}
    (found,) = calculated("target", [row])
    assert float(found["forecast"]) == pytest.approx(8)


@pytest.mark.parametrize("nothing", ["", "NA", "NaN", "#N/A", "null"])
def test_what_programs_write_for_nothing_is_missing(nothing: str) -> None:
    found = calculated("rate", [{"numerator": nothing, "denominator": "80"}])[0]
    assert (found["outcome"], found["value"], found["method"]) == ("ok", "", "")
    gap = {"kind": "rate", "x1": nothing, "n1": "10", "x2": "3", "n2": "20"}
    found = calculated("gap", [gap])[0]
    assert (found["outcome"], found["abs_gap"]) == ("ok", "")


def test_commas_between_thousands_are_read() -> None:
    found = calculated("proportion", [{"numerator": "1,234", "denominator": "12,340.0"}])[0]
    assert found["value"] == "0.1"


def test_a_decimal_comma_alone_is_an_error_with_its_cure() -> None:
    found = calculated("rank", [{"value": "12,5", "polarity": "high"}])[0]
    assert found["message"] == "value '12,5' is no number: write 12.5, with a point"


@pytest.mark.parametrize("level", ["1", "100"])
def test_certainty_leaves_every_share_possible_and_no_bound_to_a_rate(level: str) -> None:
    row = {"numerator": "5", "denominator": "10", "confidence": level, "multiplier": "100"}
    found = calculated("proportion", [row])[0]
    assert (found["value"], found["lower"], found["upper"]) == ("50.0", "0.0", "100.0")
    assert calculated("rate", [row])[0]["outcome"] == "error"


def test_results_of_another_run_do_not_stand_beside_an_error() -> None:
    row = {"numerator": "9", "denominator": "0", "value": "0.7", "upper": "0.9"}
    found = calculated("proportion", [row])[0]
    assert (found["value"], found["upper"], found["outcome"]) == ("", "", "error")


HUGE = {
    "proportion": [{"numerator": "1e308", "denominator": "1e308"}],
    "rate": [{"numerator": "1e308", "denominator": "1e-300", "multiplier": "1e300"}],
    "standardised-rate": [{"numerator": "1e308", "denominator": "1e-300", "weight": "1e308"}],
    "trend": [
        {"period": str(2020 + t), "value": f"{t}e307", "lower": "-1e308", "upper": "1e308"}
        for t in range(5)
    ],
    "control-chart": [{"t": str(t), "y": f"{(-1) ** t * 1.7}e308"} for t in range(9)],
    "compare": [
        {"rule": "control_limits_95", "value": "0.5", "comparator": "0.5", "denominator": "1e308"}
    ],
    "rank": [{"value": f"{sign}1.7e308", "polarity": "high"} for sign in ("-", "", "-")],
    "quantile": [{"value": f"{sign}1.7e308", "quantiles": "2"} for sign in ("-", "", "-")],
    "gap": [
        {"kind": kind, "x1": x1, "n1": n1, "x2": "1e-300", "n2": "1e308"}
        for kind in ("rate", "proportion")
        for x1, n1 in (("1e308", "1e308"), ("1e308", "1e-300"), ("0", "5e-324"))
    ],
    "slope-index": [
        {"quantile": str(q), "population": "1e308", "value": f"{q}e307", "se": "1e308"}
        for q in range(1, 6)
    ],
    "target": [
        {"values": "1e308 -1e308 1e308 -1e308 1.7e308", "target_t": "1e308", "target": "-1e308"}
    ],
}


@pytest.mark.parametrize("method", METHODS)
def test_figures_beyond_reason_give_finite_numbers_or_errors(method: str) -> None:
    for row in calculated(method, HUGE[method]):
        assert not {"inf", "-inf", "nan"} & set(row.values())
        assert row["outcome"] == "ok" or row["message"]


@pytest.mark.parametrize(
    ("method", "cells"),
    [
        ("rank", {"value": "1", "polarity": "high"}),
        ("standardised-rate", {"numerator": "9", "denominator": "90", "weight": "1"}),
        ("control-chart", {"y": "1"}),
        ("quantile", {"value": "1"}),
    ],
)
def test_rows_of_a_set_that_differ_in_what_is_said_of_all_are_errors(
    method: str, cells: dict[str, str]
) -> None:
    said = {"rank": "polarity", "standardised-rate": "multiplier", "quantile": "quantiles"}
    name = said.get(method, "improvement_direction")
    ways = {"polarity": ("high", "low"), "improvement_direction": ("increase", "decrease")}
    rows = [cells | {name: way} for way in ways.get(name, ("4", "5"))]
    found = calculated(method, rows)
    assert set(_column(found, "outcome")) == {"error"}
    assert f"{name} is not the same in all rows" in found[0]["message"]


def test_what_is_said_of_a_set_may_stand_in_one_of_its_rows() -> None:
    rows = [{"value": "3"}, {"value": "5", "polarity": "High is good"}, {"value": "4"}]
    assert _column(calculated("rank", rows), "rank") == ["3", "1", "2"]


@pytest.mark.parametrize("values", ["0.1 0.2 0.3 0.4 0.5", "10.1 10.2 10.3 10.4 10.5", "7 7 7 7 7"])
def test_a_straight_line_meets_what_lies_on_it_and_nothing_beyond(values: str) -> None:
    row = {"values": values, "target_t": "9", "good_is": "high"}
    forecast = float(calculated("target", [row | {"target": "0"}])[0]["forecast"])
    targets = [f"{forecast:.6f}", str(forecast + 0.01), str(forecast - 0.01)]
    found = calculated("target", [row | {"target": target} for target in targets])
    assert _column(found, "chance") == ["1.0", "0.0", "1.0"]


def test_results_have_their_full_precision() -> None:
    found = calculated("proportion", [{"numerator": "1", "denominator": "3"}])[0]
    assert float(found["value"]) == 1 / 3
    assert len(found["value"]) > 15


def test_what_rests_on_a_missing_target_or_time_is_empty_and_the_rest_is_there() -> None:
    row = {"values": "1 2 3 4 5", "target_t": "8", "target": "9", "good_is": "high"}
    without_target, without_time = calculated(
        "target", [row | {"target": ""}, row | {"target_t": "NA"}]
    )
    assert (without_target["forecast"], without_target["chance"]) == ("8.0", "")
    assert (without_time["forecast"], without_time["needed_pace"]) == ("", "")
    assert without_target["pace"] == without_time["pace"] == "1.0"


def test_quantiles_of_one_value_have_no_slope() -> None:
    rows = [{"quantile": str(q), "population": f"{7 * q}", "value": "5.3"} for q in range(1, 8)]
    (found,) = calculated("slope-index", rows)
    assert (float(found["sii"]), float(found["rii"])) == (0.0, 1.0)
