"""Which element and which action of one plan document is which of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass

from oneplan.document.differences.matching import Matches, match, plain
from oneplan.document.schema import Action, Element, PlanDocument


@dataclass(frozen=True, slots=True)
class Placed:
    """An element or action with the titles it lies under."""

    path: tuple[str, ...]
    element: Element
    action: Action | None = None

    @property
    def above(self) -> tuple[str, ...]:
        """The titles of what it stands under."""
        return self.path if self.action else self.path[:-1]


def placed_elements(plan: PlanDocument) -> list[Placed]:
    """Every element of a plan, each before those below it."""
    found: list[Placed] = []
    todo: list[tuple[Element, tuple[str, ...]]]
    todo = [(element, ()) for element in reversed(plan.elements)]
    while todo:
        element, above = todo.pop()
        path = (*above, element.title)
        found.append(Placed(path, element))
        todo += [(child, path) for child in reversed(element.children)]
    return found


def placed_actions(plan: PlanDocument) -> list[Placed]:
    """Every action of a plan with its element, in the order of the plan."""
    return [
        Placed(placed.path, placed.element, action)
        for placed in placed_elements(plan)
        for action in placed.element.actions
    ]


def match_elements(
    old: list[Placed], new: list[Placed], *, same_ids: bool = False
) -> Matches[Placed]:
    """Which element of the old plan is which of the new one: by ids that hold, by titles, by likeness."""
    return match(
        old,
        new,
        keys=(
            lambda placed: placed.element.id if same_ids else None,
            lambda placed: (placed.element.kind, *map(plain, placed.path)),
            lambda placed: (placed.element.kind, plain(placed.element.title)),
            lambda placed: plain(placed.element.title),
        ),
        text=lambda placed: placed.element.title,
    )


def _all_but_numbers(placed: Placed) -> str | None:
    if placed.action is None:
        return None
    return placed.action.model_dump_json(
        exclude={"id": True, "ref": True, "source": True, "cross_references": True}
        | {"measures": {"__all__": {"id", "source"}}, "steps": {"__all__": {"source"}}}
    )


def _told_once(placed: list[Placed]) -> set[Hashable]:
    times = Counter(_reference_and_others(each) for each in placed)
    return {key for key, number in times.items() if key is not None and number == 1}


def _reference_and_others(placed: Placed) -> tuple[str, str, str] | None:
    """The number of an action that is measured, who works on it, and how: all but its own words."""
    action = placed.action
    if action is None or not action.ref or not action.measures:
        return None
    people = "; ".join((*action.leads, *action.partners, *action.strategies, *action.groups))
    return action.ref, people, "; ".join(measure.text for measure in action.measures)


def match_actions(
    old: list[Placed], new: list[Placed], *, same_ids: bool = False
) -> Matches[Placed]:
    """Which action of the old plan is which of the new one: by what they say before what they are numbered."""

    def text(placed: Placed) -> str:
        return placed.action.text if placed.action else ""

    def reference(placed: Placed) -> str | None:
        return placed.action.ref if placed.action else None

    others = _told_once(old) & _told_once(new)

    def reference_and_others(placed: Placed) -> Hashable | None:
        return key if (key := _reference_and_others(placed)) in others else None

    return match(
        old,
        new,
        keys=(
            lambda placed: placed.action.id if placed.action and same_ids else None,
            lambda placed: (placed.path, reference(placed), _all_but_numbers(placed)),
            _all_but_numbers,
            lambda placed: (reference(placed), plain(text(placed))),
            reference_and_others,
            lambda placed: plain(text(placed)) or None,
            lambda placed: _reference_and_opening(reference(placed), text(placed)),
        ),
        text=text,
    )


def _reference_and_opening(reference: str | None, text: str) -> tuple[str, str] | None:
    return (reference, " ".join(plain(text).split()[:3])) if reference else None
