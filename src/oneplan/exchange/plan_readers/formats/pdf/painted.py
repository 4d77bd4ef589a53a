"""What is painted on a page: its characters, the edges of lines and boxes, and whether it has pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTRect
from pdfplumber.page import Page
from pdfplumber.utils.geometry import obj_to_edges

from oneplan.exchange.plan_readers.formats.pdf.operations import Interpreter
from oneplan.exchange.plan_readers.formats.traffic_lights import light_of
from oneplan.exchange.plan_readers.limits import LIMITS

_RGB, _CMYK = 3, 4
_SLANT = 0.2


class Character(NamedTuple):
    """A character with its box; x grows to the right, y downwards, in points."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    font: str
    turn: int
    """0 for upright text, 1 for text that reads upwards, -1 downwards, 2 for any other."""


class Light(NamedTuple):
    """A rectangle painted red, amber or green."""

    x0: float
    x1: float
    top: float
    bottom: float
    colour: str


@dataclass(slots=True)
class Painted:
    """The contents of a page; ``more`` says that characters beyond the limit were left out."""

    characters: list[Character] = field(default_factory=list)
    edges: list[dict[str, Any]] = field(default_factory=list)
    lights: list[Light] = field(default_factory=list)
    pictures: bool = False
    more: bool = False


def painted(page: Page) -> Painted:
    """What a page shows, in the order in which it is painted."""
    device = PDFPageAggregator(page.pdf.rsrcmgr, laparams=None)
    Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    left, upper = float(page.mediabox[0]), float(page.mediabox[1])
    lower = float(page.height) + upper
    found = Painted()
    drawn: list[LTCurve] = []
    for item in _innermost(device.get_result()):
        if isinstance(item, LTChar):
            if len(found.characters) == LIMITS.page_characters:
                found.more = True
                break
            found.characters.append(
                Character(
                    item.get_text(),
                    item.x0 + left,
                    item.x1 + left,
                    lower - item.y1,
                    lower - item.y0,
                    _name(item.fontname),
                    _turn(item),
                )
            )
        elif isinstance(item, LTCurve):
            drawn.append(item)
        elif isinstance(item, LTImage):
            found.pictures = True
    if len(drawn) <= LIMITS.page_drawings:
        found.edges = [edge for each in drawn for edge in obj_to_edges(page.process_object(each))]
        found.lights = [
            Light(each.x0 + left, each.x1 + left, lower - each.y1, lower - each.y0, colour)
            for each in drawn
            if isinstance(each, LTRect)
            and each.fill
            and (colour := light_of(_hexadecimal(each.non_stroking_color)))
        ]
    return found


def _turn(item: LTChar) -> int:
    along, across = item.matrix[0], item.matrix[1]
    if abs(across) <= _SLANT * abs(along):
        return 0
    if abs(along) <= _SLANT * abs(across):
        return 1 if across > 0 else -1
    return 2


def _hexadecimal(colour: object) -> str:
    """A colour of the page as "FF0000", "" where it is grey or a pattern."""
    parts = (
        [part for part in colour if isinstance(part, int | float)]
        if isinstance(colour, tuple | list)
        else []
    )
    if len(parts) == _CMYK:
        black = 1 - parts[3]
        parts = [(1 - part) * black for part in parts[:3]]
    if len(parts) != _RGB:
        return ""
    return "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02X}" for part in parts)


def _innermost(items: Iterable[Any]) -> Iterator[Any]:
    """The items, those inside figures instead of the figures."""
    for item in items:
        if isinstance(item, LTContainer):
            yield from _innermost(item)
        else:
            yield item


def _name(font: str | bytes) -> str:
    return font.decode("latin-1") if isinstance(font, bytes) else font
