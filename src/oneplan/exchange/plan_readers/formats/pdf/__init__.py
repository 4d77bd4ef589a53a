"""PDF: words to paragraphs, lists and tables in reading order, each page parsed once."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.format import Contents, Format


def _read(data: bytes, name: str) -> Contents:
    from oneplan.exchange.plan_readers.formats.pdf.reading import read_pdf

    return read_pdf(data, name)


FORMAT = Format("pdf", "a PDF", (".pdf",), _read, makes_cycles=True)
