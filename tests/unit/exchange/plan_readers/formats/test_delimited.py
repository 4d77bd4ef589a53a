from __future__ import annotations

from dataclasses import replace

import pytest

from oneplan.exchange.plan_readers.blocks import Paragraph, SourceDocument
from oneplan.exchange.plan_readers.formats.delimited import read_delimited
from oneplan.exchange.plan_readers.limits import LIMITS
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


def test_a_quote_that_never_closes_swallows_nothing_and_is_said() -> None:
    source = read(
        'Action,Lead\nDig,Rangers\n"Fill,Wardens\nMow,"Boats\nand canoes"\nPlant,Scouts\n'
    )
    assert grid(source)[1:] == [
        ["Dig", "Rangers"],
        ["Fill", "Wardens"],
        ["Mow", "Boats and canoes"],
        ["Plant", "Scouts"],
    ]
    assert read("Action,Lead\nDig,Rangers\n").findings == ()
    broken = read('Action,Lead,When\nDig,"Rangers,May\nFill,Wardens,June\nMow,Boats,July\n')
    assert grid(broken)[1:] == [
        ["Dig", "Rangers", "May"],
        ["Fill", "Wardens", "June"],
        ["Mow", "Boats", "July"],
    ]
    (finding,) = broken.findings
    assert finding.rule == "quote-never-closed"
    assert finding.source is not None
    assert (finding.source.line, finding.quotes) == (2, ('Dig,"Rangers,May',))


def test_inches_and_sloppy_quotes_inside_cells_are_left_alone() -> None:
    source = read('Action,Lead,When\nLay 5" pipe,Rangers,May\nDig "deep" pond,Wardens,June\n')
    assert grid(source)[1:] == [
        ['Lay 5" pipe', "Rangers", "May"],
        ['Dig "deep" pond', "Wardens", "June"],
    ]
    assert not source.findings


def test_cells_and_columns_beyond_the_limits_are_said() -> None:
    text = "Action,Lead,When\n" + "Dig,Rangers,May\n" * 9
    contents = read_delimited(text.encode(), "plan.csv", replace(LIMITS, cells=9))
    (finding,) = contents.findings
    assert finding.message == "Reading stopped after 9 cells; what follows is not in the plan."
    assert finding.source is not None
    assert finding.source.line == 4
    contents = read_delimited(text.encode(), "plan.csv", replace(LIMITS, columns=2))
    (finding,) = contents.findings
    assert finding.rule == "table-too-wide"
    assert finding.quotes == ("When", "May", "May", "May", "May")


def test_empty_cells_at_the_end_of_a_line_count_for_nothing() -> None:
    text = f"Action,Lead,When{',' * 900}\nDig,Rangers,May{',' * 900}\n"
    source = read(text)
    assert grid(source) == [["Action", "Lead", "When"], ["Dig", "Rangers", "May"]]
    assert not source.findings


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encodings_that_excel_saves_are_read(encoding: str) -> None:
    source = read("Action;Cost;Lead\nDig – deep;£5;Rangers\nFill;£6;Wardens\n", encoding=encoding)
    assert grid(source)[1] == ["Dig – deep", "£5", "Rangers"]
    assert not source.findings


def test_curly_quotes_of_windows_are_quotes_not_marks() -> None:
    source = read(
        "Action,Lead,When\nOpen “Pond Watch” clubs,Rangers,May\nFill,Children’s team,June\n",
        encoding="cp1252",
    )
    assert grid(source)[1][0] == "Open “Pond Watch” clubs"
    assert grid(source)[2][1] == "Children’s team"


def test_a_table_of_commas_without_an_extension_is_csv_and_prose_is_not() -> None:
    table = "Action,Lead,When\nDig,Rangers,May\nFill,Wardens,June\n"
    assert read(table, "plan").format == "csv"
    prose = "Ponds, woods, and paths matter.\nWe dig, plant and mow.\nIt is, we think, enough.\n"
    assert read(prose, "plan").format == "text"
