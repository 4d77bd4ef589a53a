"""A Word paragraph as a block of the page, or as lines of a cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from oneplan.exchange.plan_readers.blocks import Block, Heading, ListItem, Paragraph
from oneplan.exchange.plan_readers.formats.docx.names import Names
from oneplan.exchange.plan_readers.formats.docx.numbers import Marker, Numbers
from oneplan.exchange.plan_readers.formats.docx.runs import BREAK, Run, RunReader
from oneplan.exchange.plan_readers.formats.docx.styles import (
    Style,
    Styles,
    numbering,
    outline_level,
)
from oneplan.exchange.plan_readers.formats.list_marks import list_mark
from oneplan.exchange.plan_readers.formats.marked_text import LineBuilder
from oneplan.exchange.plan_readers.formats.tidying import tidy, without_odd_characters
from oneplan.vocabulary.findings import Source


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph as it was read: its style, heading level (0 for text), marker, runs and boxes."""

    style: Style
    heading: int
    marker: Marker | None
    runs: list[Run]
    boxes: list[etree._Element]


class ParagraphReader:
    """Reads paragraphs with the document's styles and lists."""

    def __init__(self, names: Names, styles: Styles, numbers: Numbers, runs: RunReader) -> None:
        self._names = names
        self._styles = styles
        self._numbers = numbers
        self._runs = runs

    def read(self, element: etree._Element) -> ReadParagraph:
        """The paragraph's properties and runs; counts its list on where it has text."""
        names = self._names
        properties = element.find(names["pPr"])
        style, heading, place = self._styles.default, 0, None
        if properties is not None:
            named = properties.find(names["pStyle"])
            if named is not None:
                style = self._styles.get(named.get(names["val"]))
            own = outline_level(properties, names)
            heading = style.heading if own is None else own
            place = numbering(properties, names)
        if place is not None and not place.list_id and style.numbering is not None:
            place = type(place)(style.numbering.list_id, place.level)
        found = self._runs.read(element, style)
        marker = self._numbers.marker(place or style.numbering)
        if marker is None and place is None and style.list_level:
            marker = Marker("•", True, True, style.list_level)
        return ReadParagraph(style, heading, marker, found.runs, found.boxes)

    def blocks(self, read: ReadParagraph, source: Source) -> Iterator[Block]:
        """The paragraph as blocks: one, or several where soft breaks stand between sentences."""
        if read.style.is_contents:
            return
        marker = read.marker
        if read.heading:
            text = tidy("".join(" " if run[0] == BREAK else run[0] for run in read.runs))
            if text:
                numbered = f"{marker.text} {text}" if marker and not marker.bullet else text
                yield Heading(numbered, read.heading, source)
            return
        for runs in _segments(read.runs):
            text = tidy("".join(run[0] for run in runs))
            if not text:
                continue
            yield _block(text, runs, marker, source)
            marker = None

    def add_lines(self, read: ReadParagraph, builder: LineBuilder) -> None:
        """The paragraph as lines of a cell.

        An automatic number that says more than "1." (a reference such as "BH 1.2"), or that stands
        alone, is part of the text.
        """
        marker = read.marker
        segments = _segments(read.runs)
        alone = not any(run[0].strip() for run in read.runs)
        if marker and not marker.bullet and (alone or not marker.simple):
            segments = segments or [[]]
            segments[0] = [(f"{marker.text} ", False, False), *segments[0]]
            marker = None
        for runs in segments:
            bullet = marker is not None and not read.heading
            builder.start_line(bullet=bullet, level=marker.level if marker else 0)
            for text, bold, underlined in runs:
                builder.add(text, bold=bold or read.heading > 0, underlined=underlined)
            marker = None


def _block(text: str, runs: list[Run], marker: Marker | None, source: Source) -> Block:
    if marker is not None:
        typed = list_mark(text) if marker.bullet else None
        return ListItem(text[typed.length :] if typed else text, marker.level, marker.text, source)
    typed = list_mark(without_odd_characters(text))
    if typed is not None:
        return ListItem(text[typed.length :], typed.level, typed.marker, source)
    return Paragraph(text, all(run[1] for run in runs if run[0].strip()), source)


def _segments(runs: list[Run]) -> list[list[Run]]:
    """The runs divided at soft breaks, save where the sentence goes on after one."""
    segments: list[list[Run]] = [[]]
    for number, run in enumerate(runs):
        if run[0] != BREAK:
            segments[-1].append(run)
            continue
        following = runs[number + 1][0].lstrip() if number + 1 < len(runs) else ""
        if following[:1].islower():
            segments[-1].append((" ", run[1], run[2]))
        else:
            segments.append([])
    return [segment for segment in segments if segment]
