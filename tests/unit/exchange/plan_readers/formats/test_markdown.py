from __future__ import annotations

from dataclasses import replace

import pytest

from oneplan.exchange.plan_readers.blocks import Heading, ListItem, Paragraph, SourceDocument
from oneplan.exchange.plan_readers.formats.markdown import read_markdown
from oneplan.exchange.plan_readers.limits import LIMITS
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


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_what_is_nested_too_deep_is_kept_as_plain_lines_and_said(mark: str) -> None:
    source = read(f"Woods\n\n{mark * 60}Ponds\n\n# Paths\n")
    assert "Ponds" in " ".join(getattr(block, "text", "") for block in source.blocks)
    assert [finding.rule for finding in source.findings] == ["nested-too-deep"]


def test_a_long_text_is_read_part_by_part_with_its_lines_counted_on() -> None:
    section = "# Ponds\n\n- dig\n- fill\n\n| Action | Lead |\n|---|---|\n| Dig | Ranger |\n\n"
    source = read(section * 4_000)
    tables = list(source.tables())
    assert len(tables) == 4_000
    assert len(source.blocks) == 16_000
    assert tables[-1].rows[1].cells[0].source.line == 3_999 * 9 + 8
    assert not source.findings


def test_a_heading_inside_fenced_code_divides_nothing() -> None:
    code = "```\n" + "# not a heading\n\n" * 9_000 + "```\n"
    source = read(f"{code}\n# Ponds\n")
    assert [block.text for block in source.blocks if isinstance(block, Heading)] == ["Ponds"]


def test_lines_without_end_and_without_a_gap_are_cut_and_said() -> None:
    source = read("word " * 100 + "\n" + ("word " * 100 + "\n") * 1_400)
    (finding,) = source.findings
    assert finding.rule == "text-cut-off"
    assert "without an empty line" in finding.message


def test_blocks_and_cells_beyond_the_limits_are_said() -> None:
    text = ("Ponds\n\n" * 9).encode()
    contents = read_markdown(text, "plan.md", replace(LIMITS, blocks=6))
    assert len(contents.blocks) == 6
    assert "after 6 paragraphs" in contents.findings[0].message
    text = ("| a | b |\n|---|---|\n| c | d |\n\n" * 9).encode()
    contents = read_markdown(text, "plan.md", replace(LIMITS, cells=6))
    assert contents.findings[0].rule == "text-cut-off"


def test_pipes_inside_cells_and_cells_beyond_the_header_are_kept() -> None:
    source = read("| Action | Lead |\n|---|---|\n| Dig \\| fill | Ranger | with scouts |\n")
    (table,) = source.tables()
    assert [cell.text for cell in table.rows[1].cells] == ["Dig | fill", "Ranger", "with scouts"]
