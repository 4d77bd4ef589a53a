"""Parts are moved; what hangs below them goes with them."""

from __future__ import annotations

import pytest

from oneplan.document.schema import Action, Element, PlanDocument
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import applied
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.editing.many import (
    moved_many,
    named_on_many,
    removed_many,
    set_on_many,
)
from oneplan.partnership.plans.parts.editing.moving import lowered, moved, raised
from oneplan.partnership.plans.parts.editing.tree import FIRST, added, removed
from oneplan.partnership.plans.parts.part import PLAN, Parts


def _plan() -> Parts:
    actions = [Action(id=key, text=key, leads=["Head of Parks"]) for key in "abcd"]
    return parts_of(
        PlanDocument(
            title="Fenshire",
            elements=[
                Element(id="one", kind="outcome", title="One", actions=actions),
                Element(
                    id="two",
                    kind="outcome",
                    title="Two",
                    children=[Element(id="sub", kind="priority", title="Sub")],
                ),
            ],
        )
    )


def _actions(parts: Parts, owner: str = "one") -> str:
    return "".join(part.key for part in parts.children(owner, "action"))


@pytest.mark.parametrize(
    ("key", "after", "order"),
    [
        ("a", "c", "bcad"),
        ("d", FIRST, "dabc"),
        ("b", None, "acdb"),
        ("b", "a", "abcd"),
        ("a", FIRST, "abcd"),
        ("d", None, "abcd"),
        ("c", "c", "abcd"),
    ],
)
def test_an_action_is_put_where_it_is_wanted(key: str, after: str | None, order: str) -> None:
    parts = _plan()
    changes = moved(parts, key, "one", after)
    assert _actions(applied(parts, changes)) == order
    assert len(changes) == (order != "abcd")


def test_up_and_down_are_one_place_each_and_end_at_the_ends() -> None:
    parts = _plan()
    assert _actions(applied(parts, raised(parts, "b"))) == "bacd"
    assert _actions(applied(parts, raised(parts, "d"))) == "abdc"
    assert _actions(applied(parts, lowered(parts, "a"))) == "bacd"
    assert raised(parts, "a") == lowered(parts, "d") == []


def test_places_do_not_run_out_however_often_a_part_is_put_between_two() -> None:
    parts = _plan()
    for _ in range(70):
        parts = applied(parts, moved(parts, "c", "one", "a"))
        parts = applied(parts, moved(parts, "b", "one", "a"))
    assert _actions(parts) == "abcd"


def test_new_parts_are_put_between_two_however_often() -> None:
    parts = _plan()
    for number in range(70):
        fields = {"text": str(number)}
        parts = applied(parts, added(parts, "action", "one", fields, after="a", key=f"n{number}"))
    keys = [part.key for part in parts.children("one", "action")]
    assert keys == ["a", *(f"n{number}" for number in reversed(range(70))), "b", "c", "d"]


def test_an_element_moves_with_all_below_it_but_not_below_itself() -> None:
    parts = applied(_plan(), moved(_plan(), "one", "sub"))
    assert [part.key for part in parts.above("a")] == ["two", "sub", "one"]
    for owner in ("two", "sub"):
        with pytest.raises(Refused):
            moved(_plan(), "two", owner)


@pytest.mark.parametrize(("key", "owner"), [("a", PLAN), ("a", "b"), ("a", "gone"), (PLAN, "one")])
def test_a_part_stands_only_where_its_sort_may(key: str, owner: str) -> None:
    with pytest.raises(Refused):
        moved(_plan(), key, owner)


def test_many_are_moved_in_the_order_of_the_plan() -> None:
    parts = applied(_plan(), moved_many(_plan(), ["c", "a"], "two"))
    assert (_actions(parts), _actions(parts, "two")) == ("bd", "ac")
    with pytest.raises(Refused):
        moved_many(_plan(), ["a", "sub"], "two")


def test_many_get_the_same_value() -> None:
    parts = applied(_plan(), set_on_many(_plan(), ["a", "d"], {"status": "green"}))
    assert [part["status"] for part in parts.of_sort("action")] == ["green", None, None, "green"]
    with pytest.raises(Refused):
        set_on_many(_plan(), ["a", "gone"], {"status": "green"})


def test_a_name_is_changed_for_another_where_it_stands() -> None:
    parts = applied(
        _plan(), named_on_many(_plan(), ["a", "b"], "leads", come=["Warden"], go=["Head of Parks"])
    )
    assert [part["leads"] for part in parts.of_sort("action")][:3] == [
        ["Warden"],
        ["Warden"],
        ["Head of Parks"],
    ]
    assert named_on_many(_plan(), ["a"], "leads", come=["Warden"], go=["Nobody"]) == []


def test_names_come_and_go_on_many_actions() -> None:
    parts = applied(_plan(), named_on_many(_plan(), ["a"], "partners", come=["Police", "Police"]))
    assert parts["a"]["partners"] == ["Police"]
    parts = applied(parts, named_on_many(parts, ["a", "b"], "partners", go=["Police"]))
    assert parts["a"]["partners"] == []
    for keys, field in ((["a"], "text"), (["one"], "partners")):
        with pytest.raises(Refused):
            named_on_many(parts, keys, field, come=["x"])


def test_many_go_with_all_below_them() -> None:
    parts = applied(_plan(), removed_many(_plan(), ["a", "one", "sub"]))
    assert [part.key for part in parts] == [PLAN, "two"]
    with pytest.raises(Refused):
        removed(_plan(), PLAN)


@pytest.mark.parametrize("key", ["", "x" * 121, "a\x00b", "a b", "a/b", "a\n"])
def test_a_key_that_no_form_would_send_is_refused(key: str) -> None:
    with pytest.raises(Refused):
        added(_plan(), "action", "one", {"text": "x"}, key=key)
