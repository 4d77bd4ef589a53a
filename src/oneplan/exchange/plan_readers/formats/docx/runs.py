"""The runs of a Word paragraph: text with its marks, insertions kept, deletions dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from oneplan.exchange.plan_readers.formats.docx.names import (
    ALTERNATE,
    MATHS_TEXT,
    Names,
    chosen,
)
from oneplan.exchange.plan_readers.formats.docx.styles import Style, Styles, switch, underline

BREAK = "\n"
_PRINTED_SYMBOLS = {"F0B7": "•", "F0A7": "•", "F0FC": "✓", "F0FE": "☑", "F0A8": "☐", "F0D8": "•"}
_MAX_DEPTH = 60

Run = tuple[str, bool, bool]
"""Text, whether bold, whether underlined. A lone line end is a soft break."""


@dataclass(slots=True)
class ParagraphRuns:
    """What a paragraph holds: its runs and the text boxes anchored in it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


def words_inside(element: etree._Element, names: Names) -> str:
    """All words of an element, whatever they stand in."""
    return " ".join(text.text or "" for text in element.iter(names["t"]))


class RunReader:
    """Reads paragraphs' runs; ``see`` is told of changes, hidden text, notes and pictures."""

    def __init__(self, names: Names, styles: Styles, see: Callable[[str, str], None]) -> None:
        self._names = names
        self._styles = styles
        self._see = see
        self.page_breaks = 0
        self._run = names["r"]
        self._through = names.all(
            "hyperlink",
            "smartTag",
            "fldSimple",
            "customXml",
            "dir",
            "bdo",
            "sdt",
            "sdtContent",
            "ins",
            "moveTo",
        )
        self._kept = names.all("ins", "moveTo")
        self._dropped = names.all("del", "moveFrom")
        self._marks: dict[str, Callable[[etree._Element, ParagraphRuns], str]] = {
            names["t"]: lambda element, _: element.text or "",
            names["tab"]: lambda _, __: "\t",
            names["ptab"]: lambda _, __: "\t",
            names["br"]: lambda _, __: BREAK,
            names["cr"]: lambda _, __: BREAK,
            names["noBreakHyphen"]: lambda _, __: "-",
            names["sym"]: self._symbol,
            names["drawing"]: self._drawing,
            names["pict"]: self._drawing,
            names["object"]: self._drawing,
            ALTERNATE: self._alternate,
            names["footnoteReference"]: self._note,
            names["endnoteReference"]: self._note,
            names["commentReference"]: self._comment,
            names["lastRenderedPageBreak"]: self._page_break,
        }

    def read(self, paragraph: etree._Element, style: Style) -> ParagraphRuns:
        """The paragraph's runs in order."""
        found = ParagraphRuns()
        self._walk(paragraph, style, found, 0)
        return found

    def _walk(self, parent: etree._Element, style: Style, found: ParagraphRuns, depth: int) -> None:
        if depth > _MAX_DEPTH:
            text = words_inside(parent, self._names)
            self._see("nested-too-deep", text)
            found.runs.append((text, False, False))
            return
        for child in parent:
            tag = child.tag
            if tag == self._run:
                self._read_run(child, style, found)
            elif tag in self._dropped:
                self._see("tracked-changes", "")
            elif tag in self._through and not self._is_placeholder(child):
                if tag in self._kept:
                    self._see("tracked-changes", "")
                self._walk(child, style, found, depth + 1)
            elif tag == ALTERNATE:
                branch = chosen(child, self._names)
                if branch is not None:
                    self._walk(branch, style, found, depth + 1)
            elif isinstance(tag, str) and "/math}" in tag:
                text = "".join(part.text or "" for part in child.iter(MATHS_TEXT))
                found.runs.append((text, False, False))

    def _is_placeholder(self, control: etree._Element) -> bool:
        """Whether the element is a content control that nobody has filled in."""
        properties = control.find(self._names["sdtPr"])
        return properties is not None and properties.find(self._names["showingPlcHdr"]) is not None

    def _read_run(self, run: etree._Element, style: Style, found: ParagraphRuns) -> None:
        properties = run.find(self._names["rPr"])
        bold, underlined, hidden = style.bold or False, style.underlined or False, style.hidden
        if properties is not None:
            bold, underlined, hidden = self._marked(properties, bold, underlined, hidden)
        parts: list[str] = []
        for child in run:
            mark = self._marks.get(child.tag)
            if mark is None:
                continue
            text = mark(child, found)
            if text == BREAK:
                found.runs.append(("".join(parts), bold, underlined))
                found.runs.append((BREAK, bold, underlined))
                parts.clear()
            elif text:
                parts.append(text)
        text = "".join(parts)
        if hidden and text.strip():
            struck = properties is not None and switch(properties, "strike", self._names)
            self._see("struck-out-text" if struck else "hidden-text", text)
        elif text and not hidden:
            found.runs.append((text, bold, underlined))

    def _marked(
        self, properties: etree._Element, bold: bool, underlined: bool, hidden: bool
    ) -> tuple[bool, bool, bool]:
        names = self._names
        named = properties.find(names["rStyle"])
        if named is not None:
            style = self._styles.get(named.get(names["val"]))
            bold = bold if style.bold is None else style.bold
            underlined = underlined if style.underlined is None else style.underlined
            hidden = hidden or style.hidden
            if style.name == "hyperlink":
                underlined = False
        own_bold, own_underline = switch(properties, "b", names), underline(properties, names)
        own_hidden = switch(properties, "vanish", names)
        if switch(properties, "strike", names) or switch(properties, "dstrike", names):
            own_hidden = True
        return (
            bold if own_bold is None else own_bold,
            underlined if own_underline is None else own_underline,
            hidden if own_hidden is None else own_hidden,
        )

    def _symbol(self, element: etree._Element, _: ParagraphRuns) -> str:
        code = element.get(self._names["char"], "").upper()
        if code in _PRINTED_SYMBOLS:
            return _PRINTED_SYMBOLS[code]
        try:
            return chr(int(code, 16) & 0xFFFF)
        except ValueError:
            return ""

    def _drawing(self, element: etree._Element, found: ParagraphRuns) -> str:
        boxes = [
            box
            for box in element.iter(self._names["txbxContent"])
            if not any(up.tag == self._names["txbxContent"] for up in box.iterancestors())
        ]
        if boxes:
            for box in boxes:
                self._see("text-box", "")
                found.boxes.append(box)
        elif element.tag != self._names["pict"] or _holds_picture(element):
            self._see("image-without-text", _alternative_text(element))
        return ""

    def _alternate(self, element: etree._Element, found: ParagraphRuns) -> str:
        branch = chosen(element, self._names)
        marks = [part for part in branch if part.tag in self._marks] if branch is not None else []
        return "".join(self._marks[part.tag](part, found) for part in marks)

    def _note(self, _: etree._Element, __: ParagraphRuns) -> str:
        self._see("footnotes", "")
        return ""

    def _comment(self, _: etree._Element, __: ParagraphRuns) -> str:
        self._see("comments-ignored", "")
        return ""

    def _page_break(self, _: etree._Element, __: ParagraphRuns) -> str:
        self.page_breaks += 1
        return ""


def _holds_picture(element: etree._Element) -> bool:
    return any(
        isinstance(child.tag, str) and child.tag.endswith("}imagedata") for child in element.iter()
    )


def _alternative_text(element: etree._Element) -> str:
    for child in element.iter():
        if isinstance(child.tag, str) and child.tag.endswith("}docPr"):
            return child.get("descr") or ""
    return ""
