"""Limits, comparison with England and recent trend of the published Fingertips file, by our methods.

Every difference has a name, and a reason that is tested on that very row; none is left over.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from functools import cache
from math import isclose
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from builders.shared import DATA, WITHOUT_DATA
from oneplan.evidence.benchmarks.compare import Compared, compare
from oneplan.evidence.benchmarks.neighbours import NEIGHBOURS
from oneplan.evidence.catalogue import load_catalogue
from oneplan.evidence.definitions import by_series
from oneplan.evidence.observations.release_file import release_bytes
from oneplan.evidence.scoring.asked import Asked, Benchmarks
from oneplan.evidence.scoring.embedded import Embedded
from oneplan.evidence.scoring.observed import Releases
from oneplan.evidence.scoring.run import score
from oneplan.evidence.statistics.rate import rate
from oneplan.evidence.statistics.trend import Point, Trend, recent_trend
from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.period_labels import read_period

pytestmark = pytest.mark.skipif(DATA is None, reason=WITHOUT_DATA)

Row = dict[str, str]
ENGLAND = "E92000001"
PER = 10_000
PRINTED = 2e-6
"""Values are printed with seven figures or more."""
ROUNDED_TO_5 = (-2, -1, 1, 2)

LIMITS = {0.95: "95.0", 0.998: "99.8"}
LABELS = {"better": "Better", "similar": "Similar", "worse": "Worse", "none": "Not compared"}
MARKERS = {
    "increasing": "Increasing and getting worse",
    "decreasing": "Decreasing and getting better",
    "no_significant_change": "No significant change",
    "cannot_be_calculated": "Cannot be calculated",
}
REVERSED = {"increasing": "decreasing", "decreasing": "increasing"}


@cache
def rows() -> tuple[Row, ...]:
    assert DATA is not None
    path = DATA / "fingertips" / "la_hospital_admissions_2324.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


def figure(row: Row, column: str) -> float | None:
    return float(row[column]) if row[column].strip() else None


def published_limits(row: Row, level: str) -> tuple[float | None, float | None]:
    """The limits; where a value is withheld the file prints −1 for them, which is none."""
    if figure(row, "Value") is None:
        return None, None
    return figure(row, f"Lower CI {level} limit"), figure(row, f"Upper CI {level} limit")


def limits_of(count: float, row: Row, confidence: float) -> tuple[float, float]:
    found = rate(count, figure(row, "Denominator"), confidence, PER)
    assert found.lower is not None
    assert found.upper is not None
    return found.lower, found.upper


def alike(ours: tuple[float, float], published: tuple[float | None, float | None]) -> bool:
    return all(
        other is not None and isclose(one, other, rel_tol=PRINTED)
        for one, other in zip(ours, published, strict=True)
    )


@cache
def count_before_rounding(place: int) -> float | None:
    """The count that gives the published limits of a row: the published one or one that rounds to it."""
    row = rows()[place]
    count = figure(row, "Count")
    if count is None:
        return None
    published = published_limits(row, "95.0")
    for shift in (0, *ROUNDED_TO_5):
        if count + shift >= 0 and alike(limits_of(count + shift, row, 0.95), published):
            return count + shift
    return None


@pytest.mark.parametrize("confidence", LIMITS)
def test_limits_are_those_of_the_count_before_it_was_rounded(confidence: float) -> None:
    reasons: Counter[str] = Counter()
    for place, row in enumerate(rows()):
        published = published_limits(row, LIMITS[confidence])
        count = figure(row, "Count")
        if published[0] is None or count is None:
            reasons["no limits published"] += 1
        elif alike(limits_of(count, row, confidence), published):
            reasons["equal"] += 1
        else:
            before = count_before_rounding(place)
            explained = before is not None and alike(limits_of(before, row, confidence), published)
            rounded = count % 5 == 0
            reasons["count rounded to 5 after the limits" if explained and rounded else "?"] += 1
    print(f"limits at {confidence:.1%}", dict(reasons))
    assert "?" not in reasons
    assert reasons["equal"] + reasons["count rounded to 5 after the limits"] > 6000


def test_values_are_the_rounded_count_by_the_population() -> None:
    for row in rows():
        count, value = figure(row, "Count"), figure(row, "Value")
        if count is not None and value is not None:
            found = rate(count, figure(row, "Denominator"), None, PER).value
            assert found is not None
            assert isclose(found, value, rel_tol=PRINTED)


@cache
def england() -> dict[tuple[str, str], Row]:
    """England's figure for a period and sex, where the file has its own row of it."""
    return {
        (row["Time period"], row["Sex"]): row
        for row in rows()
        if row["Area Code"] == ENGLAND and not row["Category Type"]
    }


def label(row: Row, limits: tuple[float | None, float | None]) -> str:
    whole = england().get((row["Time period"], row["Sex"]))
    figures = Compared(
        figure(row, "Value"),
        lower95=limits[0],
        upper95=limits[1],
        comparator=figure(whole, "Value") if whole else None,
    )
    return LABELS[compare(figures, "single_95", "low_is_good")]


def is_england_itself(row: Row) -> bool:
    return row["Area Code"] == ENGLAND and not row["Category Type"]


def test_the_comparison_with_england_is_the_published_one() -> None:
    reasons: Counter[str] = Counter()
    for row in rows():
        published = row["Compared to England value or percentiles"]
        if is_england_itself(row):
            reasons["England beside itself"] += 1
            assert published in ("Similar", "Not compared")
        elif label(row, published_limits(row, "95.0")) == published:
            reasons["equal"] += 1
        else:
            reasons["?"] += 1
    print("comparison by the published limits", dict(reasons))
    assert "?" not in reasons
    assert reasons["equal"] > 7000


