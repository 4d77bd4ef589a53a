"""Ids of elements, actions and measures that survive small edits of the source.

An action is known by its reference, a measure by its words without figures, an element by its code
and title: what an officer changes most – numbers, dates, the end of a long sentence – leaves them.
"""

from __future__ import annotations

import re
from collections import Counter
from hashlib import blake2b

from oneplan.document.schema import Action, Element, Measure, PlanDocument

_WORD = re.compile(r"[^\W\d_]+")
_SLUG_PART = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "which",
        "will",
        "with",
    ]
)
_MOST_WORDS = 6


def with_ids(plan: PlanDocument) -> PlanDocument:
    """The same plan, every element, action and measure with an id that none other has.

    The plan is changed in place, so that a long one is not held twice. Ids that stand already stay.
    """
    taken: Counter[str] = Counter()
    elements = _every(plan.elements)
    taken.update(part.id for element in elements for part in _parts(element) if part.id)
    for element in elements:
        element.id = element.id or _free(_element_name(element), taken)
        for action in element.actions:
            action.id = action.id or _free(_action_name(action), taken)
            _name_measures(action.measures, action.id, taken)
        _name_measures(element.measures, element.id, taken)
    return plan


def _every(elements: list[Element]) -> list[Element]:
    found: list[Element] = []
    pending = list(reversed(elements))
    while pending:
        element = pending.pop()
        found.append(element)
        pending += reversed(element.children)
    return found


def _parts(element: Element) -> list[Element | Action | Measure]:
    measures = [measure for action in element.actions for measure in action.measures]
    return [element, *element.actions, *element.measures, *measures]


def _name_measures(measures: list[Measure], owner: str, taken: Counter[str]) -> None:
    for measure in measures:
        measure.id = measure.id or _free(f"{owner}.{_mark(measure.text)}", taken)


def _mark(text: str) -> str:
    words = " ".join(_WORD.findall(text.casefold()))
    return blake2b(words.encode(), digest_size=3).hexdigest()


def _slug(words: list[str]) -> str:
    return "-".join(words[:_MOST_WORDS])[:60].strip("-")


def _words(text: str) -> list[str]:
    return _SLUG_PART.findall(text.casefold())


def _element_name(element: Element) -> str:
    telling = [word for word in _words(element.title) if word not in _SMALL]
    return _slug(_words(element.code or "") + telling) or element.kind.replace("_", "-")


def _action_name(action: Action) -> str:
    if action.ref:
        return _slug(_words(action.ref)) or "action"
    return f"action-{_mark(' '.join(action.text.split()[:12]))}"


def _free(name: str, taken: Counter[str]) -> str:
    candidate, number = name, taken[name]
    while taken[candidate]:
        number += 1
        candidate = f"{name}-{number}"
    taken[candidate] += 1
    if candidate != name:
        taken[name] = number
    return candidate
