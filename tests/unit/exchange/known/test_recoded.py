from __future__ import annotations

import pyarrow as pa

from oneplan.evidence.benchmarks.neighbours import NEIGHBOURS
from oneplan.exchange.known.areas import known_areas
from oneplan.exchange.known.neighbours import known_neighbours
from oneplan.exchange.known.recoded import recoded_areas, under_every_code

BARNSLEY_BEFORE, BARNSLEY = "E08000016", "E08000038"


def test_an_authority_goes_on_under_a_newer_code() -> None:
    assert recoded_areas()[BARNSLEY_BEFORE] == BARNSLEY
    assert all(known_areas()[code].end is not None for code in recoded_areas())
    assert not recoded_areas().keys() & set(recoded_areas().values())


def test_an_authority_that_was_divided_or_merged_is_another() -> None:
    assert not {"E10000006", "E10000021", "E06000028"} & recoded_areas().keys()


def test_every_code_of_an_area_has_its_neighbours() -> None:
    table = under_every_code(known_neighbours("dfe-2025"))
    assert table.schema == NEIGHBOURS
    sets: dict[str, list[str]] = {}
    for row in table.to_pylist():
        sets.setdefault(row["area"], []).append(row["neighbour"])
    assert sorted(sets[BARNSLEY_BEFORE]) == sorted(sets[BARNSLEY])
    naming = [found for found in sets.values() if BARNSLEY in found]
    assert naming
    assert all(BARNSLEY_BEFORE in found for found in naming)
    todays = set(recoded_areas().values()) | set(sets) - set(recoded_areas())
    for area in todays & set(sets):
        assert len([code for code in sets[area] if code not in recoded_areas()]) == 10


def test_sets_without_such_an_area_stay_as_they_are() -> None:
    kent = known_neighbours("dfe-2025").schema.empty_table()
    assert under_every_code(kent).num_rows == 0
    one = pa.table([["m"], ["2024"], ["E10000016"], ["E10000014"], [1]], schema=NEIGHBOURS)
    assert under_every_code(one) == one
