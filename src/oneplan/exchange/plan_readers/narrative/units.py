"""Blocks made ready for reading: boxes opened, broken lines joined, page furniture set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from oneplan.exchange.plan_readers.blocks import Block, Heading, ListItem, Paragraph, Row, Table
from oneplan.exchange.plan_readers.narrative.columns import filled, is_sideways, units_of_cell
from oneplan.exchange.plan_readers.narrative.furniture import Furniture
from oneplan.exchange.plan_readers.narrative.joining import text_continues
from oneplan.exchange.plan_readers.narrative.labels import read_label
from oneplan.exchange.plan_readers.narrative.unit import Unit, UnitKind, clean, lines_of


def units_of(blocks: Iterable[Block], furniture: Furniture) -> list[Unit]:
    """The units of the blocks in order; what is page furniture goes to ``furniture`` instead."""
    listed = list(blocks)
    beside = zip(listed, [None, *listed], [*listed[1:], None], strict=False)
    read = [unit for block, before, after in beside for unit in _units(block, before, after)]
    furniture.learn(unit.text for unit in read if unit.kind in ("text", "heading"))
    kept: list[Unit] = []
    for number, unit in enumerate(read):
        following = read[number + 1].text if number + 1 < len(read) else ""
        before = kept[-1].text if kept else ""
        if unit.kind != "table" and furniture.takes(unit.text, before, following):
            continue
        if kept and _continues(kept[-1], unit):
            kept[-1] = replace(kept[-1], text=f"{kept[-1].text} {unit.text}")
        else:
            kept.append(unit)
    return kept


def _is_numbered_paragraph(item: ListItem, before: Block | None, after: Block | None) -> bool:
    """Whether a "list item" is a paragraph with its number, as reports to cabinets have."""
    if not _is_numbered(item):
        return False
    if item.text.rstrip("* ").endswith(":"):
        return True
    return not _is_numbered(before) and (item.marker.strip(".)(") != "1" or not _is_numbered(after))


def _is_numbered(block: Block | None) -> bool:
    return isinstance(block, ListItem) and block.marker.strip(".)(").isdigit()


def _units(block: Block, before: Block | None, after: Block | None) -> Iterator[Unit]:
    match block:
        case Heading():
            yield Unit("heading", clean(block.text), block.level, bold=True, source=block.source)
        case Paragraph():
            for text in lines_of(block.text):
                yield Unit("text", text, bold=block.bold, source=block.source)
        case ListItem():
            text = clean(block.text)
            kind: UnitKind = "text" if _is_numbered_paragraph(block, before, after) else "item"
            yield Unit(kind, text, block.level, block.marker, source=block.source)
        case Table():
            yield from _opened(block)


def _opened(table: Table) -> Iterator[Unit]:
    """A table that is only a box around text as the units in it; any other as itself."""
    if table.columns == 1:
        for row in table.rows:
            yield from (unit for cell in row.cells for unit in units_of_cell(cell))
    elif table.columns == 2 and is_sideways(table):
        for row in table.rows:
            yield from _labelled_row(row)
    else:
        yield Unit("table", source=table.source, table=table)


def _labelled_row(row: Row) -> Iterator[Unit]:
    """A row whose first cell is the heading of its second."""
    head = clean(row.cells[0].text)
    content = [unit for cell in filled(row) if cell.column > 1 for unit in units_of_cell(cell)]
    labelled = read_label(f"{head}:") if head else None
    if labelled and not labelled.title and content:
        source = row.cells[0].source
        yield Unit("text", f"{head}: {content[0].text}", bold=True, source=source)
        yield from content[1:]
        return
    if head:
        yield Unit("text", head, bold=True, source=row.cells[0].source)
    yield from content


def _continues(before: Unit, unit: Unit) -> bool:
    """Whether a unit is the rest of the one before it, which a page or column break cut off."""
    prose = ("text", "item")
    if before.kind not in prose or unit.kind not in prose or before.bold != unit.bold:
        return False
    return text_continues(before.text, unit.text, unit.kind == "item")
