"""The plan that a crowd works on, and small ones that are brought in."""

from __future__ import annotations

from collections.abc import Iterable

from oneplan.document.schema import Action, Element, Measure, PlanDocument


def one_action(title: str) -> PlanDocument:
    """A plan with this title."""
    return PlanDocument(title=title, elements=[_area("a", "Ponds", [Action(id="a", text=title)])])


def friends_of(name: str) -> str:
    """A partner who goes by somebody's name."""
    return f"Friends of {name}"


def crowded_plan(title: str, shared: Iterable[str], people: Iterable[str]) -> PlanDocument:
    """A plan with actions to which several add, one of each person's own, two heaps of stones to move, and a rest.

    The shared ones say “0”. Each of the others has a measure, and a partner who goes by that person's name.
    """
    own = [
        Action(
            id=name,
            ref=name,
            text=f"{name} will dig a pond",
            partners=[friends_of(name)],
            measures=[Measure(id=f"{name}-m", text=f"{name} digs 3 ponds by March 2027")],
        )
        for name in people
    ]
    heaps = [
        Element(id=f"heap-{number}", kind="priority", title=f"Heap {number}", actions=stones)
        for number, stones in enumerate((_stones(0), _stones(4)))
    ]
    return PlanDocument(
        title=title,
        elements=[
            _area("rest", "Left as it is", [_rest(1), _rest(2)]),
            _area("counts", "Counted together", [Action(id=key, text="0") for key in shared]),
            _area("own", "Ponds", own),
            Element(id="heaps", kind="outcome", code="3", title="Stones", children=heaps),
        ],
    )


def _area(key: str, title: str, actions: list[Action]) -> Element:
    return Element(id=key, kind="outcome", code=key[:1].upper(), title=title, actions=actions)


def _rest(number: int) -> Action:
    return Action(id=f"rest-{number}", ref=f"REST {number}", text=f"Look after bench {number}")


def _stones(first: int) -> list[Action]:
    return [
        Action(id=f"stone-{number}", ref=f"S{number}", text=f"Move stone {number}")
        for number in range(first, first + 4)
    ]
