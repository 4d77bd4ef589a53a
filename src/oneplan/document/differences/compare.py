"""Two plan documents compared."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.differences.actions import action_changes, name_of_action
from oneplan.document.differences.changes import Change, Subject
from oneplan.document.differences.elements import element_changes, plan_changes
from oneplan.document.differences.matching import Matches
from oneplan.document.differences.measures import measure_changes
from oneplan.document.differences.order import reordered
from oneplan.document.differences.placed import (
    Placed,
    match_actions,
    match_elements,
    placed_actions,
    placed_elements,
)
from oneplan.document.differences.renumbering import Renumbering
from oneplan.document.schema import Action, PlanDocument


def compare_plans(old: PlanDocument, new: PlanDocument, *, same_ids: bool = False) -> list[Change]:
    """What differs, in the order of the new plan; what only the old one has comes last in its kind.

    Sources and the readers' findings do not count. Parts are paired by what they say before what they
    are numbered, so that a renumbered plan differs in its numbers only; with ``same_ids``, which states
    of one live plan have, by their ids before all else, however they were reworded, and then their order
    counts too.
    """
    old_elements, old_actions = placed_elements(old), placed_actions(old)
    elements = match_elements(old_elements, placed_elements(new), same_ids=same_ids)
    actions = match_actions(old_actions, placed_actions(new), same_ids=same_ids)
    numbers = Renumbering.of(
        [(a.action, b.action) for a, b in actions.pairs if a.action and b.action],
        [(a.element, b.element) for a, b in elements.pairs],
    )
    titles = {"\x1f".join(a.path): "\x1f".join(b.path) for a, b in elements.pairs}
    return [
        *plan_changes(old, new),
        *_element_changes(elements, titles, numbers, same_ids=same_ids),
        *_action_changes(actions, titles, numbers, same_ids=same_ids),
        *(_order_changes(elements, old_elements, titles) if same_ids else ()),
        *(_order_changes(actions, old_actions, titles) if same_ids else ()),
    ]


def _order_changes(
    matches: Matches[Placed], old: list[Placed], titles: dict[str, str]
) -> Iterator[Change]:
    stayed = [pair for pair in matches.pairs if _stayed(*pair, titles)]
    yield from reordered(stayed, old)


def _stayed(before: Placed, after: Placed, titles: dict[str, str]) -> bool:
    here = "\x1f".join(before.above)
    return titles.get(here, here) == "\x1f".join(after.above)


def _element_changes(
    elements: Matches[Placed], titles: dict[str, str], numbers: Renumbering, *, same_ids: bool
) -> Iterator[Change]:
    for before, after in elements.pairs:
        yield from element_changes(before.element, after.element)
        if not _stayed(before, after, titles):
            place = f"“{after.path[-2]}”" if len(after.path) > 1 else "the top of the plan"
            words = f"“{after.element.title}” moved to {place}"
            yield _moved("element", after.element.title, words, before.path, after.path)
        yield from measure_changes(
            after.element.title,
            before.element.measures,
            after.element.measures,
            numbers,
            same_ids=same_ids,
        )
    for placed in elements.added:
        title = placed.element.title
        yield Change("added", "element", title, f"“{title}” is new", None, title)
    for placed in elements.removed:
        title = placed.element.title
        yield Change("removed", "element", title, f"“{title}” is gone", title, None)


def _moved(
    subject: Subject, where: str, words: str, before: tuple[str, ...], after: tuple[str, ...]
) -> Change:
    return Change("moved", subject, where, words, " › ".join(before), " › ".join(after))


def _said_of(action: Action) -> str:
    """What the action says, where its name does not say all of it already."""
    return "" if name_of_action(action) == f"“{action.text}”" else f": {action.text}"


def _action_changes(
    actions: Matches[Placed], titles: dict[str, str], numbers: Renumbering, *, same_ids: bool
) -> Iterator[Change]:
    for before, after in actions.pairs:
        if before.action is None or after.action is None:
            continue
        yield from action_changes(before.action, after.action, numbers, same_ids=same_ids)
        if not _stayed(before, after, titles):
            name = name_of_action(after.action)
            words = f"{name} moved from “{before.path[-1]}” to “{after.path[-1]}”"
            yield _moved("action", name, words, before.path, after.path)
    for placed in actions.added:
        if placed.action is not None:
            name = name_of_action(placed.action)
            words = f"{name} is new{_said_of(placed.action)}"
            yield Change("added", "action", name, words, None, placed.action.text)
    for placed in actions.removed:
        if placed.action is not None:
            name = name_of_action(placed.action)
            words = f"{name} is gone{_said_of(placed.action)}"
            yield Change("removed", "action", name, words, placed.action.text, None)
