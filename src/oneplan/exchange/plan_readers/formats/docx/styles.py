"""Word's styles: which paragraphs are headings, bold, numbered or part of the contents list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from oneplan.exchange.plan_readers.formats.docx.names import Names, is_on

_HEADING = re.compile(r"heading (\d)$")
_BODY_LEVEL = 9
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which list a paragraph belongs to and how deep; ``list_id`` "0" means none."""

    list_id: str
    level: int


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, its ancestors included. ``heading`` is the level from 1, 0 for body text."""

    name: str = ""
    heading: int = 0
    bold: bool | None = None
    underlined: bool | None = None
    hidden: bool = False
    numbering: Numbering | None = None

    @property
    def is_contents(self) -> bool:
        """Whether paragraphs of this style are lines of the table of contents."""
        return self.name.startswith("toc ") or self.name == "table of figures"

    @property
    def list_level(self) -> int:
        """The depth of a built-in list style without numbering of its own, 0 for no list."""
        if not self.name.startswith(("list bullet", "list number")):
            return 0
        last = self.name[-1]
        return int(last) if last.isdigit() else 1


@dataclass(slots=True)
class Styles:
    """All styles of a document by id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: Style = field(default_factory=Style)

    def get(self, style_id: str | None) -> Style:
        """The style, the default where the id is unknown."""
        return self.by_id.get(style_id, self.default) if style_id else self.default


def read_styles(root: etree._Element | None, names: Names) -> Styles:
    """The styles of ``styles.xml``; none where the part is missing."""
    if root is None:
        return Styles()
    raw = {
        element.get(names["styleId"], ""): element for element in root.iterchildren(names["style"])
    }
    made: dict[str, Style] = {}
    for style_id in raw:
        _make(style_id, raw, made, names)
    default = next(
        (
            made[style_id]
            for style_id, element in raw.items()
            if element.get(names["type"]) == "paragraph"
            and element.get(names["default"]) in {"1", "true", "on"}
        ),
        Style(),
    )
    return Styles(made, default)


def _make(
    style_id: str,
    raw: dict[str, etree._Element],
    made: dict[str, Style],
    names: Names,
    depth: int = 0,
) -> Style:
    if style_id in made:
        return made[style_id]
    element = raw.get(style_id)
    if element is None or depth > _MAX_CHAIN:
        return Style()
    based_on = element.find(names["basedOn"])
    parent_id = based_on.get(names["val"], "") if based_on is not None else ""
    parent = Style() if parent_id == style_id else _make(parent_id, raw, made, names, depth + 1)
    made[style_id] = _style(element, parent, names)
    return made[style_id]


def _style(element: etree._Element, parent: Style, names: Names) -> Style:
    label = element.find(names["name"])
    name = label.get(names["val"], "").casefold() if label is not None else ""
    paragraph, run = element.find(names["pPr"]), element.find(names["rPr"])
    return Style(
        name,
        _heading(name, paragraph, parent, names),
        _or(switch(run, "b", names), parent.bold),
        _or(underline(run, names), parent.underlined),
        bool(_or(switch(run, "vanish", names), parent.hidden)),
        numbering(paragraph, names) or parent.numbering,
    )


def _heading(name: str, paragraph: etree._Element | None, parent: Style, names: Names) -> int:
    match = _HEADING.match(name)
    if match:
        return max(1, int(match[1]))
    if name == "title":
        return 1
    if name.startswith("toc "):
        return 0
    level = outline_level(paragraph, names)
    return parent.heading if level is None else level


def _or(own: bool | None, inherited: bool | None) -> bool | None:
    return inherited if own is None else own


def outline_level(properties: etree._Element | None, names: Names) -> int | None:
    """The heading level that paragraph properties set, 0 for body text, None where they do not."""
    found = properties.find(names["outlineLvl"]) if properties is not None else None
    value = found.get(names["val"], "") if found is not None else ""
    if not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < _BODY_LEVEL else 0


def switch(properties: etree._Element | None, short: str, names: Names) -> bool | None:
    """Whether run properties switch something on or off, None where they do not say."""
    found = properties.find(names[short]) if properties is not None else None
    return None if found is None else is_on(found.get(names["val"]))


def underline(properties: etree._Element | None, names: Names) -> bool | None:
    """Whether run properties underline, None where they do not say."""
    return switch(properties, "u", names)


def numbering(properties: etree._Element | None, names: Names) -> Numbering | None:
    """The list that paragraph properties put a paragraph in, None where they do not say."""
    found = properties.find(names["numPr"]) if properties is not None else None
    if found is None:
        return None
    number, level = found.find(names["numId"]), found.find(names["ilvl"])
    list_id = number.get(names["val"], "0") if number is not None else ""
    depth = level.get(names["val"], "0") if level is not None else "0"
    return Numbering(list_id, min(int(depth), 8) if depth.isdecimal() else 0)
