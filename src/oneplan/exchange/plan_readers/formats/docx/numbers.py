"""Word's automatic numbers and bullets: the marker that Word would print before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from oneplan.exchange.plan_readers.formats.docx.names import Names
from oneplan.exchange.plan_readers.formats.docx.styles import Numbering

_PLACE = re.compile(r"%([1-9])")
_SIMPLE = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,7})[.):]?\)?")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"))
_ROMAN_SMALL = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_ROMAN = 4000
_NOT_YET = -1


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how it counts, what it prints, where it starts."""

    kind: str = "bullet"
    pattern: str = "•"
    start: int = 1


@dataclass(frozen=True, slots=True)
class Marker:
    """A printed marker. ``simple`` is true of bullets and of "1." or "a)", false of "BH 1.2"."""

    text: str
    bullet: bool
    simple: bool
    level: int


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]


@dataclass(slots=True)
class Numbers:
    """The lists of a document and how far each has counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def marker(self, place: Numbering | None) -> Marker | None:
        """The next marker in the list, None for a paragraph in no list."""
        if place is None or place.list_id in {"", "0"}:
            return None
        known = self.lists.get(place.list_id)
        if known is None:
            return Marker("•", True, True, place.level + 1)
        level = known.levels.get(place.level, Level())
        counts = self._counts.setdefault(known.abstract or place.list_id, [_NOT_YET] * 9)
        _count(counts, place.level, known.levels)
        if level.kind == "bullet":
            return Marker("•", True, True, place.level + 1)
        if level.kind == "none" or not level.pattern:
            return None
        text = _PLACE.sub(lambda match: _printed(int(match[1]) - 1, counts, known), level.pattern)
        return Marker(
            text.strip(), False, _SIMPLE.fullmatch(text.strip()) is not None, place.level + 1
        )


def _count(counts: list[int], level: int, levels: dict[int, Level]) -> None:
    for upper in range(level):
        if counts[upper] == _NOT_YET:
            counts[upper] = levels.get(upper, Level()).start
    start = levels.get(level, Level()).start
    counts[level] = start if counts[level] == _NOT_YET else counts[level] + 1
    counts[level + 1 :] = [_NOT_YET] * (len(counts) - level - 1)


def _printed(level: int, counts: list[int], known: _List) -> str:
    kind = known.levels.get(level, Level()).kind
    number = counts[level]
    if kind in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 5)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman if kind == "lowerRoman" else roman.upper()
    if kind == "decimalZero":
        return f"{number:02d}"
    return str(number)


def _roman(number: int) -> str:
    number = min(max(number, 0), _MAX_ROMAN - 1)
    letters = []
    for value, letter in _ROMAN + _ROMAN_SMALL:
        letters.append(letter * (number // value))
        number %= value
    return "".join(letters)


def read_numbers(root: etree._Element | None, names: Names) -> Numbers:
    """The lists of ``numbering.xml``; none where the part is missing."""
    if root is None:
        return Numbers()
    abstracts = {
        element.get(names["abstractNumId"], ""): _levels(element, names)
        for element in root.iterchildren(names["abstractNum"])
    }
    lists = {}
    for element in root.iterchildren(names["num"]):
        link = element.find(names["abstractNumId"])
        abstract = link.get(names["val"], "") if link is not None else ""
        levels = dict(abstracts.get(abstract, {}))
        own = _overrides(element, levels, names)
        list_id = element.get(names["numId"], "")
        lists[list_id] = _List(f"own {list_id}" if own else abstract, {**levels, **own})
    return Numbers(lists)


def _levels(element: etree._Element, names: Names) -> dict[int, Level]:
    found = {}
    for level in element.iterchildren(names["lvl"]):
        number = level.get(names["ilvl"], "0")
        if number.isdecimal():
            found[int(number)] = Level(
                _value(level, "numFmt", names, "decimal"),
                _value(level, "lvlText", names, ""),
                _whole(_value(level, "start", names, "1")),
            )
    return found


def _overrides(element: etree._Element, levels: dict[int, Level], names: Names) -> dict[int, Level]:
    """The levels that this list starts anew or prints otherwise than its model."""
    own = {}
    for override in element.iterchildren(names["lvlOverride"]):
        number = override.get(names["ilvl"], "0")
        if not number.isdecimal():
            continue
        at = int(number)
        base = _levels(override, names).get(at, levels.get(at, Level()))
        start = _value(override, "startOverride", names, str(base.start))
        own[at] = Level(base.kind, base.pattern, _whole(start))
    return own


def _value(element: etree._Element, short: str, names: Names, fallback: str) -> str:
    found = element.find(names[short])
    return found.get(names["val"], fallback) if found is not None else fallback


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 1
