"""A row that a page's end cuts is one row again; a row that ends with the page is left alone."""

from __future__ import annotations

import pytest

from builders.documents.blocks_made import grid, table
from builders.documents.layout import Layout
from builders.documents.pdf import write_pdf
from oneplan.exchange.plan_readers.blocks import Heading, Paragraph, Row, Table
from oneplan.exchange.plan_readers.source import read_source

HEADER = ("Ref", "Action", "By when", "How we will know", "Lead")
DEEDS = (
    "Dredge the basin",
    "Rehang the sluice",
    "Mend the weir",
    "Plant the bank",
    "Light the path",
)
PLACES = ("below the mill", "by the old wharf", "along the cut", "at Hatch Lock")


def _row(number: int) -> tuple[object, ...]:
    deed, place = DEEDS[number % 5], PLACES[number % 4]
    share = (
        f"•The share of boats that pass {place} without a wait rises from {20 + number}% to "
        f"{40 + number}% by the end of the second summer, counted by the lock keeper each week."
    )
    measures = [
        share,
        f"•No more than {number % 7} complaints a season are made about the water {place}.",
    ][: 1 + number % 2]
    steps = [
        f"{deed} {place} so that boats can turn there all year.",
        "•agree the dates with the anglers;",
        "•put up signs.",
    ]
    due = ("May 2031", "October 2032", "")[number % 3]
    return f"KL {number}", steps[: 1 + number % 3], due, measures, "Canal Ranger"


ROWS = tuple(_row(number) for number in range(1, 61))


def _read(layout: Layout, written: Table) -> list[Table]:
    source = read_source(write_pdf([Heading("Canal plan", 1), written], layout), "plan.pdf")
    return list(source.tables())


@pytest.mark.parametrize("size", [8.0, 9.0, 10.5])
@pytest.mark.parametrize("rules", ["all", "horizontal"])
def test_rows_that_pages_cut_are_read_whole(size: float, rules: str) -> None:
    written = table(HEADER, *ROWS)  # type: ignore[arg-type]
    parts = _read(Layout(text_size=size, rules=rules), written)  # type: ignore[arg-type]
    assert len({part.source.page for part in parts}) > 3
    texts = [row for part in parts for row in grid(part) if row[0] != "Ref"]
    assert texts == grid(written)[1:]


def test_the_lines_of_a_cut_cell_are_put_together_as_if_no_page_ended() -> None:
    written = table(HEADER, *ROWS)  # type: ignore[arg-type]
    rows = [row for part in _read(Layout(), written) for row in part.rows[1:]]
    assert [_marks(row) for row in rows] == [_marks(row) for row in written.rows[1:]]


def _marks(row: Row) -> list[tuple[bool, ...]]:
    return [tuple(line.bullet for line in cell.lines) for cell in row.cells]


def test_a_row_that_ends_with_its_page_is_no_part_of_the_next() -> None:
    written = table(HEADER, *ROWS[:20])  # type: ignore[arg-type]
    parts = _read(Layout(rows_break=False), written)
    assert len(parts) > 1
    assert not any(part.may_go_on for part in parts[1:])
    assert [row[0] for part in parts for row in grid(part)[1:]] == [row[0] for row in ROWS[:20]]


def test_a_line_that_often_stands_in_the_text_is_no_running_header() -> None:
    long = " ".join(["Boats wait at the lock while the basin fills, which takes all morning."] * 3)
    parts = [Paragraph(text) for _ in range(40) for text in ("What we count:", long)]
    source = read_source(write_pdf(parts, Layout(text_size=14.0)), "plan.pdf")
    assert [getattr(block, "text", "") for block in source.blocks] == ["What we count:", long] * 40


def test_the_last_line_of_a_repeated_table_header_is_no_running_header() -> None:
    head = ("Ref", "Action", "By when", "How we will know that it has worked for boats", "Lead")
    parts = _read(Layout(text_size=9.0, widths=(0.1, 0.5, 0.1, 0.1, 0.2)), table(head, *ROWS[:30]))  # type: ignore[arg-type]
    assert len(parts) > 3
    assert {grid(part)[0][3] for part in parts} == {head[3]}
