"""Changes are found, applied and undone without loss."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from builders.changed_plans import EDITED
from oneplan.document.schema import Action, Element, PlanDocument
from oneplan.partnership.plans.parts.changes import (
    Change,
    DoesNotFit,
    applied,
    changes_between,
    coming,
    going,
    inverse,
)
from oneplan.partnership.plans.parts.document import document_of, parts_of
from oneplan.partnership.plans.parts.editing.tree import removed
from oneplan.partnership.plans.parts.folding import folded
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.partnership.plans.parts.shapes import filled


def _plan() -> Parts:
    return parts_of(
        PlanDocument(
            title="Fenshire",
            elements=[
                Element(
                    id="safe",
                    kind="outcome",
                    title="Safe",
                    actions=[Action(id="one", text="Train staff"), Action(id="two", text="Visit")],
                    children=[Element(id="home", kind="priority", title="Safe at home")],
                )
            ],
        )
    )


@given(EDITED)
@settings(max_examples=30)
def test_the_changes_between_two_states_lead_from_one_to_the_other(
    states: tuple[Parts, Parts],
) -> None:
    old, new = states
    assert applied(old, changes_between(old, new)) == new


@given(EDITED)
@settings(max_examples=30)
def test_the_inverse_of_changes_undoes_them(states: tuple[Parts, Parts]) -> None:
    old, new = states
    changes = changes_between(old, new)
    assert applied(applied(old, changes), inverse(changes)) == old


@given(EDITED)
@settings(max_examples=30)
def test_folded_changes_do_the_same_with_one_for_each_part(states: tuple[Parts, Parts]) -> None:
    old, new = states
    changes = changes_between(old, new)
    there_and_back = [*changes, *inverse(changes), *changes]
    assert len({change.key for change in folded(there_and_back)}) == len(folded(there_and_back))
    assert applied(old, folded(there_and_back)) == new
    assert folded([*changes, *inverse(changes)]) == []


def test_only_the_field_that_differs_is_told() -> None:
    plan = _plan()
    change = Change("action", "one", {"text": "Train staff"}, {"text": "Train all staff"})
    assert changes_between(plan, applied(plan, [change])) == [change]


def test_an_element_goes_with_all_that_hangs_below_it() -> None:
    after = applied(_plan(), removed(_plan(), "safe"))
    assert document_of(after) == PlanDocument(title="Fenshire")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ([Change("action", "none", {"text": "a"}, {"text": "b"})], "no action “none”"),
        ([Change("action", "one", {"text": "a"}, {"text": "b"})], "no longer what it was"),
        ([coming(_plan()["one"])], "already"),
        ([going(_plan()["safe"])], "hangs on “safe”"),
        ([Change("element", "safe", {"owner": ""}, {"owner": "home"})], "below itself"),
        ([Change("action", "one", {"owner": "safe"}, {"owner": ""})], "cannot stand under a plan"),
        ([coming(Part("action", "new", "gone", 1.0, {"text": "a"}))], "which is not there"),
    ],
)
def test_changes_that_do_not_fit_are_refused(changes: list[Change], says: str) -> None:
    with pytest.raises(DoesNotFit, match=says):
        applied(_plan(), changes)


def test_elements_do_not_stand_below_one_another_without_end() -> None:
    def chain(name: str, owner: str, length: int) -> list[Change]:
        keys = [owner, *(f"{name}{number}" for number in range(length))]
        fields = filled("element", {"kind": "section", "title": name})
        return [coming(Part("element", key, above, 1.0, fields)) for above, key in pairwise(keys)]

    plan = applied(_plan(), [*chain("a", "", 40), *chain("b", "", 30)])
    with pytest.raises(DoesNotFit, match="40 levels"):
        applied(plan, chain("c", "a39", 1))
    with pytest.raises(DoesNotFit, match="40 levels"):
        applied(plan, [Change("element", "b0", {"owner": ""}, {"owner": "a20"})])
    applied(plan, [Change("element", "b0", {"owner": ""}, {"owner": "a9"})])
