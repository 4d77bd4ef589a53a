"""The words of an element, fed into a line builder: breaks, lists and marks understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree

from oneplan.exchange.plan_readers.formats.html.elements import (
    BLOCKS,
    IGNORED,
    LISTS,
    is_bold,
    is_hidden,
    is_underlined,
    tag_of,
    words_inside,
)
from oneplan.exchange.plan_readers.formats.marked_text import LineBuilder

MAX_DEPTH = 150

See = Callable[[str, etree._Element, str], None]
"""Told of a rule, the element, and the words it is about."""


@dataclass(frozen=True, slots=True)
class _Marks:
    bold: bool = False
    underlined: bool = False
    lists: int = 0
    in_item: bool = False


class Words:
    """Feeds the words of elements to a builder."""

    def __init__(self, builder: LineBuilder, see: See) -> None:
        self._builder = builder
        self._see = see

    def add_text(self, text: str | None, marks: _Marks | None = None) -> None:
        """Add text that stands between tags; white space is one space."""
        if text:
            marks = marks or _Marks()
            self._builder.add(text, bold=marks.bold, underlined=marks.underlined)

    def add(self, element: etree._Element, marks: _Marks | None = None, depth: int = 0) -> None:
        """Add the words of an element, without its tail."""
        tag = tag_of(element)
        marks = marks or _Marks()
        if self._left_out(element, tag):
            return
        if depth > MAX_DEPTH:
            self._see("nested-too-deep", element, "")
            self.add_text(words_inside(element), marks)
            return
        if tag == "br":
            self._builder.start_line(bullet=False)
            return
        inner = replace(
            marks,
            bold=marks.bold or is_bold(element, tag),
            underlined=marks.underlined or is_underlined(element, tag),
        )
        if tag in LISTS:
            inner = replace(inner, lists=marks.lists + 1, in_item=False)
            self._builder.start_line(bullet=True, level=inner.lists)
        elif tag == "li":
            inner = replace(inner, lists=max(marks.lists, 1), in_item=True)
            self._builder.start_line(bullet=True, level=inner.lists)
        elif tag in BLOCKS:
            self._edge(marks)
        self._inside(element, inner, depth)
        if tag in LISTS or tag == "li":
            self._builder.start_line(bullet=inner.lists > 1, level=inner.lists - 1)
        elif tag in BLOCKS:
            self._edge(marks)

    def _inside(self, element: etree._Element, marks: _Marks, depth: int) -> None:
        self.add_text(element.text, marks)
        for child in element:
            self.add(child, marks, depth + 1)
            self.add_text(child.tail, marks)

    def _edge(self, marks: _Marks) -> None:
        """The edge of a paragraph: a space inside a list item, else a new line."""
        if marks.in_item:
            self._builder.add(" ")
        else:
            self._builder.start_line()

    def _left_out(self, element: etree._Element, tag: str) -> bool:
        if tag == "img":
            if not (element.get("alt") or "").strip():
                self._see("image-without-text", element, "")
            return True
        if not tag or tag in IGNORED:
            if tag in {"del", "s", "strike"}:
                self._see("struck-out-text", element, words_inside(element))
            return True
        if is_hidden(element):
            text = words_inside(element)
            if text:
                self._see("hidden-text", element, text)
            return True
        if tag == "table":
            self._see("nested-table", element, "")
        return False
