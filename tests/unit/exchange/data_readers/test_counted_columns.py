from __future__ import annotations

import pytest

from oneplan.evidence.disclosure.counted import CountedCell, Structure
from oneplan.exchange.data_readers.counted_columns import Columns, columns_of, everyone_by_sum
from oneplan.exchange.data_readers.counted_file import read_counted
from oneplan.exchange.data_readers.counted_shares import shares_of
from oneplan.exchange.data_readers.rows import UnreadableTable

Row = dict[str, str]


def of(rows: list[Row], **wanted: str) -> Columns:
    return columns_of(rows, Columns(**wanted))  # type: ignore[arg-type]


def test_headers_say_what_is_counted_out_of_what() -> None:
    row = {"Year": "2024", "Area": "Ashby", "Numerator": "3", "Denominator": "9", "Lower CI": "1.2"}
    columns = of([row])
    assert (columns.count, columns.base, columns.figures) == (
        "Numerator",
        "Denominator",
        ("Lower CI",),
    )
    assert columns.dimensions == {"Year": "period", "Area": "area"}
    assert columns.apart == {"period"}


def test_a_column_of_numbers_without_a_known_name_is_a_figure_and_no_dimension() -> None:
    rows = [{"area": a, "pupils": "9", "excluded": n} for a, n in (("Ashby", "2"), ("Birch", "7"))]
    assert of(rows).figures == ("excluded",)


def test_numbers_that_are_labels_divide_people() -> None:
    rows = [
        {"age": a, "deprivation decile": d, "count": "9"} for a in ("5", "6") for d in ("1", "2")
    ]
    assert list(of(rows).dimensions) == ["age", "deprivation decile"]


def test_a_code_beside_a_name_is_one_dimension() -> None:
    row = {"area_code": "E1", "area_name": "Ashby", "Gender": "Boys", "count": "9"}
    assert of([row]).dimensions == {"area_name": "area", "Gender": "sex"}


def test_a_population_is_a_base_that_everybody_knows() -> None:
    assert of([{"area": "Ashby", "count": "3", "population": "900"}]).base_is_public


@pytest.mark.parametrize("wanted", [{"count": "pupil"}, {"base": "all"}])
def test_a_column_that_is_not_there_is_told(wanted: dict[str, str]) -> None:
    with pytest.raises(UnreadableTable, match="There is no column"):
        of([{"area": "Ashby", "count": "3"}], **wanted)


def test_the_sum_of_all_others_is_everyone_even_where_one_count_is_wrong() -> None:
    keys = [{"area": a, "sex": s} for s in ("Boys", "Girls", "Total") for a in "ABT"]
    counts: list[int | None] = [3, 20, 23, 43, 20, 63, 46, 39, 86]
    assert everyone_by_sum("area", keys, counts) == "T"
    assert everyone_by_sum("sex", keys, [1, 2, 4, 8, 16, 32, 64, 128, 256]) is None


def test_percentages_are_known_for_shares_of_a_total_only_where_all_bear_it_out() -> None:
    rows = [
        {"sex": s, "count": "9", "%": p} for s, p in (("B", "7.0"), ("G", "93.0"), ("", "100.0"))
    ]
    cells = [CountedCell((("sex", "B"),), 3), CountedCell((("sex", "G"),), 40), CountedCell((), 43)]
    columns = Columns(count="count", figures=("%",), dimensions={"sex": "sex"})
    assert shares_of(rows, columns, cells) == {"%": "sex"}
    assert shares_of([{**row, "%": "50.0"} for row in rows], columns, cells) == {}


def test_pooled_years_are_placed_by_their_days() -> None:
    rows = [{"year": y, "count": "9"} for y in ("2022/23", "2023/24", "2022/23 - 2023/24")]
    read = read_counted(rows, "t.csv", wanted=Columns(), structure=Structure())
    spans = read.table.structure.spans["period"]
    assert spans["2022/23 - 2023/24"] == (spans["2022/23"][0], spans["2023/24"][1])
    assert spans["2022/23"][1] == spans["2023/24"][0]


def test_symbols_stay_and_what_is_no_count_is_told_with_its_line() -> None:
    rows = [
        {"area": a, "count": c} for a, c in (("A", "c"), ("B", "x"), ("D", "2.5"), ("E", "1,234"))
    ]
    read = read_counted(rows, "t.csv", wanted=Columns(), structure=Structure())
    cells = read.table.cells
    assert [cell.count for cell in cells] == [None, None, None, 1234]
    assert [cell.withheld for cell in cells] == [True, False, True, False]
    assert [(f.rule, f.source and f.source.line) for f in read.findings] == [("count-not-read", 4)]
