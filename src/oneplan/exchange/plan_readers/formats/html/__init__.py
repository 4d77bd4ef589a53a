"""Web pages, and the HTML that Word and Excel save."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.format import Contents, Format


def _read(data: bytes, name: str) -> Contents:
    from oneplan.exchange.plan_readers.formats.html.reading import read_html

    return read_html(data, name)


FORMAT = Format("html", "a web page", (".html", ".htm", ".xhtml"), _read)
