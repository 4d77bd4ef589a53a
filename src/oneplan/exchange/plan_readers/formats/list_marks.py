"""The marks that begin a list item on a line of its own: "- ", "•", "1.", "a)", "(iv)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from oneplan.exchange.plan_readers.formats.tidying import BULLETS

_MARK = re.compile(
    rf"(?P<indent>[ \t]*)(?:"
    rf"(?P<bullet>[{BULLETS}\uf0b7\uf0a7\uf0d8]\s*|[-*+–—o]\s+)"
    rf"|(?P<number>\d{{1,3}}[.)]|\(?[a-z]\)|\([ivx]{{1,6}}\)|[ivx]{{1,6}}[.)]|(?!c\.\s*\d)[a-z]\.)\s+)(?=\S)"
)
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢"}
_INDENT_OF_A_LEVEL = 2


@dataclass(frozen=True, slots=True)
class ListMark:
    """A list mark: as printed, its depth from 1, and how many characters of the line it takes."""

    marker: str
    level: int
    length: int


def list_mark(line: str) -> ListMark | None:
    """The mark that begins the line, None where it is no list item.

    A bullet before a letter or number ("- a) …") gives way to it. Two spaces or a tab of indent are
    one level.
    """
    match = _MARK.match(line)
    if match is None:
        return None
    level = 1 + len(match["indent"].replace("\t", "  ")) // _INDENT_OF_A_LEVEL
    if match["number"]:
        return ListMark(match["number"], level, match.end())
    inner = _MARK.match(line, match.end())
    if inner and inner["number"]:
        return ListMark(inner["number"], level, inner.end())
    marker = match["bullet"].strip()
    return ListMark(_SYMBOLS.get(marker, marker if marker in BULLETS else "•"), level, match.end())
