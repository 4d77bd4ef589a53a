"""What a plan calls the levels of its elements: its own words, else plain ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from oneplan.document.schema import Element, ElementKind
from oneplan.website.wording import sentence

_KINDS: dict[ElementKind, str] = {
    "outcome": "outcome",
    "priority": "priority",
    "focus_area": "area of focus",
    "workstream": "workstream",
    "partnership": "partnership",
    "section": "section",
}
_AFTER_NOUN = re.compile(r" (?:of|for|to|in|on|and|with)\b")


def level_name(element: Element) -> str:
    """The plan's own word for an element's level, for one of them, capital first: "Priority"."""
    printed = (element.label or _KINDS[element.kind]).strip().rstrip(":")
    return sentence(singular(printed))


def usual_name(elements: Iterable[Element]) -> str:
    """The word that most of the elements go by; "Part" where there are none."""
    counts = Counter(level_name(element) for element in elements)
    return counts.most_common(1)[0][0] if counts else "Part"


def singular(name: str) -> str:
    """A level's name for one of them: "priority", "area of focus"."""
    head, rest = _parted(name)
    if head.endswith("ies"):
        return f"{head[:-3]}y{rest}"
    return f"{head[:-1] if head.endswith('s') and not head.endswith('ss') else head}{rest}"


def plural(name: str) -> str:
    """A level's name for several: "priorities", "areas of focus"."""
    head, rest = _parted(singular(name))
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return f"{head[:-1]}ies{rest}"
    return f"{head}{'es' if head.endswith('s') else 's'}{rest}"


def _parted(name: str) -> tuple[str, str]:
    """The noun that changes, and what follows it: "area" and " for improvement"."""
    found = _AFTER_NOUN.search(name)
    return (name[: found.start()], name[found.start() :]) if found else (name, "")


def full_name(element: Element) -> str:
    """Label, code and title as one line: "Priority 5: Achievement"."""
    code = f"{level_name(element)} {element.code}" if element.code else ""
    return f"{code}: {element.title}" if code else element.title
