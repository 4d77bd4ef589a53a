from __future__ import annotations

import pytest

from builders.small_plans import action, found, measure, outcome, plan
from oneplan.document.lint.actions.cross_reference_without_target import RULE
from oneplan.document.schema import CrossReference


def _pointing(text, target):
    return action(
        "Walk to school", "FP 1.1", cross_references=[CrossReference(text=text, target=target)]
    )


def _document(pointer):
    return plan(
        *[outcome(f"Goal {n}", kind="priority", label="Priority", code=str(n)) for n in (1, 2, 3)],
        outcome("Everyone enjoys growing up", actions=[pointer, action("Cycle", "FP 1.2")]),
    )


def test_a_number_beyond_the_last_priority_cannot_be_right():
    [finding] = found(RULE, _document(_pointing("cross reference to priority 9", "Priority 9")))
    assert finding.severity == "error"


@pytest.mark.parametrize("target", ["Priority 3", "FP 1.2", "FP1.2", "Enjoys Growing Up"])
def test_a_pointer_at_something_in_the_plan_is_clean(target):
    assert not found(RULE, _document(_pointing(f"see {target}", target)))


def test_a_reference_that_no_action_has_cannot_be_right():
    [finding] = found(RULE, _document(_pointing("see FP 7.7", "FP 7.7")))
    assert (finding.severity, finding.quotes) == ("error", ("see FP 7.7",))


def test_a_name_that_is_not_found_is_only_a_question():
    [finding] = found(RULE, _document(_pointing("cross reference to Be Bold", "Be Bold")))
    assert finding.severity == "warning"


def test_a_pointer_at_another_plan_is_not_meant():
    pointer = _pointing("see action 4.2 of the County Transport Strategy", "Action 4.2")
    assert not found(RULE, _document(pointer))


def test_the_paper_that_a_pointer_belongs_to_may_follow_it():
    pointer = _pointing("see Priority 9", "Priority 9")
    pointer.text = "Walk to school (see Priority 9 of the County Transport Strategy)."
    assert not found(RULE, _document(pointer))


def test_a_reference_in_a_measure_is_followed_too():
    document = plan(action(ref="FP 1.1", measures=[measure("Uses the buses of FP 3.3")]))
    [finding] = found(RULE, document)
    assert finding.quotes == ("FP 3.3",)


def test_figures_and_foreign_codes_are_no_references():
    texts = ["Raise from 3.3 to 4.5", "Vital sign VS 3.3 met", "FP 1.1 continues"]
    assert not found(RULE, plan(action(ref="FP 1.1", measures=[measure(text) for text in texts])))
