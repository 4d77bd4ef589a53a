"""What frames a page and is no part of its text: menus, cookie banners, breadcrumbs, footers."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from oneplan.exchange.plan_readers.formats.html.elements import IGNORED, tag_of

_ROLES = frozenset({"navigation", "search", "contentinfo", "alertdialog"})
_ALWAYS = re.compile(
    r"(?:^|[\s_-])(?:cookies?|cookie-?\w+|breadcrumbs?|skip-?(?:links?|to|nav)|skiplinks?|pagination|back-to-top"
    r"|(?:site|page|global)-footer"
    r"|social-?(?:media|links?|share|icons?)|share-?(?:this|links?|buttons?|bar))(?:$|[\s_-])",
    re.IGNORECASE,
)
_IF_LINKS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|header|masthead|sidebar|related|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMES_LENGTH = 300
_MOST_CHARACTERS = 3_000
_MOST_ELEMENTS = 800
_LINKED = 0.6
_MAIN = 0.5


def is_furniture(element: etree._Element, tag: str) -> bool:
    """Whether an element only frames the page. What holds a title or a table never does."""
    if element.get("role") in _ROLES:
        return _is_small(element)
    names = f"{element.get('id', '')} {element.get('class', '')}"[:_NAMES_LENGTH]
    if _ALWAYS.search(names):
        return _is_small(element)
    if tag in {"aside", "header"} or _IF_LINKS.search(names):
        return _is_small(element) and _links_mostly(element)
    return False


def _is_small(element: etree._Element) -> bool:
    parts = list(islice(element.iter(), _MOST_ELEMENTS + 1))
    if len(parts) > _MOST_ELEMENTS or any(
        tag_of(part) in {"h1", "table", "main"} for part in parts
    ):
        return False
    return _length(element) <= _MOST_CHARACTERS


def _links_mostly(element: etree._Element) -> bool:
    words = _length(element)
    linked = sum(_length(part) for part in element.iter() if tag_of(part) == "a")
    return linked >= _LINKED * words


def _length(element: etree._Element) -> int:
    return sum(len("".join(str(part).split())) for part in element.itertext())


def main_part(root: etree._Element) -> etree._Element | None:
    """The part that the page itself calls its main one, if it holds most of the words."""
    found = next((e for e in root.iter() if tag_of(e) == "main" or e.get("role") == "main"), None)
    if found is None:
        return None
    inside, whole = _words(found), _words(root)
    return found if inside and inside >= _MAIN * whole else None


def _words(element: etree._Element) -> int:
    """Characters of the element's words, those that nobody sees left aside."""
    counted = 0
    for part in element.iter():
        if tag_of(part) not in IGNORED:
            counted += len((part.text or "").strip())
        counted += len((part.tail or "").strip()) if part is not element else 0
    return counted
