"""Word documents (.docx, .docm), read straight from their XML."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.format import Contents, Format


def _read(data: bytes, name: str) -> Contents:
    from oneplan.exchange.plan_readers.formats.docx.reading import read_docx

    return read_docx(data, name)


FORMAT = Format("docx", "a Word document", (".docx", ".docm", ".dotx", ".dotm"), _read)
