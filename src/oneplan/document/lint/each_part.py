"""What is asked of each part by itself, kept from one reading of a plan to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from oneplan.document.schema import Action, Element

Part = Action | Element
"""An action with its measures; an element for what it says itself."""
Answer = TypeVar("Answer")
Question = Callable[[Part], Answer]


class EachPart:
    """The answers to questions about each of some parts; those of the reading ``before`` are taken over.

    A part is known again by being the same object, as what an edit did not touch is.
    """

    def __init__(self, parts: Sequence[Part], before: EachPart | None = None) -> None:
        self._parts = parts
        self._answers: dict[Question[Any], list[Any]] = {}
        self._before = before._answers if before else {}
        stood = {id(part): place for place, part in enumerate(before._parts if before else ())}
        self._stood = [stood.get(id(part), -1) for part in parts]

    def ask(self, question: Question[Answer]) -> list[Answer]:
        """The answer about each of the parts. ``question`` is a function that will be the same next time."""
        found = self._answers.get(question)
        if found is None:
            found = self._answers[question] = self._asked(question)
        return found

    def _asked(self, question: Question[Answer]) -> list[Answer]:
        before = self._before.get(question)
        if before is None:
            return [question(part) for part in self._parts]
        return [
            before[stood] if stood >= 0 else question(part)
            for stood, part in zip(self._stood, self._parts, strict=True)
        ]

    def has_been_read(self) -> None:
        """Lets go of the reading before; what was not asked until now is worked out anew."""
        self._before = {}
