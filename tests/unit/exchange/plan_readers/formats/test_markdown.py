from __future__ import annotations

from oneplan.exchange.plan_readers.blocks import Heading, ListItem, Paragraph, SourceDocument
from oneplan.exchange.plan_readers.source import read_source


def read(text: str) -> SourceDocument:
    return read_source(text.encode(), "plan.md")


def test_headings_lists_and_emphasis() -> None:
    source = read("# Ponds\n\n**Why**\n\n3. dig\n   - deep\n4. fill\n")
    heading, why, *items = source.blocks
    assert isinstance(heading, Heading)
    assert heading.source.line == 1
    assert isinstance(why, Paragraph)
    assert why.bold
    assert [(i.text, i.level, i.marker) for i in items if isinstance(i, ListItem)] == [
        ("dig", 1, "3."),
        ("deep", 2, "•"),
        ("fill", 1, "4."),
    ]


def test_a_pipe_table_has_a_header_and_html_in_its_cells() -> None:
    source = read(
        "| Action | Lead |\n|---|---|\n| By:<br>• dig<br>• **fill** | <ul><li>Ranger</li></ul> |\n"
    )
    (table,) = source.tables()
    assert [cell.header for cell in table.rows[0].cells] == [True, True]
    assert [(line.bullet, line.text) for line in table.rows[1].cells[0].lines] == [
        (False, "By:"),
        (True, "dig"),
        (True, "fill"),
    ]
    assert table.rows[1].cells[1].lines[0].bullet
    assert table.rows[1].cells[1].source.line == 3


def test_a_block_of_html_is_read_as_a_page() -> None:
    source = read("Text\n\n<table>\n<tr><td>a</td><td>b</td></tr>\n</table>\n")
    assert [type(block).__name__ for block in source.blocks] == ["Paragraph", "Table"]


def test_a_text_file_with_a_pipe_table_is_markdown() -> None:
    source = read_source(b"a | b\n--|--\nc | d\n", "plan.txt")
    assert source.format == "markdown"
