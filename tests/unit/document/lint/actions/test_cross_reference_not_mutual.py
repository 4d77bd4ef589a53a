from __future__ import annotations

from builders.small_plans import action, found, outcome, plan
from oneplan.document.lint.actions.cross_reference_not_mutual import RULE
from oneplan.document.schema import CrossReference


def _to(target):
    return [CrossReference(text=f"cross reference to {target}", target=target)]


def _document(back):
    return plan(
        outcome(
            "Out and about",
            label="Outcome",
            code="1",
            actions=[action(cross_references=_to("Outcome 2"))],
        ),
        outcome("At home", label="Outcome", code="2", actions=[action(cross_references=back)]),
    )


def test_a_pointer_that_nothing_returns_is_worth_a_look():
    [finding] = found(RULE, _document([]))
    assert finding.quotes == ("cross reference to Outcome 2",)


def test_two_parts_that_point_at_each_other_are_clean():
    assert not found(RULE, _document(_to("Outcome 1")))


def test_two_actions_that_name_each_other_are_clean():
    document = plan(
        action("Sing", "FP 1.1", cross_references=_to("FP 1.2")),
        action("Dance", "FP 1.2", cross_references=_to("FP 1.1")),
    )
    assert not found(RULE, document)


def test_an_action_named_by_one_that_it_does_not_name_is_said():
    document = plan(
        action("Sing", "FP 1.1", cross_references=_to("FP 1.2")), action("Dance", "FP 1.2")
    )
    [finding] = found(RULE, document)
    assert finding.where == "FP 1.1"
