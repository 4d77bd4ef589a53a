"""What a plan calls the levels of its elements: its own words, else plain ones."""

from __future__ import annotations

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
_ENDINGS = (("y", "ies"), ("s", "s"))


def level_name(element: Element) -> str:
    """The plan's own word for an element's level, capital first: "Priority"."""
    return sentence((element.label or _KINDS[element.kind]).strip().rstrip(":"))


def usual_name(elements: Iterable[Element]) -> str:
    """The word that most of the elements go by; "Part" where there are none."""
    counts = Counter(level_name(element) for element in elements)
    return counts.most_common(1)[0][0] if counts else "Part"


def plural(name: str) -> str:
    """A level's name for several: "priorities", "areas of focus"."""
    first, of, rest = name.partition(" of ")
    head, for_, tail = first.partition(" for ")
    for ending, several in _ENDINGS:
        if head.endswith(ending):
            head = head.removesuffix(ending) + several
            break
    else:
        head += "s"
    return f"{head}{for_}{tail}{of}{rest}"


def full_name(element: Element) -> str:
    """Label, code and title as one line: "Priority 5: Achievement"."""
    code = f"{level_name(element)} {element.code}" if element.code else ""
    return f"{code}: {element.title}" if code else element.title
