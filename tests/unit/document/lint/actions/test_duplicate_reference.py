from __future__ import annotations

from builders.small_plans import action, found, outcome, plan
from oneplan.document.lint.actions.duplicate_reference import RULE


def test_two_actions_of_one_reference_cannot_be():
    document = plan(action("Open a café", "FP 1.1"), action("Plant an orchard", "FP 1.1"))
    [finding] = found(RULE, document)
    assert finding.severity == "error"
    assert finding.quotes == ("FP 1.1 Open a café", "FP 1.1 Plant an orchard")


def test_an_action_printed_twice_is_not_two_actions():
    assert not found(RULE, plan(action("Open a café", "FP 1.1"), action("Open a café.", "FP 1.1")))


def test_numbers_that_begin_again_under_each_outcome_are_clean():
    document = plan(
        *[
            outcome(
                f"Outcome {letter}", actions=[action(f"Do {letter}{n}", f"{n}.0") for n in range(4)]
            )
            for letter in "abc"
        ]
    )
    assert not found(RULE, document)


def test_numbers_that_begin_again_in_a_short_plan_are_clean():
    document = plan(
        outcome("A", actions=[action("Sing", "1"), action("Dance", "2")]),
        outcome("B", actions=[action("Swim", "1")]),
        outcome("C", actions=[action("Walk", "Action 1")]),
        outcome("D", actions=[action("Run", "Action 1")]),
    )
    assert not found(RULE, document)


def test_one_plain_number_used_twice_among_many_is_a_fault():
    document = plan(
        outcome("A", actions=[action(f"Do {n}", f"1.{n}") for n in range(1, 9)]),
        outcome(
            "B", actions=[action("Other", "1.3"), action("More", "2.1"), action("Yet more", "2.2")]
        ),
    )
    [finding] = found(RULE, document)
    assert finding.message.startswith("1.3")
