"""Which header stands for which column."""

from __future__ import annotations

import pytest

from oneplan.evidence.calculations.columns import ADDED, NEEDED, TAKEN, headers_of
from oneplan.evidence.calculations.table import METHODS, calculated


def test_headers_are_known_whatever_their_case_and_marks() -> None:
    found = headers_of("compare", ["Value", "LOWER 95", "upper_95", "Comparator", "Note"])
    expected = {"value": "Value", "lower95": "LOWER 95", "upper95": "upper_95"}
    assert found == {**expected, "comparator": "Comparator"}


def test_a_header_that_is_written_exactly_goes_first() -> None:
    assert headers_of("gap", ["X1", "x1"])["x1"] == "x1"


@pytest.mark.parametrize("method", METHODS)
def test_every_method_adds_the_columns_that_are_listed(method: str) -> None:
    assert set(NEEDED[method]) <= set(TAKEN[method])
    (found,) = calculated(method, [dict.fromkeys(TAKEN[method], "nonsense")])
    assert set(found) >= {*ADDED[method], "outcome", "message"}
