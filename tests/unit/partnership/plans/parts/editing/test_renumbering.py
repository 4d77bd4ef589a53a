"""Numbers follow the order, and pointers follow the numbers."""

from __future__ import annotations

import pytest

from oneplan.document.schema import Action, CrossReference, Element, PlanDocument
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import applied
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.editing.moving import moved
from oneplan.partnership.plans.parts.editing.renumbering import (
    renumbered_actions,
    renumbered_each,
    renumbered_elements,
    renumbered_levels,
    renumbered_through,
)
from oneplan.partnership.plans.parts.editing.tree import FIRST
from oneplan.partnership.plans.parts.part import PLAN, Parts


def _pointing(key: str, ref: str | None, target: str) -> Action:
    pointer = CrossReference(text=f"See also {target}", target=target)
    return Action(id=key, ref=ref, text=f"Walk. See also {target}.", cross_references=[pointer])


def _plan(*refs: str | None) -> Parts:
    actions = [Action(id=f"a{place}", ref=ref, text="x") for place, ref in enumerate(refs)]
    return parts_of(
        PlanDocument(
            title="Fenshire",
            elements=[
                Element(
                    id="e", kind="priority", label="Priority", code="1", title="E", actions=actions
                ),
                Element(
                    id="f",
                    kind="priority",
                    label="Priority",
                    code="2",
                    title="F",
                    actions=[_pointing("p", "SB 1", "SA 2"), _pointing("q", None, "Priority 2")],
                ),
            ],
        )
    )


def _refs(parts: Parts) -> list[str]:
    return [action["ref"] for action in parts.children("e", "action")]


@pytest.mark.parametrize(
    ("refs", "first", "wanted"),
    [
        (["SA 9", None, "SA 3"], None, ["SA 9", "SA 10", "SA 11"]),
        (["BH 1.0", "BH 1.5"], None, ["BH 1.0", "BH 1.1"]),
        ([None, None], "A-08", ["A-08", "A-09"]),
        (["3a", "3d"], None, ["3a", "3b"]),
        (["1", "2"], "2.9", ["2.9", "2.10"]),
    ],
)
def test_actions_are_counted_on_from_the_first(
    refs: list[str | None], first: str | None, wanted: list[str]
) -> None:
    parts = _plan(*refs)
    assert _refs(applied(parts, renumbered_actions(parts, "e", first))) == wanted


def test_pointers_follow_the_action_that_they_point_at() -> None:
    parts = _plan("SA 1", "SA 2")
    parts = applied(parts, moved(parts, "a1", "e", FIRST))
    parts = applied(parts, renumbered_actions(parts, "e", "SA 1"))
    assert [(a.key, a["ref"]) for a in parts.children("e", "action")] == [
        ("a1", "SA 1"),
        ("a0", "SA 2"),
    ]
    assert parts["p"]["cross_references"] == [{"text": "See also SA 1", "target": "SA 1"}]
    assert parts["p"]["text"] == "Walk. See also SA 1."


def test_pointers_follow_a_numbered_element() -> None:
    parts = applied(_plan(), moved(_plan(), "f", PLAN, FIRST))
    parts = applied(parts, renumbered_elements(parts, PLAN, "1"))
    assert [(e.key, e["code"]) for e in parts.children(PLAN, "element")] == [("f", "1"), ("e", "2")]
    assert parts["q"]["text"] == "Walk. See also Priority 1."


def test_what_is_in_order_stays_as_it_is() -> None:
    assert renumbered_actions(_plan("SA 1", "SA 2"), "e") == []
    assert renumbered_elements(_plan(), PLAN) == []


@pytest.mark.parametrize("first", [None, "", "first", "SB 1", "SA " + "9" * 60, "3y"])
def test_a_number_that_cannot_be_counted_on_from_is_refused(first: str | None) -> None:
    with pytest.raises(Refused) as refused:
        renumbered_actions(_plan(None, None, None), "e", first)
    assert list(refused.value.errors) == ["first"]


def _deep() -> Parts:
    def element(key: str, code: str | None, *below: Element, refs: tuple[str, ...] = ()) -> Element:
        actions = [Action(id=f"{key}.{ref}", ref=ref, text=f"Do {ref}") for ref in refs]
        return Element(
            id=key, kind="priority", label="Goal", code=code, title=key, children=[*below], actions=actions
        )  # fmt: skip

    two = element("b", "2", element("b1", "2.4", refs=("B 7", "B 3")), element("b2", "2.1"))
    first = element("a", "5", element("a1", None, refs=("A 2",)), refs=("A 9", "A 1"))
    return parts_of(PlanDocument(title="Fenshire", elements=[first, two]))


def test_all_actions_of_a_plan_are_counted_through() -> None:
    parts = _deep()
    after = applied(parts, renumbered_through(parts, PLAN, "P 1"))
    assert [each["ref"] for each in after.of_sort("action")] == ["P 1", "P 2", "P 3", "P 4", "P 5"]


def test_in_each_part_actions_are_counted_from_its_own_first() -> None:
    parts = _deep()
    after = applied(parts, renumbered_each(parts, "b"))
    assert [each["ref"] for each in after.children("b1", "action")] == ["B 7", "B 8"]
    assert renumbered_each(after, "b") == []


def test_codes_below_begin_with_the_new_one_above() -> None:
    parts = _deep()
    after = applied(parts, renumbered_levels(parts, PLAN, "3"))
    codes = {key: after[key]["code"] for key in ("a", "b", "a1", "b1", "b2")}
    assert codes == {"a": "3", "b": "4", "a1": None, "b1": "4.4", "b2": "4.5"}
