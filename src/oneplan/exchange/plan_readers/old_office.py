"""Files in the old Office container (OLE): 97–2003 documents, and new ones with a password."""

from __future__ import annotations

from io import BytesIO
from typing import NoReturn

import olefile

from oneplan.exchange.plan_readers.blocks import UnreadableFile


def refuse_old_office(data: bytes, name: str) -> NoReturn:
    """Raise UnreadableFile that says which kind of old file it is and what to do."""
    streams = _streams(data)
    if "encryptedpackage" in streams:
        raise UnreadableFile(
            f"“{name}” is protected by a password.",
            "Open it with the password, take the protection off (File, Info, Protect), and save it.",
        )
    if "worddocument" in streams:
        raise _old(name, "an old Word document (.doc)", ".docx")
    if streams & {"workbook", "book"}:
        raise _old(name, "an old Excel workbook (.xls)", ".xlsx")
    if "powerpoint document" in streams:
        raise _old(name, "an old presentation (.ppt)", ".pdf")
    if any(stream.startswith("__substg1.0") for stream in streams):
        raise UnreadableFile(
            f"“{name}” is an Outlook message.", "Save its attachment and choose that file."
        )
    raise _old(name, "an old Office file", ".docx or .xlsx")


def _streams(data: bytes) -> set[str]:
    try:
        with olefile.OleFileIO(BytesIO(data), raise_defects=olefile.DEFECT_FATAL) as container:
            return {path[-1].casefold() for path in container.listdir()}
    except Exception:
        return _streams_by_name(data)


def _streams_by_name(data: bytes) -> set[str]:
    names = ("EncryptedPackage", "WordDocument", "Workbook", "PowerPoint Document")
    return {name.casefold() for name in names if name.encode("utf-16-le") in data}


def _old(name: str, what: str, extension: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is {what}, which cannot be read.",
        f"Open it in Office or LibreOffice and save it as {extension}.",
    )
