from __future__ import annotations

from oneplan.exchange.plan_readers.blocks import Heading, Line, ListItem, Paragraph, Table
from oneplan.exchange.plan_readers.source import read_source


def blocks(text: str) -> tuple[object, ...]:
    return read_source(text.encode(), "plan.txt").blocks


def only_table(text: str) -> Table:
    (table,) = read_source(text.encode(), "plan.txt").tables()
    return table


def lines(cell: str) -> list[tuple[bool, str]]:
    table = only_table(f"Action\tMeasure\nPlant trees\t{cell}\n")
    return [(line.bullet, line.text) for line in table.rows[1].cells[1].lines]


def test_paragraphs_lists_and_headings_keep_their_lines() -> None:
    first, second, third = blocks("# Cleaner air\n\n**Why**\n\n- Fewer lorries\n")
    assert isinstance(first, Heading)
    assert (first.text, first.level, first.source.line) == ("Cleaner air", 1, 1)
    assert isinstance(second, Paragraph)
    assert (second.text, second.bold, second.source.line) == ("Why", True, 3)
    assert isinstance(third, ListItem)
    assert (third.text, third.marker, third.source.line) == ("Fewer lorries", "•", 5)


def test_a_letter_after_a_dash_is_the_marker() -> None:
    (item,) = blocks("- b) approves the budget")
    assert isinstance(item, ListItem)
    assert (item.marker, item.text) == ("b)", "approves the budget")


def test_lines_with_tabs_are_one_table_until_a_blank_line() -> None:
    text = "Lead\tBy when\nRangers\tMay 2031\n\nLead\tBy when\nWardens\tJune 2031\n"
    assert [len(table.rows) for table in read_source(text.encode(), "a.txt").tables()] == [2, 2]


def test_a_short_row_is_filled_up_to_the_width_of_its_table() -> None:
    table = only_table("Action\tBy when\tLead\nCategory\nPlant trees\tMay 2031\n")
    assert [len(row.cells) for row in table.rows] == [3, 3, 3]
    assert table.rows[1].cells[0].text == "Category"


def test_a_row_goes_on_after_a_line_end_inside_its_last_cell() -> None:
    table = only_table("Action\tLead\nPlant trees\tRangers and\nwardens\nDig ponds\tWardens\n")
    assert [row.cells[1].text for row in table.rows] == ["Lead", "Rangers and wardens", "Wardens"]
    assert table.rows[2].source.line == 4


def test_a_row_cut_inside_an_open_list_is_put_together() -> None:
    table = only_table("Action\tMeasure\tLead\nDig\t<ul><li>three\n ponds</li></ul>\tRangers\n")
    assert [cell.text for cell in table.rows[1].cells] == ["Dig", "three ponds", "Rangers"]


def test_list_items_of_a_cell_are_bulleted_lines() -> None:
    assert lines("<p>By:</p><ul><li>• one pond</li><li>two ponds</li></ul>") == [
        (False, "By:"),
        (True, "one pond"),
        (True, "two ponds"),
    ]


def test_a_list_that_lost_its_items_is_divided_at_the_printed_bullets() -> None:
    assert lines('by <ul style="x"> • one pond. • two ponds. ') == [
        (False, "by"),
        (True, "one pond."),
        (True, "two ponds."),
    ]


def test_a_list_without_items_or_bullets_is_one_item() -> None:
    assert lines("by <ul> digging ponds. planting reeds. ") == [
        (False, "by"),
        (True, "digging ponds. planting reeds."),
    ]


def test_a_paragraph_after_an_unclosed_list_is_no_list_item() -> None:
    assert lines("<ul> dig a pond <p>(begun last year).</p>") == [
        (True, "dig a pond"),
        (False, "(begun last year)."),
    ]


def test_wide_gaps_divide_what_were_separate_lines() -> None:
    assert lines("More ponds  Fewer floods") == [(False, "More ponds"), (False, "Fewer floods")]
    assert lines("More ponds.  Fewer floods.") == [(False, "More ponds. Fewer floods.")]


def test_underlined_words_at_the_start_are_known() -> None:
    table = only_table("<u>EN 4.1</u> Plant <b>many</b> trees\tMay 2031")
    assert table.rows[0].cells[0].lines == (Line("EN 4.1 Plant many trees", underlined="EN 4.1"),)


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    sentence = "The wood will be opened to everybody who lives nearby, and paths will be laid for "
    text = (sentence + "\n") * 6 + "chairs on wheels.\n"
    (paragraph,) = blocks(text)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == sentence * 6 + "chairs on wheels."


def test_a_row_of_dashes_under_the_header_is_no_row() -> None:
    assert len(only_table("Lead\tBy when\n---\t---\nRangers\tMay 2031").rows) == 2


def test_windows_text_is_read_and_the_guess_is_said() -> None:
    source = read_source("Children’s ponds – £5".encode("cp1252"), "plan.txt")
    (paragraph,) = source.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "Children’s ponds – £5"
    assert [finding.rule for finding in source.findings] == ["encoding-guessed"]


def test_utf_16_is_read_with_and_without_its_mark() -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        (paragraph,) = read_source("Plant more trees".encode(encoding), "plan.txt").blocks
        assert isinstance(paragraph, Paragraph)
        assert paragraph.text == "Plant more trees"


def test_a_promise_goes_on_with_the_number_in_the_line_below() -> None:
    read = blocks("We will train\n100 ferry pilots.\n\nResources\n100 oars are kept.\n")
    assert [block.text for block in read if isinstance(block, Paragraph)] == [
        "We will train 100 ferry pilots.",
        "Resources",
        "100 oars are kept.",
    ]
