"""The bytes of a page to its elements: the encoding it declares, a parser that forgives."""

from __future__ import annotations

import re

from lxml import etree

from oneplan.exchange.plan_readers.formats.encodings import decode
from oneplan.exchange.plan_readers.formats.html.elements import HEADINGS
from oneplan.vocabulary.findings import Finding

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{2,30})", re.IGNORECASE)
_XML_START = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")


def decoded(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """The page's text in the encoding that it declares, else in the one it seems to have."""
    declared = _CHARSET.search(data[:4096]) or _XML_ENCODING.match(data[:200])
    marked = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    if declared and not marked:
        encoding = declared[1].decode("ascii").lower()
        # Browsers read what calls itself Latin-1 as Windows text.
        encoding = (
            "cp1252" if encoding in {"iso-8859-1", "latin1", "ascii", "us-ascii"} else encoding
        )
        try:
            return data.decode(encoding), []
        except (UnicodeError, LookupError):
            pass
    return decode(data, name)


def parsed(text: str) -> tuple[etree._Element | None, bool]:
    """The page's root, and whether the parser reached its end."""
    text = _XML_START.sub("", text, count=1).replace("\0", "")
    parser = etree.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, False
    if root is not None:
        _open_buttons(root)
    return root, all(error.type_name != "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def _open_buttons(root: etree._Element) -> None:
    """A heading that opens and closes its section is a heading all the same."""
    for heading in root.iter(*HEADINGS, "summary"):
        for button in heading.iter("button"):
            button.tag = "span"
