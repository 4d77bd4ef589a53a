"""Web pages, and the HTML that Word and Excel save."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.format import Format
from oneplan.exchange.plan_readers.formats.html.reading import read_html

FORMAT = Format("html", "a web page", (".html", ".htm", ".xhtml"), read_html)
