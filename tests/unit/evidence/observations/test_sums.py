from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.schema import at_the_door
from oneplan.evidence.observations.sums import NOTE, without_sums

ENGLAND = "E92000001"
REGIONS = [f"E1200000{number}" for number in range(1, 10)]
RATE = Definition("clubs", "Members of clubs", "rate", "per 1,000", 1000)


def observed(england: float, regions: list[float], indicator: str = "clubs") -> pa.Table:
    rows = [
        {
            "indicator": indicator,
            "area": area,
            "period": "2024",
            "period_start": date(2024, 1, 1),
            "period_end": date(2024, 12, 31),
            "value": value,
            "lower": value - 1,
            "status": "ok",
            "row": number,
        }
        for number, (area, value) in enumerate(
            zip([ENGLAND, *REGIONS, "E10000034"], [england, *regions, 12.0], strict=True), start=2
        )
    ]
    return at_the_door(pa.Table.from_pylist(rows))


def test_a_rate_that_is_the_sum_of_its_regions_is_not_available() -> None:
    table = without_sums(observed(1260.0, [140.0] * 9), [RATE])
    england, *others = table.to_pylist()
    assert (england["status"], england["value"], england["lower"]) == ("not_available", None, None)
    assert (england["symbol"], england["note"]) == ("1,260", NOTE)
    assert [row["value"] for row in others] == [140.0] * 9 + [12.0]
    assert all(row["status"] == "ok" and row["note"] == "" for row in others)


@pytest.mark.parametrize(
    ("england", "definition"),
    [(140.0, RATE), (1260.0, Definition("clubs", "Members of clubs", "count")), (1000.0, RATE)],
)
def test_everything_else_stays_as_it_is(england: float, definition: Definition) -> None:
    table = observed(england, [140.0] * 9)
    assert without_sums(table, [definition]) is table


@pytest.mark.parametrize(("regions", "kept"), [(112.0, True), (40.0, False)])
def test_counts_that_are_labelled_percentages_keep_their_sum(regions: float, kept: bool) -> None:
    share = Definition("clubs", "Members of clubs", "proportion", "%", 100)
    table = without_sums(observed(9 * regions, [regions] * 9), [share])
    assert (table.to_pylist()[0]["status"] == "ok") == kept


def test_only_the_indicator_at_fault_loses_its_figure() -> None:
    table = pa.concat_tables([observed(1260.0, [140.0] * 9), observed(145.0, [140.0] * 9, "teams")])
    kept = without_sums(table, [RATE, Definition("teams", "Teams", "rate", "per 1,000", 1000)])
    assert [row["value"] for row in kept.to_pylist() if row["area"] == ENGLAND] == [None, 145.0]
