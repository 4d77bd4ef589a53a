"""Groups of one code that are definitions of their own, of which one is good high and the other low."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from builders.any_observations import ENGLAND, asked
from builders.scored import Key, Result, results_of
from oneplan.evidence.definitions import Definition, Series, by_series, by_series_and_group
from oneplan.evidence.scoring.good_ways import good_way
from oneplan.evidence.scoring.small_tables import Keys

MOVED, STAYED = "homes=three or more", "homes=the same"
CODE = "moves/percent"
DEFINITIONS = [
    Definition(
        "moved", "Moved", "proportion", "%", polarity="low", series=(Series(CODE, group=MOVED),)
    ),
    Definition(
        "stayed", "Stayed", "proportion", "%", polarity="high", series=(Series(CODE, group=STAYED),)
    ),
]
AREAS = ("E06000001", "E08000001")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[Key, Result]:
    rows = [
        {
            "indicator": CODE,
            "area": area,
            "period": "2015/16",
            "group": group,
            "status": "ok",
            "numerator": events,
            "denominator": 1000.0,
        }
        for group in (MOVED, STAYED, f"{MOVED}; sex=Female", "homes=another")
        for area, events in ((ENGLAND, 500.0), (AREAS[0], 700.0), (AREAS[1], 300.0))
    ]
    wanted = replace(
        asked(),
        definitions=by_series(DEFINITIONS),
        by_group=by_series_and_group(DEFINITIONS),
    )
    return results_of(pa.Table.from_pylist(rows), Path(tmp_path_factory.mktemp("ways")), wanted)


@pytest.mark.parametrize(
    ("group", "first", "second"),
    [
        (MOVED, "worse", "better"),
        (STAYED, "better", "worse"),
        (f"{MOVED}; sex=Female", "worse", "better"),
        ("homes=another", "higher", "lower"),
    ],
)
def test_each_group_is_judged_by_its_own_definition(
    results: dict[Key, Result], group: str, first: str, second: str
) -> None:
    found = [results[CODE, area, "2015/16", group] for area in AREAS]
    assert [row["england_comparison"] for row in found] == [first, second]
    ranks = {"worse": [2, 1], "better": [1, 2], "higher": [None, None]}
    assert [row["rank"] for row in found] == ranks[first]
    assert found[0]["rank_rule"] == ("no_polarity" if first == "higher" else "lait_rank")


def test_what_is_calculated_is_what_the_definitions_agree_on() -> None:
    shared = by_series(DEFINITIONS)[CODE]
    assert (shared.kind, shared.unit, shared.polarity) == ("proportion", "%", None)
    other = replace(DEFINITIONS[1], kind="rate")
    assert CODE not in by_series([DEFINITIONS[0], other])


def test_nothing_is_asked_of_groups_where_none_differ() -> None:
    keys = Keys([CODE], ["", MOVED], ["2015/16"], [ENGLAND])
    assert good_way([CODE], keys, by_series(DEFINITIONS), {}) == "d.good"
