"""Blocks as a PDF, set by Typst. The blocks go in as JSON, so no text can be taken for markup."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import typst

from builders.documents.blocks_made import pages_of_table
from builders.documents.layout import PLAIN, Layout
from oneplan.exchange.plan_readers.blocks import Block, Cell, Heading, ListItem, Paragraph, Table

_TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#let opt = data.layout
#set document(title: "Plan")
#set page(
  paper: "a4", flipped: opt.landscape, margin: 1.5cm, columns: opt.text_columns,
  header: if opt.running_header == "" { none } else { text(size: 8pt, opt.running_header) },
  footer: if opt.running_header == "" { none } else {
    context align(center, text(size: 8pt, "Page " + str(counter(page).get().first())))
  },
)
#set text(size: opt.text_size * 1pt, lang: "en", region: "gb", hyphenate: false)
#set par(justify: false)
#show table.cell: set block(spacing: 0.75em)
#let marked(line) = {
  if line.underlined != "" {
    underline(line.underlined)
    line.text.slice(line.underlined.len())
  } else if line.bold != "" {
    strong(line.bold)
    line.text.slice(line.bold.len())
  } else { line.text }
}
#let shown(lines) = {
  for line in lines {
    if line.bullet {
      pad(left: (line.level - 1) * 1em, grid(columns: (0.9em, 1fr), "•", line.text))
    } else { block(marked(line)) }
  }
}
#let stroked = if opt.rules == "all" { 0.5pt } else if opt.rules == "horizontal" {
  (x, y) => (top: 0.5pt, bottom: 0.5pt)
} else { none }
#for b in data.blocks {
  if b.kind == "heading" {
    if opt.bold_headings { block(strong(b.text)) } else { heading(level: b.level, b.text) }
  } else if b.kind == "item" {
    block(pad(left: (b.level - 1) * 1.2em, grid(columns: (1.6em, 1fr), b.marker, b.text)))
  } else if b.kind == "paragraph" {
    block(if b.bold { strong(b.text) } else { b.text })
  } else {
    let cells = b.rows.map(r => r.map(c => table.cell(
      colspan: c.spans, rowspan: c.below, breakable: opt.rows_break,
      if c.header { strong(shown(c.lines)) } else { shown(c.lines) },
    )))
    let head = if b.header_rows > 0 and b.repeats {
      (table.header(repeat: true, ..cells.slice(0, b.header_rows).flatten()),)
    } else { cells.slice(0, b.header_rows).flatten() }
    if b.breaks { pagebreak(weak: true) }
    table(
      columns: b.widths.map(w => w * 1fr), stroke: stroked, inset: 4pt,
      row-gutter: if opt.rules == "none" { 4pt } else { 0pt },
      ..head, ..cells.slice(b.header_rows).flatten(),
    )
  }
}
"""


def write_pdf(blocks: Iterable[Block], layout: Layout = PLAIN) -> bytes:
    """The bytes of a PDF that holds the blocks."""
    made = [part for block in blocks for part in _described(block, layout)]
    options = {
        name: getattr(layout, name)
        for name in (
            "landscape",
            "text_columns",
            "running_header",
            "text_size",
            "rules",
            "bold_headings",
            "rows_break",
        )
    }
    data = json.dumps({"layout": options, "blocks": made})
    pdf = typst.compile(_TEMPLATE.encode(), sys_inputs={"data": data})
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF")
    return pdf


def _described(block: Block, layout: Layout) -> list[dict[str, Any]]:
    if isinstance(block, Heading):
        return [{"kind": "heading", "text": block.text, "level": block.level}]
    if isinstance(block, ListItem):
        return [{"kind": "item", "text": block.text, "level": block.level, "marker": block.marker}]
    if isinstance(block, Paragraph):
        return [{"kind": "paragraph", "text": block.text, "bold": block.bold}]
    parts = pages_of_table(block, layout.rows_per_page, layout.repeat_header)
    return [_table(part, layout, breaks=number > 0) for number, part in enumerate(parts)]


def _table(table: Table, layout: Layout, *, breaks: bool) -> dict[str, Any]:
    fits = len(layout.widths) == table.columns
    header_rows = 0
    for row in table.rows:
        if not any(each.header for each in row.cells):
            break
        header_rows += 1
    return {
        "kind": "table",
        "breaks": breaks,
        "repeats": layout.repeat_header,
        "header_rows": header_rows,
        "widths": list(layout.widths) if fits else [1] * table.columns,
        "rows": [
            [
                _cell(each, _below(table, number, each.column))
                for each in row.cells
                if not each.covered
            ]
            for number, row in enumerate(table.rows)
        ],
    }


def _below(table: Table, number: int, column: int) -> int:
    """How many rows the cell covers."""
    rows = 1
    for row in table.rows[number + 1 :]:
        below = next((each for each in row.cells if each.column == column), None)
        if below is None or not below.covered:
            break
        rows += 1
    return rows


def _cell(each: Cell, rows: int) -> dict[str, Any]:
    lines = [
        {
            "text": line.text,
            "bullet": line.bullet,
            "level": max(line.level, 1),
            "bold": line.bold,
            "underlined": line.underlined,
        }
        for line in each.lines
    ]
    return {"spans": each.spans, "below": rows, "header": each.header, "lines": lines}
