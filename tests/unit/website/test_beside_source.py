"""The source of a reading beside what was read from it."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from builders.documents.blocks_made import merged, table
from builders.documents.pdf import write_pdf
from builders.documents.word import write_docx
from oneplan.document.identity import with_ids
from oneplan.exchange.plan_readers.blocks import Block, Heading, ListItem, Paragraph
from oneplan.exchange.plan_readers.reading import read_plan
from oneplan.website.jobs.source_record import pieces
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.check.beside import BesideSource, sides

PROSE: list[Block] = [
    Heading("Lantern Vale Walking Plan 2027 to 2029", 1),
    Heading("Our vision", 2),
    Paragraph("Everybody in Lantern Vale can walk to a shop without fear of the traffic."),
    Heading("Our priorities", 2),
    ListItem("Safer lanes"),
    ListItem("Longer summers"),
    Heading("Priority 1: Safer lanes", 2),
]
ROWS = (
    ["No", "What we will do", "Who leads", "By when", "How we will know", "Zebra"],
    ["1a", "Paint the kerbs white", "Lane Officer", "May 2028", "From 9 to 4 falls by 2028", "q7"],
    ["1b", "Cut back the hedges", "Hedge Warden", "whenever", "", "q8"],
)


def _beside(data: bytes, name: str) -> list[BesideSource]:
    read = read_plan(data, name)
    opened = OpenPlan("reading", "one", with_ids(read.plan), [], None)
    assert read.source is not None
    both = sides(opened, list(pieces(read.source)), [asdict(each) for each in read.columns])
    return list(both.beside(opened, 1, len(both.pieces)))


def _read_as(shown: list[BesideSource]) -> dict[str, list[str]]:
    return {each.piece.text: [part.what for part in each.parts] for each in shown}


@pytest.fixture(scope="module")
def in_word() -> list[BesideSource]:
    return _beside(write_docx([*PROSE, table(*ROWS)]), "walking.docx")


def test_a_paragraph_of_word_stands_beside_its_own_reading_alone(
    in_word: list[BesideSource],
) -> None:
    read = _read_as(in_word)
    assert read["Everybody in Lantern Vale can walk to a shop without fear of the traffic."] == [
        "Vision"
    ]
    assert read["Priority 1: Safer lanes"] == ["Priority"]
    assert len(read["Safer lanes"]) <= 1
    assert "Priority" not in read["Safer lanes"]


def test_a_line_on_a_page_of_a_pdf_stands_beside_its_own_reading_alone() -> None:
    read = _read_as(_beside(write_pdf([*PROSE, table(*ROWS)]), "walking.pdf"))
    assert read["Everybody in Lantern Vale can walk to a shop without fear of the traffic."] == [
        "Vision"
    ]
    assert max(len(parts) for parts in read.values()) == 1


def test_the_title_is_told_as_such(in_word: list[BesideSource]) -> None:
    assert _read_as(in_word)["Lantern Vale Walking Plan 2027 to 2029"] == ["Title"]


def _cells(shown: list[BesideSource], reference: str) -> dict[str, list[tuple[str, str]]]:
    rows = [each.cells for each in shown if each.cells and each.cells[0].lines == [reference]]
    assert len(rows) == 1, reference
    return {each.header: [(part.what, part.title) for part in each.parts] for each in rows[0]}


def test_a_row_is_told_cell_by_cell(in_word: list[BesideSource]) -> None:
    cells = _cells(in_word, "1a")
    assert cells["No"] == [("Reference", "1a")]
    assert cells["What we will do"] == [("Action", "1a Paint the kerbs white")]
    assert cells["Who leads"] == [("Lead", "Lane Officer")]
    assert cells["By when"] == [("By when", "31 May 2028")]
    assert [what for what, _ in cells["How we will know"]] == ["Measure"]


def test_what_was_not_understood_or_left_out_is_said(in_word: list[BesideSource]) -> None:
    cells = _cells(in_word, "1b")
    assert cells["By when"] == [("By when", "whenever, no date")]
    assert cells[""] == [("Left out", "")]


def test_a_lead_from_a_cell_that_began_above_stands_with_the_action() -> None:
    long = table(ROWS[0], ROWS[1], ROWS[2])
    shown = _beside(write_docx([replace(long, rows=merged(long.rows, 3, 1, 2))]), "walking.docx")
    assert _cells(shown, "1a")["Who leads"] == [("Lead", "Lane Officer")]
    below = _cells(shown, "1b")
    assert "Who leads" not in below
    assert ("Lead", "Lane Officer") in below["What we will do"]
