"""Word documents (.docx, .docm), read straight from their XML."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.docx.reading import read_docx
from oneplan.exchange.plan_readers.formats.format import Format

FORMAT = Format("docx", "a Word document", (".docx", ".docm", ".dotx", ".dotm"), read_docx)
