"""How the red pen's severities are said and drawn: the worse, the more strokes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from oneplan.vocabulary.findings import SEVERITIES, Finding, Severity


@dataclass(frozen=True, slots=True)
class ShownSeverity:
    """A severity's strokes and words."""

    severity: Severity
    strokes: int
    name: str
    meaning: str

    def name_for(self, number: int) -> str:
        """The name after a number: "1 needs an answer", "3 need an answer"."""
        name = self.name.lower()
        return name if number == 1 else name.replace("needs", "need")


SHOWN: dict[Severity, ShownSeverity] = {
    "error": ShownSeverity(
        "error",
        3,
        "Cannot be right",
        "Two statements that cannot both be true, or one that cannot be.",
    ),
    "warning": ShownSeverity(
        "warning",
        2,
        "Needs an answer",
        "Without it nobody could say later whether the plan has worked.",
    ),
    "info": ShownSeverity("info", 1, "Worth a look", "Probably harmless; a reader may stumble."),
}


@dataclass(frozen=True, slots=True)
class PenCount:
    """How many findings there are, and how many of each severity."""

    total: int
    by_severity: dict[Severity, int]

    @property
    def errors(self) -> int:
        """How many cannot be right."""
        return self.by_severity["error"]

    @property
    def worst(self) -> Severity | None:
        """The gravest severity present, None where there are no findings."""
        return next((each for each in SEVERITIES if self.by_severity[each]), None)


def pen_count(findings: Iterable[Finding]) -> PenCount:
    """The findings counted by severity."""
    counts = Counter(finding.severity for finding in findings)
    return PenCount(counts.total(), {severity: counts[severity] for severity in SEVERITIES})
