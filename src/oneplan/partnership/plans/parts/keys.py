"""Keys of parts: none is given twice in a plan, not even after its part was removed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b
from uuid import uuid4

from oneplan.document.identity import with_ids
from oneplan.document.schema import Action, Element, Measure, PlanDocument
from oneplan.partnership.plans.parts.part import Sort

LONGEST_KEY = 120
_RANDOM = 10
_DIGEST = 5
_UNADDRESSED = re.compile(r".*/.*|\.{1,2}", re.DOTALL).fullmatch
"""Ids that cannot be one step of an address."""


_KEY = re.compile(rf"[\w.:-]{{1,{LONGEST_KEY}}}")


def is_key(text: str) -> bool:
    """Whether a text that came from outside can be the key of a new part."""
    return _KEY.fullmatch(text) is not None


class KeysOfWords:
    """Keys for new parts that are made of their words: whoever reads the same again makes the same keys."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def new(self, sort: Sort, words: str) -> str:
        """A key that is not taken, "action-9c01d37e5a"; it is taken from now on."""
        key = mark = f"{sort}-{blake2b(words.encode(), digest_size=_DIGEST).hexdigest()}"
        number = 1
        while key in self._taken:
            number += 1
            key = f"{mark}-{number}"
        self._taken.add(key)
        return key


def fresh_key(sort: Sort) -> str:
    """A key for a new part, unlike any that there is or was: "action-3f0a9c41d2"."""
    return f"{sort}-{uuid4().hex[:_RANDOM]}"


def identified(document: PlanDocument) -> PlanDocument:
    """The document, every element, action and measure with an id of its own.

    It is the same object where that is so already, else a copy: ids that are empty, too long for a
    key, no step of an address, or given twice are made anew, as
    :func:`oneplan.document.identity.with_ids` makes them.
    """
    if not _doubtful(document):
        return document
    document = document.model_copy(deep=True)
    for part in _doubtful(document):
        part.id = None
    return with_ids(document)


def _doubtful(document: PlanDocument) -> list[Element | Action | Measure]:
    seen: set[str] = set()
    doubtful = []
    for part in _with_an_id(document):
        if not part.id or len(part.id) > LONGEST_KEY or part.id in seen or _UNADDRESSED(part.id):
            doubtful.append(part)
        else:
            seen.add(part.id)
    return doubtful


def _with_an_id(document: PlanDocument) -> list[Element | Action | Measure]:
    found: list[Element | Action | Measure] = []
    pending = list(document.elements)
    while pending:
        element = pending.pop()
        pending += element.children
        found += [element, *element.measures, *element.actions]
        found += [measure for action in element.actions for measure in action.measures]
    return found
