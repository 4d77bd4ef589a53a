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

Scope = Literal["alone", "across"]
"""Of an action with its measures, or of what an element or the plan says before those, a rule that looks at them
*alone* says the same whatever stands elsewhere: it may ask for the plan's period and for what the elements above
say themselves. One that looks *across* the plan may ask for anything."""

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
    scope: Scope
    meaning: str
    why: str
    bad: str
    good: str
    check: Check
