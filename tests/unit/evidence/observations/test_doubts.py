from __future__ import annotations

from datetime import date

import pyarrow as pa

from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.doubts import doubts_about
from oneplan.evidence.observations.repeats import without_repeats
from oneplan.evidence.observations.schema import at_the_door
from oneplan.vocabulary.findings import Finding

REGIONS = [f"E1200000{place}" for place in range(1, 10)]
RATE = Definition("clubs", "Members of clubs", "rate", "per 1,000", 1000)
SHARE = Definition("clubs", "Members of clubs", "proportion", "%", 100)


def observed(rows: list[dict[str, object]]) -> pa.Table:
    plain: dict[str, object] = {
        "indicator": "clubs",
        "area": "E07000237",
        "period": "2024",
        "period_start": date(2024, 1, 1),
        "status": "ok",
        "value": 1.0,
        "numerator": None,
        "denominator": None,
    }
    full = [{**plain, **row, "row": number} for number, row in enumerate(rows, start=2)]
    table = pa.Table.from_pylist(full)
    return at_the_door(table)


def told(rows: list[dict[str, object]], definition: Definition = RATE) -> list[Finding]:
    return doubts_about(observed(rows), [definition], "a.csv")


def rules(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def test_plain_figures_raise_no_doubt() -> None:
    assert told([{"value": 10.0}, {"value": 0.0, "area": "E07000234"}]) == []


def test_a_rate_below_nought_is_an_error_with_its_row() -> None:
    (finding,) = told([{"value": 4.0}, {"value": -1.0, "area": "E07000234"}])
    assert (finding.rule, finding.severity) == ("negative-value", "error")
    assert finding.source is not None
    assert finding.source.row == 3


def test_a_change_may_be_below_nought() -> None:
    change = Definition("clubs", "Change in members", "value_only", "points")
    assert told([{"value": -1.0}], change) == []


def test_a_suppressed_value_raises_no_doubt() -> None:
    assert told([{"value": None, "status": "suppressed"}], SHARE) == []


def test_a_part_larger_than_its_whole_is_told() -> None:
    assert rules(told([{"numerator": 9.0, "denominator": 8.0}], SHARE)) == ["part-exceeds-whole"]


def test_a_share_of_exactly_the_whole_is_not_told_and_one_above_is() -> None:
    assert told([{"value": 100.0}], SHARE) == []
    assert rules(told([{"value": 100.1}], SHARE)) == ["percentage-above-hundred"]


def test_an_england_far_outside_its_regions_is_told() -> None:
    regions: list[dict[str, object]] = [
        {"area": area, "value": 10.0 + place} for place, area in enumerate(REGIONS)
    ]
    assert told([*regions, {"area": "E92000001", "value": 14.0}]) == []
    found = told([*regions, {"area": "E92000001", "value": 40.0}])
    assert rules(found) == ["england-outside-its-regions"]


def test_an_england_whose_regions_are_not_all_known_is_not_judged() -> None:
    regions: list[dict[str, object]] = [{"area": area, "value": 10.0} for area in REGIONS[:8]]
    assert told([*regions, {"area": "E92000001", "value": 80.0}]) == []


def test_indicators_beyond_the_most_that_are_named_are_counted() -> None:
    codes = [f"clubs{number:02d}" for number in range(30)]
    table = observed([{"indicator": code, "value": -1.0} for code in codes])
    findings = doubts_about(table, [Definition(code, code, "count") for code in codes], "a.csv")
    assert len(findings) == 26
    assert "5 more indicators" in findings[-1].message


def test_the_first_of_two_stays_whether_the_other_says_the_same_or_not() -> None:
    table = observed([{"value": 1.0}, {"value": 1.0}, {"value": 2.0}, {"period": "2025"}])
    repeats = without_repeats(table)
    assert repeats.observations["row"].to_pylist() == [2, 5]
    assert (repeats.same, repeats.other) == (1, 1)
    assert (repeats.same_rows, repeats.other_rows) == (((3, 2),), ((4, 2),))


def test_two_cells_without_a_value_say_the_same() -> None:
    nothing: dict[str, object] = {"value": None, "status": "not_available"}
    assert without_repeats(observed([nothing, nothing])).same == 1


def _series(*values: float) -> list[dict[str, object]]:
    return [
        {"value": value, "period": str(2015 + place), "period_start": date(2015 + place, 1, 1)}
        for place, value in enumerate(values)
    ]


def test_a_value_far_from_those_before_and_after_is_asked_about() -> None:
    (finding,) = told(_series(158, 160, 6078, 152, 155, 161))
    assert (finding.rule, finding.quotes) == ("sudden-jump", ("6,078",))
    (finding,) = told(_series(158, 160, 0, 152, 155, 161))
    assert finding.quotes == ("0",)


def test_a_level_that_changes_for_good_or_doubles_is_not_asked_about() -> None:
    assert told(_series(20, 21, 20, 60, 61, 62)) == []
    assert told(_series(3, 0, 4, 40, 2, 3)) == []


def test_whole_percentages_in_the_hundreds_are_counts() -> None:
    assert "percentage-holds-counts" in rules(told(_series(40, 900, 1015), SHARE))
    assert "percentage-holds-counts" not in rules(told(_series(40, 130.5, 233.3), SHARE))


def test_shares_written_as_fractions_are_asked_about() -> None:
    assert rules(told(_series(0.4, 0.55, 0.61, 1.0), SHARE)) == ["percentage-looks-like-a-fraction"]
    assert told(_series(0.02, 0.1, 0.05, 0.03), SHARE) == []
    assert told(_series(0.4, 0.55, 0.61, 1.2), SHARE) == []
