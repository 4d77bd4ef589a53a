"""Which elements and actions of a plan are which of a newer document, reworded or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from oneplan.document.differences.matching import Matches, plain
from oneplan.document.differences.placed import (
    Placed,
    match_actions,
    match_elements,
    placed_actions,
    placed_elements,
)
from oneplan.document.schema import Action, Element, PlanDocument
from oneplan.partnership.plans.parts.at_home import at_home
from oneplan.partnership.plans.parts.in_place import paired_in_place

_RENUMBERED = 75.0
"""The likeness (0 to 100) of two actions in one place, whatever their numbers, that makes them one."""
_LEVELS_AT_HOME = 3
"""How far down elements of the same title are told apart by what they stand in."""
_Pairs = list[tuple[Placed, Placed]]


def known_again(old: PlanDocument, new: PlanDocument) -> tuple[Matches[Placed], Matches[Placed]]:
    """The elements and the actions that are the same in both documents, and what only one of them has.

    They are known by what they say, of several that say the same by what they stand in; what is left,
    where it is wholly reworded, by its number; elements that are left still, by what stands below them;
    and what is left then, by its place between its neighbours.
    """
    above, above_now = _Parents(old), _Parents(new)
    actions = _by_number_too(match_actions(placed_actions(old), placed_actions(new)))
    elements = _by_number_too(match_elements(placed_elements(old), placed_elements(new)))
    elements = _by_content_too(elements, actions, above, above_now)
    elements = _elements_in_place(_elements_at_home(elements, above, above_now), old, new)
    return elements, _actions_in_place(_actions_at_home(actions, elements), elements)


def _by_number_too(found: Matches[Placed]) -> Matches[Placed]:
    """Pairs also what is left over on both sides under one number: what is wholly reworded."""
    left = {number: placed for placed in reversed(found.removed) if (number := _number(placed))}
    pairs = []
    for placed in found.added:
        number = _number(placed)
        if number in left:
            pairs.append((left.pop(number), placed))
    return _with(found, pairs)


def _number(placed: Placed) -> tuple[str, ...] | None:
    """The reference of an action, the word and code of an element; None where there is none."""
    if placed.action:
        return (placed.action.ref,) if placed.action.ref else None
    element = placed.element
    return (element.label or element.kind, element.code) if element.code else None


def _with(found: Matches[Placed], pairs: _Pairs) -> Matches[Placed]:
    paired = {id(placed) for pair in pairs for placed in pair}
    return Matches(
        (*found.pairs, *pairs),
        tuple(placed for placed in found.removed if id(placed) not in paired),
        tuple(placed for placed in found.added if id(placed) not in paired),
    )


class _Parents:
    """The element above each element of a document."""

    def __init__(self, plan: PlanDocument) -> None:
        self._above = {
            id(child): placed.element
            for placed in placed_elements(plan)
            for child in placed.element.children
        }

    def of(self, element: Element) -> Element | None:
        """The element above; None at the top."""
        return self._above.get(id(element))


def _by_content_too(
    found: Matches[Placed], actions: Matches[Placed], old: _Parents, new: _Parents
) -> Matches[Placed]:
    """Pairs also elements that are left over on both sides and share most of what stands below them.

    A pair may tell of the elements above it, so they are looked at again until no more are found.
    """
    homes = [(before.element, after.element) for before, after in actions.pairs]
    while pairs := _pairs_of_content(found, _homes(homes, found, old, new)):
        found = _with(found, pairs)
    return found


def _homes(
    of_actions: Iterable[tuple[Element, Element]],
    found: Matches[Placed],
    old: _Parents,
    new: _Parents,
) -> Iterator[tuple[int, int]]:
    """Where each pair stands in both documents, as the ``id()`` of the elements above it."""
    for before, after in of_actions:
        yield id(before), id(after)
    for one, two in found.pairs:
        above, now = old.of(one.element), new.of(two.element)
        if above and now:
            yield id(above), id(now)


def _pairs_of_content(found: Matches[Placed], homes: Iterable[tuple[int, int]]) -> _Pairs:
    left = {id(placed.element): placed for placed in found.removed}
    come = {id(placed.element): placed for placed in found.added}
    shared = Counter(home for home in homes if home[0] in left and home[1] in come)
    pairs: _Pairs = []
    for (before, after), _ in shared.most_common():
        if before in left and after in come:
            pairs.append((left.pop(before), come.pop(after)))
    return pairs


def _elements_at_home(found: Matches[Placed], old: _Parents, new: _Parents) -> Matches[Placed]:
    def home(placed: Placed) -> int:
        return id(old.of(placed.element))

    for _ in range(_LEVELS_AT_HOME):
        partner = {id(two.element): id(one.element) for one, two in found.pairs}

        def home_now(placed: Placed, partner: dict[int, int] = partner) -> int:
            above = new.of(placed.element)
            return partner.get(id(above), 0) if above else id(None)

        found = at_home(found, lambda placed: plain(placed.element.title), home, home_now)
    return found


def _actions_at_home(found: Matches[Placed], elements: Matches[Placed]) -> Matches[Placed]:
    partner = {id(two.element): id(one.element) for one, two in elements.pairs}

    def words(placed: Placed) -> str:
        action = placed.action
        return plain(action.text) if action and not action.ref else ""

    return at_home(
        found, words, lambda one: id(one.element), lambda two: partner.get(id(two.element), 0)
    )


def _elements_in_place(
    found: Matches[Placed], old: PlanDocument, new: PlanDocument
) -> Matches[Placed]:
    """Pairs also elements of one kind that are left over between the same neighbours."""
    partner = {id(two.element): one.element for one, two in found.pairs}
    placed = {id(each.element): each for each in (*found.removed, *found.added)}
    families = [(old.elements, new.elements)]
    families += [(one.element.children, two.element.children) for one, two in found.pairs]
    pairs = [
        (placed[id(before)], placed[id(after)])
        for family in families
        for before, after in paired_in_place(*family, partner, lambda element: element.title)
        if (before.kind, before.label) == (after.kind, after.label)
    ]
    return _with(found, pairs)


def _actions_in_place(found: Matches[Placed], elements: Matches[Placed]) -> Matches[Placed]:
    """Pairs also actions that are left over between the same neighbours, by all that they say."""
    partner = {id(two.action): one.action for one, two in found.pairs if one.action}
    placed = {id(each.action): each for each in (*found.removed, *found.added)}
    pairs = [
        (placed[id(before)], placed[id(after)])
        for one, two in elements.pairs
        for before, after in paired_in_place(
            one.element.actions, two.element.actions, partner, _all_words
        )
        if _numbered_alike(before, after) or _like(before, after) >= _RENUMBERED
    ]
    return _with(found, pairs)


def _numbered_alike(one: Action, two: Action) -> bool:
    return not one.ref or not two.ref or one.ref == two.ref


def _like(one: Action, two: Action) -> float:
    return fuzz.token_sort_ratio(_all_words(one), _all_words(two))


def _all_words(action: Action) -> str:
    """What an action says, with whoever works on it and how it is measured."""
    measures = (measure.text for measure in action.measures)
    due = action.due.text if action.due else ""
    return " ".join((action.text, due, *action.leads, *action.partners, *measures))
