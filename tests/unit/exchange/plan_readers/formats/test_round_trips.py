from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from builders.documents.blocks_made import grid, texts_of
from builders.documents.excel import write_xlsx
from builders.documents.layout import PLAIN, Layout
from builders.documents.pdf import write_pdf
from builders.documents.plain import write_csv, write_markdown, write_text
from builders.documents.sample import actions, partners, sample_blocks
from builders.documents.web import write_html
from builders.documents.word import write_docx
from oneplan.exchange.plan_readers.blocks import Block, Heading, ListItem, Table
from oneplan.exchange.plan_readers.source import read_source

Writer = Callable[[Iterable[Block], Layout], bytes]
WIDE = Layout(widths=(0.3, 0.1, 0.25, 0.1, 0.25))

RICH: list[tuple[str, Writer, Layout]] = [
    ("plan.docx", write_docx, PLAIN),
    ("plan.docx", write_docx, replace(WIDE, typed_bullets=True)),
    ("plan.html", write_html, PLAIN),
    ("plan.html", write_html, Layout(typed_bullets=True)),
    ("plan.pdf", write_pdf, WIDE),
    ("plan.pdf", write_pdf, Layout(landscape=False, text_size=8.0)),
]
PLAINER: list[tuple[str, Writer, Layout]] = [
    ("plan.txt", write_text, PLAIN),
    ("plan.md", write_markdown, PLAIN),
]


@pytest.mark.parametrize(("name", "write", "layout"), RICH + PLAINER)
def test_every_text_comes_back_in_its_order(name: str, write: Writer, layout: Layout) -> None:
    blocks = sample_blocks()
    source = read_source(write(blocks, layout), name)
    assert texts_of(source.blocks) == texts_of(blocks)
    assert not source.findings


@pytest.mark.parametrize(("name", "write", "layout"), RICH)
def test_tables_come_back_on_the_same_grid(name: str, write: Writer, layout: Layout) -> None:
    blocks = sample_blocks()
    read = list(read_source(write(blocks, layout), name).tables())
    written = [block for block in blocks if isinstance(block, Table)]
    assert [grid(table) for table in read] == [grid(table) for table in written]
    assert [
        [(c.column, c.spans, c.covered) for c in row.cells] for table in read for row in table.rows
    ] == [
        [(c.column, c.spans, c.covered) for c in row.cells]
        for table in written
        for row in table.rows
    ]


@pytest.mark.parametrize(("name", "write", "layout"), RICH + PLAINER)
def test_lists_in_cells_come_back_as_lists(name: str, write: Writer, layout: Layout) -> None:
    first = next(read_source(write(sample_blocks(), layout), name).tables())
    action = first.rows[3].cells[0]
    assert [(line.bullet, line.text) for line in action.lines] == [
        (False, "VP 1.1 Teach pond dipping by:"),
        (True, "training ten leaders;"),
        (True, "lending nets."),
    ]


@pytest.mark.parametrize(("name", "write", "layout"), RICH + PLAINER)
def test_headings_and_list_items_come_back_as_such(
    name: str, write: Writer, layout: Layout
) -> None:
    blocks = read_source(write(sample_blocks(), layout), name).blocks
    assert [b.text for b in blocks if isinstance(b, Heading)][:2] == [
        "Ponds and Woods Plan",
        "Priority 1: ponds that hold water",
    ]
    assert sum(isinstance(b, ListItem) for b in blocks) == 2


@pytest.mark.parametrize(
    ("name", "write", "layout"),
    [
        ("plan.xlsx", write_xlsx, PLAIN),
        ("plan.csv", write_csv, PLAIN),
        ("plan.csv", write_csv, Layout(delimiter=";")),
    ],
)
def test_a_sheet_gives_its_table_back(name: str, write: Writer, layout: Layout) -> None:
    (read,) = read_source(write([actions()], layout), name).tables()
    assert grid(read) == grid(actions())
    assert [line.bullet for line in read.rows[1].cells[2].lines] == [True, True]


def test_merged_cells_of_a_sheet_come_back_merged() -> None:
    (read,) = read_source(write_xlsx([partners()], PLAIN), "plan.xlsx").tables()
    assert [row.cells[0].covered for row in read.rows] == [False, False, True, False]


@pytest.mark.parametrize(
    ("name", "write"),
    [("plan.docx", write_docx), ("plan.html", write_html), ("plan.pdf", write_pdf)],
)
def test_a_table_broken_over_pages_gives_a_table_for_each_part(name: str, write: Writer) -> None:
    layout = replace(WIDE, rows_per_page=1)
    read = list(read_source(write([actions()], layout), name).tables())
    assert len(read) == 3
    assert {table.rows[0].cells[0].text for table in read} == {"What we will do"}
    if name == "plan.pdf":
        assert [table.source.page for table in read] == [1, 2, 3]
