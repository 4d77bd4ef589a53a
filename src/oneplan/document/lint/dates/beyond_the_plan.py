"""Dates that lie after the plan's end: one finding each, or one for all where many do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.periods import Months, month_in_words, months_of
from oneplan.vocabulary.findings import Finding

_MANY = 6


@dataclass(frozen=True, slots=True)
class Beyond:
    """Something that is due after the plan's end, in its own words, and how to report it alone."""

    where: str
    words: str
    report: Callable[[str], Finding]


def plan_end(facts: PlanFacts) -> Months | None:
    """The last month of the plan; None where it does not say."""
    return months_of(facts.plan.period.end) if facts.plan.period else None


def findings_beyond(
    rule: str, found: list[Beyond], end: Months, what: str, fix: str
) -> Iterator[Finding]:
    """The findings of a rule; ``what`` names the things in the plural, "targets"."""
    ends = month_in_words(end.first)
    if len(found) < _MANY:
        yield from (beyond.report(f"The plan ends in {ends}.") for beyond in found)
        return
    places = ", ".join(dict.fromkeys(beyond.where for beyond in found))
    yield Finding(
        rule=rule,
        severity="info",
        message=f"{len(found)} {what} lie after the plan’s end in {ends}: {places}.",
        quotes=tuple(f"{beyond.where}: {beyond.words}" for beyond in found),
        fix=fix,
    )
