"""What a rule of the red pen is: a pure function over the facts of a plan, and its explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from oneplan.document.lint.facts import PlanFacts
from oneplan.vocabulary.findings import Finding, Severity

Family = Literal[
    "a measure alone",
    "dates",
    "across the plan",
    "actions",
    "structure",
    "totals",
    "words",
    "privacy and process",
]

Check = Callable[[PlanFacts], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and all that ``oneplan rules NAME`` says of it.

    ``severity`` is the gravest that its findings have: an *error* cannot be right as written, a
    *warning* needs an answer, *info* is worth a look.
    """

    name: str
    title: str
    severity: Severity
    family: Family
    meaning: str
    why: str
    bad: str
    good: str
    check: Check
