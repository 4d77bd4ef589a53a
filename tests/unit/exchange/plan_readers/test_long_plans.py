"""The plan that speed is measured with is read whole, once and many times over."""

from __future__ import annotations

from builders.documents.plain import write_text
from builders.layouts import in_layout_order, lay_out
from builders.long_plans import AS_PRINTED, longer
from oneplan.document.files import from_yaml
from oneplan.document.schema import Action, Element, PlanDocument
from oneplan.examples import example_plans
from oneplan.exchange.plan_readers.reading import read_plan


def _actions(parts: list[Element]) -> list[Action]:
    return [a for part in parts for a in (*part.actions, *_actions(part.children))]


def _read(plan: PlanDocument) -> list[Action]:
    text = write_text(lay_out(in_layout_order(plan), AS_PRINTED))
    return _actions(read_plan(text, "plan.txt").plan.elements)


def test_every_action_of_a_long_plan_is_read_under_its_own_reference() -> None:
    (file,) = (each for each in example_plans() if each.name == "worcestershire-2009-10.yaml")
    plan = from_yaml(file.read_bytes())
    printed = _actions(plan.elements)
    assert len(_read(plan)) == len(printed)
    thrice = _read(longer(plan, 3))
    assert len(thrice) == 3 * len(printed)
    references = [action.ref for action in thrice if action.ref]
    assert len(set(references)) == len(references)
