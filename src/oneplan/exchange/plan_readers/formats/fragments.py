"""Scraps of HTML inside text: ``<ul> <li> <p> <b> <u>``, often unclosed or with the items lost."""

from __future__ import annotations

import html
import re

from oneplan.exchange.plan_readers.blocks import Line
from oneplan.exchange.plan_readers.formats.marked_text import LineBuilder

_NAMES = "ul|ol|li|p|br|div|b|strong|u|ins|i|em|span|sup|sub|a|font|td|tr|th|table|tbody|hr|h[1-6]"
_TAG = re.compile(rf"<(/?)({_NAMES})(?:\s[^<>]{{0,500}})?\s?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_LISTS = frozenset({"ul", "ol"})
_BOLD = frozenset({"b", "strong"})
_UNDERLINED = frozenset({"u", "ins"})
_BLOCKS = frozenset(
    {"p", "div", "td", "tr", "th", "table", "tbody", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
)


def holds_tags(text: str) -> bool:
    """Whether the text holds any HTML tag that this module understands."""
    return "<" in text and _TAG.search(text) is not None


def decoded(text: str) -> str:
    """The text with HTML character references as the characters they stand for."""
    if "&" not in text or not _ENTITY.search(text):
        return text
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


class _Fragment:
    """Follows the tags of one scrap and feeds the builder."""

    def __init__(self) -> None:
        self.builder = LineBuilder()
        self._lists = 0
        self._item_open = False
        self._bold = 0
        self._underlined = 0

    def add(self, text: str) -> None:
        if text:
            self.builder.add(decoded(text), bold=self._bold > 0, underlined=self._underlined > 0)

    def tag(self, name: str, closing: bool) -> None:
        if name in _BOLD:
            self._bold = max(0, self._bold + (-1 if closing else 1))
        elif name in _UNDERLINED:
            self._underlined = max(0, self._underlined + (-1 if closing else 1))
        elif name in _LISTS:
            self._list(closing)
        elif name == "li":
            self._item_open = not closing
            self.builder.start_line(bullet=True, level=max(self._lists, 1))
        elif name == "br":
            self.builder.start_line()
        elif name in _BLOCKS:
            self._block()

    def _list(self, closing: bool) -> None:
        self._lists = max(0, self._lists + (-1 if closing else 1))
        self._item_open = False
        self.builder.start_line(bullet=self._lists > 0, level=self._lists)

    def _block(self) -> None:
        if self._item_open:
            self.builder.add(" ")
            return
        # A paragraph outside any item ends a list that nobody closed.
        self._lists = 0
        self.builder.start_line()


def fragment_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that may hold HTML: list items bulleted, paragraphs and breaks apart."""
    fragment = _Fragment()
    end = 0
    for match in _TAG.finditer(text):
        fragment.add(text[end : match.start()])
        fragment.tag(match[2].lower(), closing=match[1] == "/")
        end = match.end()
    fragment.add(text[end:])
    return fragment.builder.lines()


def open_tags(text: str) -> int:
    """How many list and paragraph tags are opened in the text and never closed."""
    return sum(
        -1 if match[1] else 1
        for match in _TAG.finditer(text)
        if match[2].lower() in {"ul", "ol", "li", "p"}
    )
