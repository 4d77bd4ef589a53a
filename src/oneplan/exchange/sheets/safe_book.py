"""Whether a workbook of a stranger can be opened without harm, before it is opened."""

from __future__ import annotations

import re

from oneplan.exchange.data_readers.rows import UnreadableTable
from oneplan.exchange.plan_readers.blocks import UnreadableFile
from oneplan.exchange.plan_readers.formats.office_zip import OfficeZip
from oneplan.exchange.plan_readers.limits import Limits
from oneplan.exchange.sheets.other_files import must_be_a_package, must_hold_sheets

MOST_ROWS, MOST_COLUMNS = 20_000, 200
_LIMITS = Limits(part_size=40_000_000, parts_size=80_000_000)
_ODD = (b"<!DOCTYPE", b"<!ENTITY")
_FILLED = re.compile(
    rb"""<(?:\w{1,20}:)?c\s(?:[^<>]*?\s)?r=["']([A-Z]{1,9})(\d{1,19})["'][^<>]*(?<!/)>(?!</)"""
)
_ALPHABET = 26


def must_be_safe(data: bytes, name: str) -> None:
    """Goes on only with an .xlsx workbook of ordinary size, however it is packed.

    Raises:
        UnreadableTable: it is none, it is damaged, or its cells lie too far apart.
    """
    must_be_a_package(data, name)
    try:
        package = OfficeZip(data, name, _LIMITS)
        must_hold_sheets(package.paths())
        for path in package.paths():
            if path.casefold().endswith((".xml", ".rels")):
                _must_be_small(package.read(path), path)
    except UnreadableFile as error:
        raise UnreadableTable(str(error), error.cure) from error


def _must_be_small(part: bytes, path: str) -> None:
    if any(odd in part for odd in _ODD):
        raise UnreadableTable("The workbook is damaged.", "Open it in Excel and save it anew.")
    if "/worksheets/" not in path:
        return
    for column, row in set(_FILLED.findall(part)):
        if int(row) > MOST_ROWS or _number(column) > MOST_COLUMNS:
            cell = (column + row).decode()
            raise UnreadableTable(
                f"A cell lies too far out: {cell}. At most {MOST_ROWS:,} rows and {MOST_COLUMNS} "
                "columns are read.",
                "Delete the rows and columns behind the table, and save the workbook.",
            )


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * _ALPHABET + letter - ord("A") + 1
    return number
