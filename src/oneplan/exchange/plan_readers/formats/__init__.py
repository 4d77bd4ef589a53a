"""The file formats of plans: one a file, each turning bytes into blocks; :data:`FORMATS` lists them."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats import (
    delimited,
    docx,
    html,
    markdown,
    pdf,
    text,
    xlsx,
)
from oneplan.exchange.plan_readers.formats.format import Format

FORMATS: tuple[Format, ...] = (
    docx.FORMAT,
    xlsx.FORMAT,
    pdf.FORMAT,
    html.FORMAT,
    markdown.FORMAT,
    delimited.FORMAT,
    text.FORMAT,
)
"""Every format that can be read. A new one is one file and one line here."""

__all__ = ["FORMATS", "Format"]
