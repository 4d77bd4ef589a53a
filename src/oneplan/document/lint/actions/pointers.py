"""What a cross-reference of a plan points at."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.remembered import remembered
from oneplan.document.schema import Action, Element

_NUMBERED = re.compile(
    r"^(?P<label>[^\W\d]+(?: [^\W\d]+){0,3}) (?P<number>\d{1,3}(?:\.\d{1,3})*)\b"
)
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(["and", "the", "of", "a", "an", "to", "in", "for", "on"])


@lru_cache(maxsize=16384)
def words_of(text: str) -> frozenset[str]:
    """The words of a name that tell it from others, without case."""
    return frozenset(_WORD.findall(text.casefold())) - _SMALL


@lru_cache(maxsize=16384)
def numbered(target: str) -> tuple[str, str] | None:
    """The level and number that a pointer names ("priority", "7"); None where it names no number."""
    match = _NUMBERED.match(target)
    return (match["label"].casefold(), match["number"]) if match else None


class Places:
    """The parts of a plan by the names that pointers use for them."""

    def __init__(self, facts: PlanFacts) -> None:
        self.actions: dict[str, Action] = {}
        self.numbers: defaultdict[str, dict[str, Element]] = defaultdict(dict)
        self.titles: defaultdict[str, list[tuple[frozenset[str], Element]]] = defaultdict(list)
        for placed in facts.actions:
            if placed.action.ref:
                self.actions.setdefault(_key(placed.action.ref), placed.action)
        for above in facts.elements:
            self._add(above.element)

    def _add(self, element: Element) -> None:
        words = words_of(element.title)
        for word in words:
            self.titles[word].append((words, element))
        title = numbered(element.title)
        if title:
            self.numbers[title[0]].setdefault(title[1], element)
        if element.code:
            number = element.code.split()[-1] if element.code.strip() else element.code
            for name in {(element.label or "").casefold(), element.kind.replace("_", " ")} - {""}:
                self.numbers[name].setdefault(number, element)

    def action(self, target: str) -> Action | None:
        """The action of that reference, however it is spaced."""
        return self.actions.get(_key(target))

    def element(self, target: str) -> Element | None:
        """The element with that level and number, else the first whose title holds those words."""
        named = numbered(target)
        if named and named[0] in self.numbers:
            return self.numbers[named[0]].get(named[1])
        words = words_of(target)
        if not words:
            return None
        rarest = min((self.titles.get(word, []) for word in words), key=len)
        return next((element for title, element in rarest if words <= title), None)

    def has_level(self, target: str) -> bool:
        """Whether the plan numbers the level that a pointer names."""
        named = numbered(target)
        return named is not None and named[0] in self.numbers


@lru_cache(maxsize=16384)
def _key(reference: str) -> str:
    return re.sub(r"^action(?=\d)", "", re.sub(r"[\s-]+", "", reference).casefold())


@remembered
def places(facts: PlanFacts) -> Places:
    """The parts of the plan by the names that pointers use for them."""
    return Places(facts)
