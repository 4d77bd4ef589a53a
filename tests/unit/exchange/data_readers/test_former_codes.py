from __future__ import annotations

import pytest

from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.former_codes import SAME_UNDER_NEWER

BEFORE, TODAY = "E08000016", "E08000038"


def areas_of(*rows: str) -> tuple[list[str], int]:
    text = "indicator,area,period,value\n" + "\n".join(rows)
    reading = read_observations(text.encode(), "clubs.csv")
    assert reading.cells == reading.observations.num_rows + sum(reading.rejected.values())
    return reading.observations["area"].to_pylist(), reading.rejected[SAME_UNDER_NEWER]


def test_a_figure_under_both_codes_of_an_authority_counts_once() -> None:
    areas, left = areas_of(
        f"clubs,{BEFORE},2024,5", f"clubs,{TODAY},2024,5.0", "clubs,E10000034,2024,5"
    )
    assert (areas, left) == ([TODAY, "E10000034"], 1)


@pytest.mark.parametrize(
    "rows",
    [
        (f"clubs,{BEFORE},2024,5", f"clubs,{TODAY},2024,6"),
        (f"clubs,{BEFORE},2023,5", f"clubs,{TODAY},2024,5"),
        (f"clubs,{BEFORE},2024,5", f"teams,{TODAY},2024,5"),
        (f"clubs,{BEFORE},2024,c", f"clubs,{TODAY},2024,5"),
    ],
)
def test_another_figure_or_one_that_stands_alone_stays(rows: tuple[str, ...]) -> None:
    assert areas_of(*rows) == ([BEFORE, TODAY], 0)


def test_two_cells_without_a_figure_are_the_same() -> None:
    assert areas_of(f"clubs,{BEFORE},2024,c", f"clubs,{TODAY},2024,c") == ([TODAY], 1)


def test_it_is_told_with_a_row() -> None:
    text = f"indicator,area,period,value\nclubs,{BEFORE},2024,5\nclubs,{TODAY},2024,5\n"
    reading = read_observations(text.encode(), "clubs.csv")
    (finding,) = (each for each in reading.findings if each.rule == "area-under-two-codes")
    assert finding.source is not None
    assert (finding.severity, finding.source.row) == ("info", 2)
