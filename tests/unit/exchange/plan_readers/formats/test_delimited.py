from __future__ import annotations

import pytest

from oneplan.exchange.plan_readers.blocks import Paragraph, SourceDocument
from oneplan.exchange.plan_readers.source import read_source


def read(text: str, name: str = "plan.csv", encoding: str = "utf-8") -> SourceDocument:
    return read_source(text.encode(encoding), name)


def grid(source: SourceDocument) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in source.tables() for row in table.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_whatever_divides_the_cells_is_found(delimiter: str) -> None:
    lines = [["Action", "Lead", "When"], ["Dig ponds", "Rangers", "May"], ["Fill", "", "June"]]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    assert grid(read(text)) == lines


def test_quoted_line_ends_are_lines_and_the_count_of_lines_goes_on() -> None:
    source = read('Action,Lead\n"Dig\n• one\n• two",Rangers\nFill,Wardens\n')
    (table,) = source.tables()
    assert [line.text for line in table.rows[1].cells[0].lines] == ["Dig", "one", "two"]
    assert [row.source.line for row in table.rows] == [1, 2, 5]


def test_notes_above_the_table_are_paragraphs() -> None:
    source = read("Plan for ponds,,\n,,\nAction,Lead,When\nDig,Rangers,May\n")
    first, _ = source.blocks
    assert isinstance(first, Paragraph)
    assert first.text == "Plan for ponds"
    assert len(grid(source)) == 2


def test_a_declared_separator_is_believed() -> None:
    source = read("sep=;\nAction, first;Lead\nDig, deep;Rangers\n")
    assert grid(source)[1] == ["Dig, deep", "Rangers"]
    (table,) = source.tables()
    assert table.rows[0].source.line == 2


def test_rows_of_different_lengths_are_filled_up() -> None:
    assert [len(row) for row in grid(read("a,b,c\nd\ne,f\n"))] == [3, 3, 3]


def test_a_windows_file_is_read_and_said() -> None:
    source = read("Action,Cost,Lead\nDig – deep,£5,Rangers\nFill,£6,Wardens\n", encoding="cp1252")
    assert grid(source)[1] == ["Dig – deep", "£5", "Rangers"]
    assert [f.rule for f in source.findings] == ["encoding-guessed"]


def test_a_quote_that_never_closes_keeps_what_can_be_kept() -> None:
    source = read('Action,Lead\nDig,Rangers\n"Fill,Wardens\nMow,Boats\n')
    assert grid(source)[1] == ["Dig", "Rangers"]


def test_a_table_of_commas_without_an_extension_is_csv_and_prose_is_not() -> None:
    table = "Action,Lead,When\nDig,Rangers,May\nFill,Wardens,June\n"
    assert read(table, "plan").format == "csv"
    prose = "Ponds, woods, and paths matter.\nWe dig, plant and mow.\nIt is, we think, enough.\n"
    assert read(prose, "plan").format == "text"
