"""What several rules ask of a plan is worked out once and remembered as long as its facts live."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from oneplan.document.lint.facts import PlanFacts

Answer = TypeVar("Answer")


def remembered(question: Callable[[PlanFacts], Answer]) -> Callable[[PlanFacts], Answer]:
    """The same question, worked out once for each plan's facts."""
    answers: WeakKeyDictionary[PlanFacts, Answer] = WeakKeyDictionary()

    @wraps(question)
    def ask(facts: PlanFacts) -> Answer:
        if facts not in answers:
            answers[facts] = question(facts)
        return answers[facts]

    return ask
