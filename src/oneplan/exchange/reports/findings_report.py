"""The content of a red-pen report, before it is any format: findings with their words and posts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from oneplan.document.lint.acceptances import Acceptance
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.passages import Passage, passages
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.rule_list import RULES
from oneplan.document.schema import PlanDocument
from oneplan.vocabulary.findings import SEVERITIES, Finding, Severity, Source

HEADINGS: dict[Severity, tuple[str, str]] = {
    "error": (
        "Cannot be right",
        "Two statements that cannot both be true, or words that cannot stand as they are.",
    ),
    "warning": ("Needs an answer", "Something is missing, or can be read in two ways."),
    "info": ("Worth a look", "It may be right. Someone who knows should say so."),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with what a reader needs beside it.

    ``context`` is the passage that holds the quoted words, where the plan is at hand; ``at`` is its
    place in the plan from 0 to 1, None where that is not known.
    """

    finding: Finding
    rule: Rule | None = None
    context: str | None = None
    posts: tuple[str, ...] = ()
    at: float | None = None
    acceptance: Acceptance | None = None

    @property
    def title(self) -> str:
        """The rule's title, or what the rule's name says."""
        return self.rule.title if self.rule else self.finding.rule.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """What the red pen has to say of one file."""

    file: str
    title: str | None
    open: tuple[Shown, ...]
    accepted: tuple[Shown, ...] = ()
    parts: tuple[tuple[str, float], ...] = field(default=())
    """The plan's outermost elements and where each begins, from 0 to 1."""

    def of(self, severity: Severity) -> list[Shown]:
        """The open findings of one severity, in plan order."""
        return [shown for shown in self.open if shown.finding.severity == severity]

    def counts(self) -> dict[Severity, int]:
        """How many open findings there are of each severity."""
        return {severity: len(self.of(severity)) for severity in SEVERITIES}


def findings_report(
    findings: Sequence[Finding],
    file: str,
    *,
    plan: PlanDocument | None = None,
    accepted: Sequence[tuple[Finding, Acceptance]] = (),
) -> FindingsReport:
    """The findings as a report; with the plan, also their surroundings, posts and places in it."""
    desk = _Desk(plan)
    return FindingsReport(
        file=file,
        title=plan.title if plan else None,
        open=tuple(desk.shown(finding) for finding in findings),
        accepted=tuple(desk.shown(finding, acceptance) for finding, acceptance in accepted),
        parts=tuple(desk.parts()),
    )


class _Desk:
    """The plan laid open: what stands where, and who leads it."""

    def __init__(self, plan: PlanDocument | None) -> None:
        self.plan = plan
        self.rules = {rule.name: rule for rule in RULES}
        facts = PlanFacts(plan) if plan else None
        self.passages: dict[str, list[Passage]] = {}
        self.posts: dict[str, tuple[str, ...]] = {}
        self.order: list[tuple[int, ...]] = []
        if facts:
            self._lay(facts)

    def _lay(self, facts: PlanFacts) -> None:
        for passage in passages(facts):
            self.passages.setdefault(passage.where or "", []).append(passage)
        for placed in facts.actions:
            self.posts.setdefault(placed.where, tuple(placed.action.leads))
        sources = [placed.element.source for placed in facts.elements]
        sources += [placed.action.source for placed in facts.actions]
        self.order = sorted({place for source in sources if (place := _place(source))})

    def shown(self, finding: Finding, acceptance: Acceptance | None = None) -> Shown:
        return Shown(
            finding=finding,
            rule=self.rules.get(finding.rule),
            context=self._context(finding),
            posts=self.posts.get(finding.where or "", ()),
            at=self._at(finding.source),
            acceptance=acceptance,
        )

    def _context(self, finding: Finding) -> str | None:
        if not finding.quotes:
            return None
        for passage in self.passages.get(finding.where or "", []):
            if passage.source == finding.source and all(
                quote in passage.text for quote in finding.quotes
            ):
                return passage.text
        return None

    def _at(self, source: Source | None) -> float | None:
        place = _place(source)
        if not place or not self.order:
            return None
        return min(1.0, bisect_left(self.order, place) / len(self.order))

    def parts(self) -> Iterator[tuple[str, float]]:
        for element in self.plan.elements if self.plan else ():
            at = self._at(element.source)
            if at is not None and element.kind != "section":
                yield element.title, at


def _place(source: Source | None) -> tuple[int, ...]:
    if source is None:
        return ()
    place = (source.page, source.line, source.table, source.row)
    return tuple(number or 0 for number in place) if any(place) else ()


def counted(number: int, one: str, many: str) -> str:
    """The number with its noun, "1 finding" or "3 findings"."""
    return f"{number:,} {one if number == 1 else many}"


def summary(report: FindingsReport) -> str:
    """The whole report in a sentence or two."""
    if not report.open:
        said = "The red pen found nothing to settle."
    else:
        parts = [_counted_severity(severity, report.counts()[severity]) for severity in SEVERITIES]
        said = (
            f"{counted(len(report.open), 'finding', 'findings')}: {', '.join(filter(None, parts))}."
        )
    if report.accepted:
        said += (
            f" {len(report.accepted)} more {'is' if len(report.accepted) == 1 else 'are'} accepted."
        )
    return said


def _counted_severity(severity: Severity, number: int) -> str:
    one, many = {
        "error": ("cannot be right as written", "cannot be right as written"),
        "warning": ("needs an answer", "need an answer"),
        "info": ("is worth a look", "are worth a look"),
    }[severity]
    return counted(number, one, many) if number else ""
