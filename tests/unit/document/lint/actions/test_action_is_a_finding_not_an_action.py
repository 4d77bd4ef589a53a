from __future__ import annotations

import pytest

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.action_is_a_finding_not_an_action import RULE
from oneplan.document.schema import CrossReference, Recommendation, Step


@pytest.mark.parametrize(
    "text",
    [
        "The share of reviews held in time remains below the regional average (report, page 9).",
        "Too few young people are offered a place in the first month.",
        "Reoffending by under-21s is rising and the rate is now worse than elsewhere.",
        "Dental checks have not improved since 2004.",
    ],
)
def test_what_an_inspection_found_is_not_an_action(text):
    [finding] = found(RULE, plan(action(text, "FP 4.1")))
    assert finding.where == "FP 4.1"


@pytest.mark.parametrize(
    "text",
    [
        "Ensure that reviews are not held too late (report, page 9).",
        "There are too few places. Open twenty more in the first month.",
        "Quickly replace buses that are too old.",
        "Performance has declined and a second chair will be appointed.",
        "Reducing the number of children who are late for school.",
    ],
)
def test_an_action_that_names_what_is_wrong_is_still_an_action(text):
    assert not found(RULE, plan(action(text, "FP 4.1")))


def test_a_finding_followed_by_steps_is_an_action():
    finding_with_steps = action(
        "Dental checks have not improved.", steps=[Step(text="Hire a dentist")]
    )
    assert not found(RULE, plan(finding_with_steps))


def test_a_finding_that_only_points_at_its_action_is_clean():
    pointer = action(
        "Checks are too late.", cross_references=[CrossReference(text="cross reference to 2")]
    )
    assert not found(RULE, plan(pointer))


def test_an_inspector_s_sentence_without_a_deed_is_a_finding_in_any_words():
    cited = action(
        "Half the schools miss the benchmark.", recommendations=[Recommendation(report="Audit")]
    )
    assert found(RULE, plan(cited))
    assert not found(RULE, plan(action("Half the schools miss the benchmark.")))