def test_the_comparison_by_limits_of_our_own_differs_only_where_the_count_was_rounded() -> None:
    reasons: Counter[str] = Counter()
    for place, row in enumerate(rows()):
        count, before = figure(row, "Count"), count_before_rounding(place)
        if count is None or before is None or is_england_itself(row):
            continue
        published = row["Compared to England value or percentiles"]
        if label(row, limits_of(count, row, 0.95)) == published:
            reasons["equal"] += 1
        elif before != count and label(row, limits_of(before, row, 0.95)) == published:
            reasons["count rounded to 5 after the limits"] += 1
        else:
            reasons["?"] += 1
    print("comparison by our limits", dict(reasons))
    assert "?" not in reasons
    assert 0 < reasons["count rounded to 5 after the limits"] < 0.02 * reasons["equal"]


def trends() -> list[tuple[str, Trend]]:
    """The published marker of every series with our trend of its latest five years."""
    series: dict[tuple[str, ...], dict[str, Row]] = defaultdict(dict)
    for row in rows():
        key = tuple(row[name] for name in ("Area Code", "Sex", "Category Type", "Category"))
        series[key].setdefault(row["Time period Sortable"], row)
    found = []
    for by_period in series.values():
        ordered = [by_period[period] for period in sorted(by_period)]
        points = [
            Point(figure(row, "Value"), None, None, *published_limits(row, "95.0"))
            for row in ordered
        ]
        found.append((ordered[-1]["Recent Trend"], recent_trend(points, "interval")))
    return found


def test_recent_trends_agree_in_all_but_the_direction_which_the_file_has_the_wrong_way_round() -> (
    None
):
    reasons: Counter[str] = Counter()
    for published, trend in trends():
        if not published:
            assert trend.direction == "cannot_be_calculated"
            reasons["no marker published, none calculated"] += 1
        elif MARKERS[trend.direction] == published:
            reasons["equal"] += 1
        elif MARKERS[REVERSED.get(trend.direction, trend.direction)] == published:
            reasons["a fall is marked as a rise"] += trend.direction == "decreasing"
            reasons["a rise is marked as a fall"] += trend.direction == "increasing"
        else:
            reasons["?"] += 1
    print("recent trend", dict(reasons))
    assert "?" not in reasons
    significant = sum(trend.significant or False for _, trend in trends())
    assert (
        significant == reasons["a fall is marked as a rise"] + reasons["a rise is marked as a fall"]
    )


def test_the_file_without_limits_is_not_tested_but_its_labels_lie_on_the_right_side() -> None:
    assert DATA is not None
    path = DATA / "fingertips" / "derived_trafford_obese_year6.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = [row for row in csv.DictReader(file) if row["value"] != "NA"]
    whole = {
        (row["period"], row["indicator"], row["inequality"]): float(row["value"])
        for row in table
        if row["area_code"] == ENGLAND
    }
    sides: Counter[str] = Counter()
    for row in table:
        benchmark = whole.get((row["period"], row["indicator"], "NA"))
        if benchmark is None or row["compared_to_England"] not in ("Better", "Worse"):
            continue
        above = float(row["value"]) - benchmark
        right = above < 0 if row["compared_to_England"] == "Better" else above > 0
        sides["right" if right else "?"] += 1
        figures = Compared(float(row["value"]), comparator=benchmark)
        assert compare(figures, "single_95", "low_is_good") == "none"
    print("labels without limits", dict(sides))
    assert "?" not in sides
    assert sides["right"] > 2000


def test_scoring_in_sets_says_what_the_file_says(tmp_path: Path) -> None:
    """Authorities only: England's deciles are groups of England itself for scoring."""
    assert DATA is not None
    name = "la_hospital_admissions_2324.csv"
    reading = read_observations((DATA / "fingertips" / name).read_bytes(), name)
    file, output = tmp_path / "release.parquet", tmp_path / "results.parquet"
    file.write_bytes(release_bytes(reading.observations)[1])
    empty = pa.table({"area": pa.array([], pa.string()), "region": pa.array([], pa.string())})
    asked = Asked(
        by_series(load_catalogue()), Benchmarks(empty, NEIGHBOURS.empty_table()), read_period
    )
    score(Releases([file]), asked, Embedded, output, lambda _done, _of: None)
    scores = {
        (row["area"], row["period"], row["group"]): row for row in pq.read_table(output).to_pylist()
    }
    counts: Counter[str] = Counter()
    for row in rows():
        if row["Area Code"] == ENGLAND:
            continue
        group = "age=<15 yrs" + ("" if row["Sex"] == "Persons" else f"; sex={row['Sex']}")
        ours = scores[row["Area Code"], row["Time period"], group]
        assert (ours["lower"], ours["upper"]) == published_limits(row, "95.0")
        comparison = {"not_tested": "none"}.get(
            ours["england_comparison"], ours["england_comparison"]
        )
        assert LABELS[comparison] == row["Compared to England value or percentiles"]
        counts[comparison] += 1
        if row["Recent Trend"] in MARKERS.values() and ours["trend"]:
            turned = REVERSED.get(ours["trend"], ours["trend"])
            assert MARKERS[turned] == row["Recent Trend"]
            counts["trends"] += 1
    print("scoring", dict(counts))
    assert counts["trends"] > 400
    assert counts["none"] < 150
