"""PDF: words to paragraphs, lists and tables in reading order, each page parsed once."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.format import Format
from oneplan.exchange.plan_readers.formats.pdf.reading import read_pdf

FORMAT = Format("pdf", "a PDF", (".pdf",), read_pdf, makes_cycles=True)
