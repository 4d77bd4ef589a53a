"""A target judged from results: pure, and so judged anew whenever a release brings new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from oneplan.evidence.targets.facts import Aim, Measured, Result
from oneplan.evidence.targets.rules import Answer, Case, Reason, ruled

Verdict = Literal["met", "not_met", "not_tested", "not_known", "not_yet"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a target.

    ``verdict`` is ``not_yet`` while the period of the target has no result; ``answer`` is then what the
    latest result gives. ``against`` is the number that the value was held against, ``reason`` says why
    there is no answer, ``result`` is the one that was judged.
    """

    verdict: Verdict
    answer: Answer
    rule: str
    aim: Aim
    measured: Measured
    result: Result | None = None
    against: float | None = None
    reason: Reason | None = None
    baseline: float | None = None


def judge(aim: Aim, results: Sequence[Result], measured: Measured) -> Judgement:
    """The target judged by the result of its period, or by the latest where that is still to come.

    Where later periods have results and the target's own has none, it is not known.

    A change is counted from the baseline that the plan states, else from the last result before the
    one that is judged ("ten per cent more than last year").
    """
    ordered = sorted(results, key=lambda result: (result.start, result.end))
    place = _judged_place(aim, ordered)
    if place is None:
        return Judgement("not_known", "not_known", "none", aim, measured, reason="no_value")
    result = ordered[place]
    baseline = aim.baseline if aim.baseline is not None else _before(ordered[:place])
    if result.value is None:
        reason: Reason = "withheld" if result.status == "suppressed" else "no_value"
        found = Judgement("not_known", "not_known", "none", aim, measured, result, None, reason)
    else:
        told = ruled(Case(aim, result, measured, baseline))
        answer, rule = told.answer, told.rule
        found = Judgement(
            answer, answer, rule, aim, measured, result, told.against, told.reason, baseline
        )
    if aim.due is None or result.end >= aim.due:
        return found
    if ordered[-1].start > aim.due:
        return replace(found, verdict="not_known", reason="no_value")
    return replace(found, verdict="not_yet")


def _judged_place(aim: Aim, ordered: Sequence[Result]) -> int | None:
    """The latest result whose period began by the day it is due; with no day, the latest."""
    places = [n for n, result in enumerate(ordered) if aim.due is None or result.start <= aim.due]
    valued = [n for n in places if ordered[n].value is not None]
    if not places:
        return None
    last = places[-1]
    covers = aim.due is not None and ordered[last].end >= aim.due
    return last if covers or not valued else valued[-1]


def _before(earlier: Sequence[Result]) -> float | None:
    return next((result.value for result in reversed(earlier) if result.value is not None), None)
