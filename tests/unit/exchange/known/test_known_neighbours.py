from __future__ import annotations

from collections import defaultdict

import pytest

from oneplan.evidence.benchmarks.neighbours import NEIGHBOURS, neighbours_mean
from oneplan.exchange.known.areas import known_areas
from oneplan.exchange.known.neighbours import MODELS, known_neighbours

WORCESTERSHIRE = "E10000034"


def names_of(model: str, area: str) -> list[str]:
    rows = known_neighbours(model).to_pylist()
    return [known_areas()[row["neighbour"]].name for row in rows if row["area"] == area]


def test_the_two_models_of_the_department_name_other_neighbours() -> None:
    assert names_of("dfe-2025", WORCESTERSHIRE)[:3] == ["Somerset", "Gloucestershire", "Dorset"]
    assert names_of("dfe-2021", WORCESTERSHIRE)[:3] == ["Warwickshire", "North Somerset", "Essex"]


@pytest.mark.parametrize(
    ("model", "size"), [("dfe-2025", 10), ("dfe-2021", 10), ("ons-demographic", 20)]
)
def test_every_area_has_its_neighbours_in_order_and_never_itself(model: str, size: int) -> None:
    sets = defaultdict(list)
    for row in known_neighbours(model).to_pylist():
        assert row["area"] != row["neighbour"]
        sets[row["area"]].append((row["position"], row["neighbour"]))
    assert len(sets) > 150
    for found in sets.values():
        assert [place for place, _ in found] == list(range(1, size + 1))
        assert len({neighbour for _, neighbour in found}) == size


def test_every_set_has_a_model_and_a_date_and_english_codes_that_are_known() -> None:
    table = known_neighbours()
    assert table.schema == NEIGHBOURS
    said = {(row["model"], row["as_of"]) for row in table.to_pylist()}
    assert said == {(model.name, model.as_of) for model in MODELS}
    codes = {*table["area"].to_pylist(), *table["neighbour"].to_pylist()}
    assert not {code for code in codes if code.startswith("E") and code not in known_areas()}


def test_a_model_that_is_not_known_has_no_neighbours() -> None:
    assert known_neighbours("dfe-1999").num_rows == 0


def test_the_neighbours_mean_leaves_out_what_is_missing() -> None:
    assert neighbours_mean([1.0, None, 4.0]) == 2.5
    assert neighbours_mean([None, None]) is None
    assert neighbours_mean([]) is None
