"""Which cells of an OpenDocument spreadsheet show a percentage."""

from __future__ import annotations

import zipfile
from typing import Literal

from lxml import etree

CellFormat = Literal["percent", "month"]
Formats = dict[tuple[int, int], CellFormat]

LARGEST_PART = 400_000_000
"""Bytes of a part that is looked into."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_KIND = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"
_MOST_REPEATED = 10_000


def open_document_formats(archive: zipfile.ZipFile) -> dict[str, Formats]:
    """By sheet the cells, by row and column from zero, that show a percentage.

    Raises:
        ValueError: the content is too large.
        XMLSyntaxError: the content is damaged.
    """
    entry = archive.getinfo("content.xml")
    if entry.file_size > LARGEST_PART:
        raise ValueError(entry.filename)
    found: dict[str, Formats] = {}
    formats: Formats = {}
    number = 0
    with archive.open(entry) as part:
        events = etree.iterparse(
            part,
            events=("start", "end"),
            tag=(f"{_TABLE}table", f"{_TABLE}table-row"),
            resolve_entities=False,
        )
        for event, element in events:
            if event == "start":
                if element.tag == f"{_TABLE}table":
                    formats, number = found.setdefault(element.get(f"{_TABLE}name", ""), {}), 0
            elif element.tag == f"{_TABLE}table-row":
                repeated = _times(element, "rows")
                columns = _percentages(element)
                for row in range(min(repeated, _MOST_REPEATED) if columns else 0):
                    formats.update(dict.fromkeys(((number + row, at) for at in columns), "percent"))
                number += repeated
                element.clear()
    return found


def _percentages(row: etree._Element) -> list[int]:
    columns: list[int] = []
    place = 0
    for cell in row:
        repeated = _times(cell, "columns")
        if cell.get(_KIND) == "percentage":
            columns.extend(range(place, place + min(repeated, _MOST_REPEATED)))
        place += repeated
    return columns


def _times(element: etree._Element, what: str) -> int:
    text = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(text) if text.isdecimal() else 1
