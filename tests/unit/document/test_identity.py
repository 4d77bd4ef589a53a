from __future__ import annotations

from hypothesis import given, settings

from builders.any_plan import PLANS
from oneplan.document.identity import with_ids
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.schema import Action, Element, Measure, PlanDocument


def _plan(*actions: Action) -> PlanDocument:
    return PlanDocument(
        title="A plan",
        elements=[Element(kind="outcome", title="Children are heard", actions=list(actions))],
    )


def _ids(plan: PlanDocument) -> list[str | None]:
    facts = PlanFacts(plan)
    return [
        *(placed.element.id for placed in facts.elements),
        *(placed.action.id for placed in facts.actions),
        *(placed.measure.id for placed in facts.measures),
    ]


@given(PLANS)
@settings(max_examples=100, deadline=None)
def test_every_part_has_an_id_of_its_own(plan: PlanDocument) -> None:
    ids = _ids(with_ids(plan))
    assert all(ids)
    assert len(set(ids)) == len(ids)


def test_ids_that_stand_already_stay() -> None:
    plan = with_ids(_plan(Action(id="mine", ref="A 1", text="Do it"), Action(ref="A 1", text="x")))
    assert _ids(plan)[1:] == ["mine", "a-1"]


def test_a_measure_keeps_its_id_when_its_figures_change() -> None:
    before = with_ids(_plan(Action(ref="A 1", text="x", measures=[Measure(text="Rise to 40%")])))
    after = with_ids(_plan(Action(ref="A 1", text="y", measures=[Measure(text="Rise to 45%")])))
    assert _ids(before) == _ids(after)


def test_an_action_without_a_reference_keeps_its_id_when_the_end_of_its_text_changes() -> None:
    words = "Open a drop in for young carers in every town of the county each"
    before, after = _plan(Action(text=f"{words} week")), _plan(Action(text=f"{words} month"))
    assert _ids(with_ids(before)) == _ids(with_ids(after))
