"""The pages of a PDF put together: headings told by size, sentences mended over page ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oneplan.exchange.plan_readers.blocks import Block, Heading, ListItem, Paragraph
from oneplan.exchange.plan_readers.formats.pdf.pages import Sized

_LARGER = 1.12
_MUCH_LARGER = 1.4
_LONGEST_HEADING = 250


def assembled(sized: Sequence[Sized], body_size: float) -> Iterator[Block]:
    """The blocks of all pages in order; ``body_size`` is the size of most of the text, in points."""
    levels = _levels(sized, body_size)
    pending: Sized | None = None
    for each in sized:
        if pending is not None and _continues(pending, each):
            pending = _joined(pending, each)
            continue
        if pending is not None:
            yield _block(pending, levels, body_size)
        pending = each
    if pending is not None:
        yield _block(pending, levels, body_size)


def _levels(sized: Sequence[Sized], body_size: float) -> dict[float, int]:
    """The heading level of each type size that is larger than the text's."""
    larger = {
        _rounded(each.size)
        for each in sized
        if isinstance(each.block, Paragraph)
        and each.size >= _LARGER * body_size
        and len(each.block.text) <= _LONGEST_HEADING
        and not _is_larger_prose(each, body_size)
    }
    return {size: min(level, 6) for level, size in enumerate(sorted(larger, reverse=True), start=1)}


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _is_larger_prose(each: Sized, body_size: float) -> bool:
    """Whether a sentence is set a little larger, as text is beside tables in small type."""
    block = each.block
    sentence = isinstance(block, Paragraph) and block.text.endswith(".") and " " in block.text
    return sentence and not each.bold and each.size < _MUCH_LARGER * body_size


def _block(each: Sized, levels: dict[float, int], body_size: float) -> Block:
    block = each.block
    level = None if _is_larger_prose(each, body_size) else levels.get(_rounded(each.size))
    if level and isinstance(block, Paragraph) and len(block.text) <= _LONGEST_HEADING:
        return Heading(block.text, level, block.source)
    return block


def _continues(before: Sized, after: Sized) -> bool:
    """Whether a paragraph goes on over the end of a column or page."""
    first, second = before.block, after.block
    if not isinstance(first, Paragraph | ListItem) or not isinstance(second, Paragraph):
        return False
    if abs(before.size - after.size) > 0.5 or before.bold != after.bold:
        return False
    return first.text[-1:] not in ".:;!?" and second.text[:1].islower()


def _joined(before: Sized, after: Sized) -> Sized:
    first, second = before.block, after.block
    if isinstance(first, Paragraph) and isinstance(second, Paragraph):
        joined: Block = Paragraph(f"{first.text} {second.text}", first.bold, first.source)
    elif isinstance(first, ListItem) and isinstance(second, Paragraph):
        joined = ListItem(f"{first.text} {second.text}", first.level, first.marker, first.source)
    else:
        joined = first
    return Sized(joined, before.size, before.bold)
