"""Headings that name their own level: "Outcome 3: …", "Priority – …", "Ambition:" on a line alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from oneplan.document.schema import Element, ElementKind
from oneplan.exchange.plan_readers.narrative.wording import telling_words
from oneplan.vocabulary.findings import Source

_KINDS: dict[str, ElementKind] = {
    "outcome": "outcome",
    "goal": "outcome",
    "aim": "outcome",
    "ambition": "outcome",
    "result": "outcome",
    "priority": "priority",
    "priority area": "priority",
    "priority theme": "priority",
    "objective": "priority",
    "theme": "priority",
    "pillar": "priority",
    "mission": "priority",
    "challenge": "priority",
    "strand": "workstream",
    "workstream": "workstream",
    "work stream": "workstream",
    "programme": "workstream",
    "project": "workstream",
    "area of focus": "focus_area",
    "focus area": "focus_area",
    "focus": "focus_area",
    "area for improvement": "focus_area",
    "key area for improvement": "focus_area",
    "key line of enquiry": "focus_area",
    "partnership": "partnership",
    "pledge": "priority",
    "promise": "priority",
    "commitment": "priority",
}
_NAMES = "|".join(sorted(map(re.escape, _KINDS), key=len, reverse=True))
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})?[a-z]?|[A-Z]|[ivxIVX]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)"
_LABELLED = re.compile(
    rf"^(?:our\s+)?((?:(?:strategic|key|shared|overarching|corporate|cross-cutting|improvement|delivery)\s+)?(?:{_NAMES}))"
    rf"(?:\s+(?:no\.?\s*)?({_NUMBER})\b)?\s*([:–—.-]|\s-\s)?\s*(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FOR = re.compile(
    r"^(?:strategic|key|shared|overarching|corporate|cross-cutting|improvement|delivery)\s+",
    re.IGNORECASE,
)
_LONGEST = 45


@dataclass(frozen=True, slots=True)
class Labelled:
    """An element's heading taken apart; ``title`` is empty where it stands on the next line."""

    kind: ElementKind
    label: str
    code: str | None
    title: str

    def element(self, title: str, source: Source) -> Element:
        """The element that the heading opens."""
        return Element(kind=self.kind, label=self.label, code=self.code, title=title, source=source)


def read_label(text: str) -> Labelled | None:
    """The heading taken apart, None where it does not begin with the name of a level.

    A number or a colon is asked for, so that "Priority schools will be visited" is no heading.
    """
    if len(text.split()) > _LONGEST:
        return None
    match = _LABELLED.match(text.strip(" *_"))
    if match is None:
        return None
    label, number, mark, title = match[1], match[2], match[3], match[4].strip(" *_")
    if number is None and not _stands_unnumbered(label, mark, title):
        return None
    if title and mark is None and not title[:1].isupper():
        return None
    word = _FOR.sub("", label.lower())
    kind = _KINDS[label.lower()] if label.lower() in _KINDS else _KINDS[" ".join(word.split())]
    return Labelled(kind, _tidy(label), number, title.strip())


def _stands_unnumbered(label: str, mark: str | None, title: str) -> bool:
    """Whether a colon or dash makes a heading of the word, which has no number."""
    if mark is None or mark == "." or label.lower() in ("pledge", "promise", "commitment"):
        return False
    return bool(title) or mark == ":"


def _tidy(label: str) -> str:
    label = " ".join(label.split())
    return label[0].upper() + label[1:].lower()


def titled(text: str, kind: ElementKind, label: str | None, source: Source) -> Element:
    """The element that a title names: as its own label says, else of the kind and label given."""
    labelled = read_label(text)
    if labelled and labelled.title:
        return labelled.element(labelled.title, source)
    return Element(kind=kind, label=label, title=text, source=source)


def kind_of_container(
    words: str, otherwise: ElementKind = "priority"
) -> tuple[ElementKind, str | None]:
    """The kind and label of the elements under a heading such as "Our six priorities"; ``otherwise`` where it names none."""
    telling = set(telling_words(words))
    for word, kind in _CONTAINED.items():
        if word in telling:
            qualified = _QUALIFIED.search(words)
            own = f"{qualified[1]} {word}" if qualified else word
            return kind, own.capitalize()
    return otherwise, None


_QUALIFIED = re.compile(
    r"\b(strategic|overarching|cross-cutting|corporate)\s+(?:outcome|goal|ambition|priorit|theme|objective|pillar|aim)",
    re.IGNORECASE,
)
_CONTAINED: dict[str, ElementKind] = {
    "outcome": "outcome",
    "goal": "outcome",
    "ambition": "outcome",
    "priority": "priority",
    "theme": "priority",
    "objective": "priority",
    "pillar": "priority",
    "aim": "outcome",
    "pledge": "priority",
    "promise": "priority",
    "commitment": "priority",
}
_NUMBERED = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}(?=[.)]))[.)]?\s+(?=[A-Z‘“\"'])(.+)", re.DOTALL
)
_GROUPS = ("group", "partnership", "board", "committee", "panel", "forum", "network", "team")
_FOCUS = re.compile(r"areas? (?:of|for) focus|focus areas?|areas? for improvement", re.IGNORECASE)


def split_number(title: str) -> tuple[str | None, str]:
    """The number of a heading and its words: "3.1 Homes" gives "3.1" and "Homes"."""
    match = _NUMBERED.match(title)
    return (match[1], match[2]) if match else (None, title)


def names_group(title: str) -> bool:
    """Whether a title is the name of a group that works on something."""
    return title.lower().rstrip(" :").endswith(_GROUPS)


def focus_label(text: str) -> str:
    """The plan's own word for an area of focus, in the singular."""
    match = _FOCUS.search(text)
    return match[0].lower().replace("areas", "area").capitalize() if match else "Focus"
