"""What the style of a cell says: its number format, bold or struck-out type, a colour that signals."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from oneplan.exchange.plan_readers.formats.docx.names import is_on
from oneplan.exchange.plan_readers.formats.traffic_lights import light_of
from oneplan.exchange.plan_readers.formats.xlsx.number_formats import BUILT_IN
from oneplan.exchange.plan_readers.formats.xlsx.shared_texts import local

_INDEXED = {"2": "red", "10": "red", "3": "green", "11": "green", "17": "green", "13": "amber"}


@dataclass(frozen=True, slots=True)
class CellStyle:
    """A style as far as a plan's reader needs it. ``signal`` is red, amber, green or empty."""

    number_format: str = "General"
    bold: bool = False
    struck: bool = False
    signal: str = ""


PLAIN = CellStyle()


def read_styles(root: etree._Element | None) -> list[CellStyle]:
    """The styles in the order in which cells name them."""
    if root is None:
        return []
    groups = {local(group): group for group in root}
    own = {
        element.get("numFmtId", ""): element.get("formatCode", "")
        for element in groups.get("numFmts", ())
    }
    fonts = [
        {local(mark) for mark in font if is_on(mark.get("val"))} for font in _all(groups, "fonts")
    ]
    signals = [_signal(fill) for fill in _all(groups, "fills")]
    return [_style(style, own, fonts, signals) for style in _all(groups, "cellXfs")]


def _all(groups: dict[str, etree._Element], name: str) -> list[etree._Element]:
    return list(groups.get(name, ()))


def _style(
    style: etree._Element, own: dict[str, str], fonts: list[set[str]], signals: list[str]
) -> CellStyle:
    number = style.get("numFmtId", "0")
    built_in = BUILT_IN.get(int(number), "General") if number.isdecimal() else "General"
    font, fill = _index(style, "fontId"), _index(style, "fillId")
    marks = fonts[font] if font < len(fonts) else set()
    return CellStyle(
        own.get(number, built_in),
        "b" in marks,
        "strike" in marks,
        signals[fill] if fill < len(signals) else "",
    )


def _index(style: etree._Element, name: str) -> int:
    text = style.get(name, "0")
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _signal(fill: etree._Element) -> str:
    """Red, amber or green where a fill is plainly that, empty for every other."""
    for pattern in fill:
        if pattern.get("patternType") != "solid":
            continue
        for colour in pattern:
            if local(colour) == "fgColor":
                return _INDEXED.get(colour.get("indexed", ""), "") or light_of(
                    colour.get("rgb", "")
                )
    return ""
