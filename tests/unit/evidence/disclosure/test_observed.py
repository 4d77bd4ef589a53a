from __future__ import annotations

from datetime import date

import pyarrow as pa

from oneplan.evidence.definitions import Definition
from oneplan.evidence.disclosure.clearing import clear
from oneplan.evidence.disclosure.counted import Structure
from oneplan.evidence.disclosure.observed import counted_observations
from oneplan.evidence.disclosure.rule import SuppressionRule
from oneplan.evidence.observations.schema import at_the_door

RULE = SuppressionRule("Under five", "A made-up source", 5)
COUNTY, ONE, OTHER = "E10000034", "E07000237", "E07000238"


def observed(*rows: dict[str, object]) -> pa.Table:
    always = {
        "indicator": "clubs",
        "period": "2024",
        "period_start": date(2024, 1, 1),
        "period_end": date(2024, 12, 31),
        "group": "",
        "status": "ok",
        "symbol": "",
        "numerator": None,
        "denominator": None,
        "value": None,
    }
    return at_the_door(pa.Table.from_pylist([{**always, **row} for row in rows]))


def test_districts_protect_each_other_under_their_county() -> None:
    table = observed(
        {"area": ONE, "value": 3.0},
        {"area": OTHER, "value": 40.0},
        {"area": COUNTY, "value": 43.0},
    )
    parts = Structure(parts={"area": {COUNTY: (ONE, OTHER)}})
    counted = counted_observations(table, Definition("clubs", "Clubs", kind="count"), parts)
    assert [cell.text for cell in clear(counted, RULE).table] == ["c", "c", "43"]


def test_a_share_without_its_numerator_is_worked_back_and_withheld() -> None:
    table = observed(
        {"area": ONE, "value": 6.0, "denominator": 50.0},
        {"area": OTHER, "value": 50.0, "denominator": 80.0},
    )
    share = Definition("clubs", "Clubs", kind="proportion", unit="%")
    cleared = clear(counted_observations(table, share), RULE).table
    assert [cell.text for cell in cleared] == ["c", "40"]


def test_the_population_of_a_rate_is_shown_and_the_small_count_is_not() -> None:
    table = observed({"area": ONE, "numerator": 3.0, "denominator": 9_000.0, "value": 3.3})
    rate = Definition("clubs", "Clubs", kind="rate", unit="per 10,000")
    cell = clear(counted_observations(table, rate), RULE).table.cells[0]
    assert (cell.text, cell.base) == ("c", 9_000)


def test_groups_are_dimensions_and_what_the_source_withheld_stays_withheld() -> None:
    table = observed(
        {"area": ONE, "group": "sex=Female", "status": "suppressed", "symbol": "c"},
        {"area": ONE, "group": "sex=Male", "value": 40.0},
        {"area": ONE, "value": 43.0},
    )
    counted = counted_observations(table, Definition("clubs", "Clubs", kind="count"))
    cleared = clear(counted, RULE)
    assert cleared.reasons[0] == "source"
    assert cleared.table.withheld == 2
