"""The red pen beside a careful officer, who marked two printed plans by eye.

What the officer marked stands here as the rule that names the fault and the place, a reference or the
first words of a title. Nine in ten of the marks are found, and no error is reported that is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pytest

from builders.shared import SEEDS, WITHOUT_SEEDS
from oneplan.document.identity import with_ids
from oneplan.document.lint.lint import lint
from oneplan.exchange.known import load_known
from oneplan.exchange.plan_readers.reading import read_plan
from oneplan.vocabulary.findings import Finding

pytestmark = pytest.mark.skipif(SEEDS is None, reason=WITHOUT_SEEDS)

Marks = dict[str, str]
"""For each rule the places marked, one after another with semicolons."""

_ENOUGH = 0.9

ERRORS: dict[str, Marks] = {
    "003_*.txt": {
        "same-period-baseline-target": "EA 2.6",
        "invalid-period": "BH 5.5",
        "unit-mismatch": "SS 1.3",
        "stated-change-does-not-match-values": "EWB 5.3; EWB 5.3",
        "indicator-code-two-names": "improve achievement",
        "indicator-name-two-codes": "improve achievement",
        "indicator-code-wrong-name": "improve achievement; improve achievement",
        "numbers-disagree-within-action": "EWB 2.4",
        "acronym-wrong-meaning": "; EA 1.1; EYFS; PEP",
    },
    "000_*.txt": {
        "impossible-date": "",
        "direction-contradicts-values": "children and young people have a; children and young people reach",
        "unit-suspect": "children and young people have a",
        "same-period-baseline-target": "Educational outcomes",
        "small-number-published": "Educational outcomes",
        "target-before-plan-start": "children and young people are helped",
        "list-differs": "children and young people are protected",
    },
}
"""What cannot be right as written."""

QUESTIONS: dict[str, Marks] = {
    "003_*.txt": {
        "target-after-by-when": "BH 1.6; BH 1.7; SS 1.2; SS 1.5; EA 4.0; EA 4.2; PC 2.2; EWB 4.0",
        "step-after-by-when": "EWB 1.6",
        "unit-mismatch": "BH 1.4; BH 2.0; BH 5.0",
        "acronym-wrong-meaning": "EIA; HEYS",
        "acronym-undefined": "PC 1.1; SS 2.0",
        "acronym-unused": "SEAL",
        "plan-in-group-column": "SS 3.0",
        "unbalanced-text": "EA 2.6; EA 3.0; SS 2.1; SS 4.0",
        "missing-lead": "SS 2.0; PC 1.4; PC 1.5",
        "missing-by-when": "EWB 1.2",
        "missing-measure": "BH 3.0",
        "action-without-reference": "Implement",
        "action-is-a-finding-not-an-action": "SS 4.2; EA 4.2; PC 3.1",
        "action-is-an-outcome": "EWB 5.1",
        "several-leads": "BH 1.0; BH 4.0; BH 4.3; BH 5.2; SS 2.4; SS 2.5; EA 1.1; EA 1.2; EA 1.3; EA 2.5; EA 3.0; EA 3.1; EA 3.2; PC 2.2; EWB 1.5; EWB 4.3",
        "lead-is-not-a-post": "SS 2.1",
        "missing-target": "BH 2.2; BH 5.5; SS 2.1; SS 2.5; SS 3.6; EA 2.3; EA 2.5; EA 2.5; EWB 6.1",
        "missing-target-period": "EWB 6.1",
        "missing-baseline-period": "EA 2.5; EA 3.1; EWB 4.0",
        "baseline-to-be-set": "BH 5.3",
        "cross-reference-not-mutual": "SS 3.7; EWB 5.0; SM 1.0",
        "resource-unlabelled": "EA 2.5; EA 3.3; EWB 1.1",
        "duplicate-resource": "EA 3.2; BH 1.6",
        "funding-points-elsewhere": "EWB 1.3; EWB 1.5; EWB 2.2; EWB 2.3",
        "funding-not-secured": "SS 3.5",
        "duplicate-measure": "BH 2.2; BH 2.2; SS 2.5; EA 3.2; EWB 3.4",
        "duplicate-action": "EWB 4.2",
        "target-met-elsewhere": "BH 1.1",
        "list-differs": "improve achievement",
        "organisation-unknown": "SS 2.5",
        "name-variant": "BH 4.3; EWB 3.3",
        "wrong-word": "PC 2.3",
    },
    "000_*.txt": {
        "baseline-disagrees-with-text": "children and young people are helped",
        "same-indicator-two-target-periods": "young people have the life skills",
        "target-contradicts-aim": "children and young people grow up",
        "list-differs": "children and young people have a",
        "unit-mismatch": "children and young people are protected",
        "unbalanced-text": "Educational outcomes; Children and young people will have",
        "name-variant": "Local Children's",
        "targets-end-before-plan": "Worcestershire's",
        "work-without-lead-or-date": "Worcestershire's",
        "focus-delegated": "children and young people are helped; children and young people grow up",
        "baseline-to-be-set": "children and young people are protected",
        "negligible-target": "children and young people are helped",
        "duplicate-measure": "children and young people are protected; children, young people",
        "comparator-missing": "children and young people have a; children and young people reach",
        "missing-word": "children and young people reach; young people have the life skills",
    },
}
"""What needs an answer or is worth a look, and what of it the red pen does not see."""


@pytest.mark.parametrize("printed", ERRORS)
def test_every_error_is_one_that_the_officer_marked(printed: str) -> None:
    errors = [finding for finding in _found(printed) if finding.severity == "error"]
    false = [_said(finding) for finding in errors if not _is_marked(finding, ERRORS[printed])]
    assert false == []


@pytest.mark.parametrize("printed", ERRORS)
def test_nine_in_ten_of_the_errors_are_found(printed: str) -> None:
    missed, marked = _missed(printed, ERRORS[printed], grave=True)
    assert len(missed) <= (1 - _ENOUGH) * marked, missed


@pytest.mark.parametrize("printed", QUESTIONS)
def test_nine_in_ten_of_the_questions_are_found(printed: str) -> None:
    missed, marked = _missed(printed, QUESTIONS[printed], grave=False)
    assert len(missed) <= (1 - _ENOUGH) * marked, missed


@cache
def _found(printed: str) -> tuple[Finding, ...]:
    assert SEEDS is not None
    (file,) = SEEDS.glob(printed)
    plan = with_ids(read_plan(file.read_bytes(), file.name).plan)
    return tuple(lint(plan, load_known()))


def _missed(printed: str, marks: Marks, *, grave: bool) -> tuple[list[str], int]:
    """The marks to which no finding answers, each finding answering to one; and how many marks there are."""
    left = [each for each in _found(printed) if (each.severity == "error") == grave]
    missed, marked = [], 0
    for rule, place in _each(marks):
        marked += 1
        answer = next((f for f in left if f.rule == rule and _lies(f, place)), None)
        if answer is None:
            missed.append(f"{rule} at {place or 'the front'}")
        else:
            left.remove(answer)
    return missed, marked


def _is_marked(finding: Finding, marks: Marks) -> bool:
    return any(rule == finding.rule and _lies(finding, place) for rule, place in _each(marks))


def _each(marks: Marks) -> Iterable[tuple[str, str]]:
    return ((rule, place.strip()) for rule, places in marks.items() for place in places.split(";"))


def _lies(finding: Finding, place: str) -> bool:
    where = finding.where or ""
    return where.casefold().startswith(place.casefold()) if place else not where


def _said(finding: Finding) -> str:
    return f"{finding.rule} at {finding.where}: {finding.message}"
