"""What else people send in the place of a workbook, and how each becomes one."""

from __future__ import annotations

from collections.abc import Iterable

from oneplan.exchange.data_readers.rows import UnreadableTable

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_SAVE = "save it as an Excel workbook (.xlsx), and send that"


def must_be_a_package(data: bytes, name: str) -> None:
    """Goes on only with a file that is packed as workbooks are.

    Raises:
        UnreadableTable: it is of another kind; what to do is said for each.
    """
    if data.startswith(_ZIP):
        return
    if not data.strip():
        raise UnreadableTable("The file is empty.", "Send the workbook that you have edited.")
    if data.startswith(_OLD):
        if _PACKAGE in data:
            raise UnreadableTable("The workbook has a password.", "Save it without, and send that.")
        raise UnreadableTable("It is a workbook of old Excel.", f"Open it in Excel, {_SAVE}.")
    if name.casefold().endswith((".csv", ".tsv", ".txt")):
        raise UnreadableTable(
            "A CSV file has one sheet only, and no longer says when it was downloaded.",
            "Edit the workbook (.xlsx) as it was downloaded, and send that.",
        )
    raise UnreadableTable("The file is no Excel workbook.", f"Open it in Excel, {_SAVE}.")


def must_hold_sheets(paths: Iterable[str]) -> None:
    """Goes on only with the parts of an .xlsx workbook.

    Raises:
        UnreadableTable: they are those of another program's file.
    """
    found = {path.casefold() for path in paths}
    if "xl/workbook.xml" in found:
        return
    if "content.xml" in found:
        raise UnreadableTable("It is an OpenDocument file.", f"Open it in LibreOffice, {_SAVE}.")
    if any(path.endswith(".iwa") for path in found):
        raise UnreadableTable(
            "It is a file of Numbers.", "Export it as an Excel workbook (.xlsx), and send that."
        )
    if "xl/workbook.bin" in found:
        raise UnreadableTable("It is a binary Excel workbook.", f"Open it in Excel, {_SAVE}.")
    raise UnreadableTable("The file is no Excel workbook.", f"Open it in Excel, {_SAVE}.")
