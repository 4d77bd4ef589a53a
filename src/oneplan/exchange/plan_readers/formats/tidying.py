"""Characters put in order: odd spaces, soft hyphens, ligatures, symbol-font bullets, control codes."""

from __future__ import annotations

import re

BULLETS = "•▪●◦‣⁃■□▫○◆◇➢➤►▶✓✔❖·∙⚫"
"""Characters that mark a list item when they begin a line."""

TICKS = frozenset("✓✔")
"""Bullets that say yes where one stands alone in a table cell."""

_SYMBOL_FONT_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0a8\uf076\uf06e\uf0b0\uf02d\uf095\uf06c"

_REPLACED: dict[int, str | None] = {
    **{ord(mark): "•" for mark in _SYMBOL_FONT_BULLETS},
    **dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u2000\u2001\u2002\u2003\u2004\u2005\u2006"), " "),
    **dict.fromkeys(map(ord, "\u2008\u2009\u200a\u205f\u3000\t\n\r\v\f\x85\u2028\u2029"), " "),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff"), None),
    **dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e"), None),
    **dict.fromkeys((*range(0x09), *range(0x0E, 0x20), 0x7F), None),
    ord("\uf0fc"): "✓",
    ord("\u2011"): "-",
    ord("ﬀ"): "ff",
    ord("ﬁ"): "fi",
    ord("ﬂ"): "fl",
    ord("ﬃ"): "ffi",
    ord("ﬄ"): "ffl",
}
_TO_MEND = re.compile("[" + re.escape("".join(map(chr, _REPLACED))) + "]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def without_odd_characters(text: str) -> str:
    """The text with plain spaces and bullets, without soft hyphens and codes nobody can see."""
    if text.isascii() and text.isprintable():
        return text
    if _TO_MEND.search(text):
        text = text.translate(_REPLACED)
    return _LONE_SURROGATE.sub("", text)


def tidy(text: str) -> str:
    """The text as one line: odd characters mended, runs of white space as one space, ends trimmed."""
    return " ".join(without_odd_characters(text).split())
