"""Cells of a workbook that hold something and say nothing: errors, and formulae whose value was not saved."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from oneplan.exchange.data_readers.workbook_formats import column_number, sheet_paths

Silent = dict[tuple[int, int], str]
"""What a cell holds, by its row and column from zero."""
_ERROR = "an error"
_FORMULA = "a formula whose value was not saved"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def silent_cells(data: bytes) -> dict[str, Silent]:
    """By sheet the cells that hold an error, or a formula without a value.

    Empty where the workbook does not say which sheet is which.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {
                name: dict(_silent(archive, path))
                for name, path in sheet_paths(archive).items()
                if path in archive.namelist()
            }
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, ValueError, KeyError):
        return {}


def _silent(archive: zipfile.ZipFile, path: str) -> Iterator[tuple[tuple[int, int], str]]:
    with archive.open(path) as part:
        for _, row in etree.iterparse(part, tag="{*}row", resolve_entities=False):
            for cell in row:
                place = _PLACE.fullmatch(cell.get("r", ""))
                if place and (held := _held(cell)):
                    yield (int(place[2]) - 1, column_number(place[1])), held
            row.clear()


def _held(cell: etree._Element) -> str:
    if cell.get("t") == "e":
        return _ERROR
    if cell.find("{*}f") is None or cell.get("t") == "str":
        return ""
    return "" if cell.findtext("{*}v") else _FORMULA
