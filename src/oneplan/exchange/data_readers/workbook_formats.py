"""Which cells of a workbook show a percentage or a month: their values do not say it."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from oneplan.exchange.data_readers.open_document import (
    LARGEST_PART,
    CellFormat,
    Formats,
    open_document_formats,
)

_BUILT_IN: dict[str, CellFormat] = {"9": "percent", "10": "percent", "17": "month"}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_LINK = re.compile(r"\{.*\}id")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def cell_formats(data: bytes, sheets: list[str]) -> dict[str, Formats]:
    """By sheet the cells, by row and column from zero, that show a percentage or a month.

    Empty where the workbook is of another kind than .xlsx or .ods, or cannot be read.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if "content.xml" in archive.namelist():
                return open_document_formats(archive)
            styles = _styles(archive)
            if not styles:
                return {}
            paths = sheet_paths(archive)
            return {name: _cells(archive, paths[name], styles) for name in sheets if name in paths}
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, ValueError, KeyError):
        return {}


def _styles(archive: zipfile.ZipFile) -> dict[str, CellFormat]:
    root = _xml(archive, "xl/styles.xml")
    own = {
        element.get("numFmtId", ""): kind
        for element in root.iter("{*}numFmt")
        if (kind := _kind(element.get("formatCode", "")))
    }
    found: dict[str, CellFormat] = {}
    for group in root.iter("{*}cellXfs"):
        for place, style in enumerate(group):
            number = style.get("numFmtId", "0")
            kind = own.get(number) or _BUILT_IN.get(number)
            if kind:
                found[str(place)] = kind
    return found


def _kind(code: str) -> CellFormat | None:
    plain = _QUOTED.sub("", code.partition(";")[0]).casefold()
    if "%" in plain and re.search(r"[0#?]", plain):
        return "percent"
    is_month = "mmm" in plain and "y" in plain and not re.search(r"[dhs0#]", plain)
    return "month" if is_month else None


def sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """In which part of an .xlsx file each sheet stands, by its name.

    Raises:
        KeyError, ValueError, etree.XMLSyntaxError: the file does not say.
    """
    targets = {
        link.get("Id", ""): link.get("Target", "")
        for link in _xml(archive, "xl/_rels/workbook.xml.rels")
    }
    found = {}
    for sheet in _xml(archive, "xl/workbook.xml").iter("{*}sheet"):
        link = next((value for key, value in sheet.items() if _LINK.fullmatch(str(key))), "")
        target = targets.get(str(link), "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        found[sheet.get("name", "")] = posixpath.normpath(path)
    return found


def _xml(archive: zipfile.ZipFile, path: str) -> etree._Element:
    entry = archive.getinfo(path)
    if entry.file_size > LARGEST_PART:
        raise ValueError(path)
    return etree.fromstring(archive.read(entry), etree.XMLParser(resolve_entities=False))


def _cells(archive: zipfile.ZipFile, path: str, styles: dict[str, CellFormat]) -> Formats:
    entry = archive.getinfo(path)
    if entry.file_size > LARGEST_PART:
        raise ValueError(path)
    found: Formats = {}
    with archive.open(entry) as part:
        for _, row in etree.iterparse(part, tag="{*}row", resolve_entities=False):
            for cell in row:
                kind = styles.get(cell.get("s", ""))
                place = _CELL.fullmatch(cell.get("r", "")) if kind else None
                if kind and place:
                    found[int(place[2]) - 1, column_number(place[1])] = kind
            row.clear()
    return found


def column_number(letters: str) -> int:
    """A column's number from zero, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
