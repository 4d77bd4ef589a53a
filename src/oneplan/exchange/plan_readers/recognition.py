"""What a file is, told by its bytes. The extension only decides between kinds of plain text."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePath

from oneplan.exchange.plan_readers.blocks import UnreadableFile
from oneplan.exchange.plan_readers.formats.encodings import decode
from oneplan.exchange.plan_readers.formats.office_zip import broken
from oneplan.exchange.plan_readers.old_office import refuse_old_office
from oneplan.exchange.plan_readers.text_kinds import text_kind

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_NOT_DOCUMENTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"BM", "a picture"),
    (b"RIFF", "a picture or recording"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"BZh", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"\xfd7zXZ", "a compressed archive"),
    (b"SQLite format 3", "a database"),
    (b"wOFF", "a font"),
)
_TEXT_LIKE_MAGIC = (b"BM", b"MZ", b"ID3", b"RIFF", b"BZh", b"GIF8", b"Rar!", b"wOFF", b"OggS")
_ANOTHER_KIND = {
    "application/vnd.oasis.opendocument.text": ("an OpenDocument text", ".docx"),
    "application/vnd.oasis.opendocument.spreadsheet": ("an OpenDocument spreadsheet", ".xlsx"),
    "application/vnd.oasis.opendocument.presentation": ("a presentation", ".pdf"),
    "application/epub+zip": ("an e-book", ".docx"),
}
_BINARY = frozenset({".docx", ".docm", ".xlsx", ".xlsm", ".pdf", ".doc", ".xls"})
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")


def recognise(data: bytes, name: str) -> str:
    """The format's name: docx, xlsx, pdf, html, markdown, csv, text, json or yaml.

    Raises UnreadableFile, with what the file is and what to do, for everything else.
    """
    head = data[:1024]
    if data.startswith(_OLE):
        refuse_old_office(data, name)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(data, name)
    if b"%PDF-" in head:
        return "pdf"
    _refuse_other_kinds(data, name)
    text, guessed = decode(data, name)
    _refuse_garbage(text, name)
    extension = PurePath(name).suffix.lower()
    if extension in _BINARY and (guessed or b"endobj" in data or b"\0" in data):
        raise broken(name)
    return text_kind(text, extension)


def _zip_kind(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            paths = {path.lstrip("/").casefold() for path in archive.namelist()}
            kind = archive.read("mimetype")[:200] if "mimetype" in archive.namelist() else b""
    except Exception as error:
        # Broken archives make zipfile raise errors of many kinds; all mean the same here.
        raise broken(name) from error
    if "word/document.xml" in paths or any(re.match(r"word/document\d*\.xml", p) for p in paths):
        return "docx"
    if "xl/workbook.xml" in paths:
        return "xlsx"
    if "xl/workbook.bin" in paths:
        raise _saved_as(name, "a binary Excel workbook (.xlsb)", ".xlsx")
    if any(path.startswith("ppt/") for path in paths):
        raise _saved_as(name, "a presentation", ".pdf")
    what, extension = _ANOTHER_KIND.get(kind.decode("latin-1").strip(), ("", ""))
    if what:
        raise _saved_as(name, what, extension)
    if "[content_types].xml" in paths:
        raise broken(name)
    raise UnreadableFile(
        f"“{name}” is a zip archive, not a plan.", "Unpack it and choose the document inside."
    )


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if data.startswith(b"{\\rtf"):
        raise _saved_as(name, "a rich text file (.rtf)", ".docx")
    if b"<?mso-application" in data[:1024]:
        raise _saved_as(name, "an Office 2003 XML file", ".docx or .xlsx")
    if data[4:12] in {b"ftypheic", b"ftypmif1", b"ftypavif"}:
        raise _not_a_document(name, "a picture")
    if data[4:8] == b"ftyp":
        raise _not_a_document(name, "a film or recording")
    for start, what in _NOT_DOCUMENTS:
        binary = start not in _TEXT_LIKE_MAGIC or _CONTROL.search(data[:64].decode("latin-1"))
        if data.startswith(start) and binary:
            raise _not_a_document(name, what)


def _refuse_garbage(text: str, name: str) -> None:
    odd = len(_CONTROL.findall(text))
    if odd > 5 and odd > len(text) // 20:
        raise UnreadableFile(
            f"“{name}” holds no text that can be read.",
            "Choose the plan as Word, Excel, PDF, a web page or plain text.",
        )


def _not_a_document(name: str, what: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is {what}, not a document with text.",
        "Choose the plan as Word, Excel, PDF, a web page or plain text.",
    )


def _saved_as(name: str, what: str, extension: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is {what}, which cannot be read.",
        f"Open it in the program that wrote it and save it as {extension}.",
    )
