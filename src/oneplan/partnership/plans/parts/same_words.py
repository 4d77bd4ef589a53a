"""What a newer document says word for word as before stays what it was: an action, or a statement.

Whether a paragraph is a commitment a reader sees from those around it; a new neighbour may change that without
a word of the paragraph being changed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TypeVar

from oneplan.document.differences.matching import Matches, plain
from oneplan.document.differences.placed import Placed
from oneplan.document.schema import Action, Element, Statement

T = TypeVar("T", Action, Statement)


def taken_as_before(elements: Matches[Placed], actions: Matches[Placed]) -> bool:
    """Makes paragraphs of the newer document what they were in the older one; says whether any was otherwise."""
    lost = {id(placed.action) for placed in actions.removed}
    come = {id(placed.action) for placed in actions.added}
    otherwise = False
    for one, two in elements.pairs:
        otherwise |= _as_actions(one.element, two.element, lost)
        otherwise |= _as_statements(one.element, two.element, come)
    return otherwise


def _as_actions(old: Element, new: Element, lost: set[int]) -> bool:
    """Statements that were actions are those actions again."""
    were = {_words(each): each for each in old.actions if id(each) in lost and _is_bare(each)}
    found = [were[words] for each in new.statements if (words := _words(each)) in were]
    new.statements = [each for each in new.statements if _words(each) not in were]
    again = [each.model_copy(deep=True) for each in found]
    new.actions = _in_their_places(again, new.actions, old.actions)
    return bool(found)


def _as_statements(old: Element, new: Element, come: set[int]) -> bool:
    """Actions that were statements are those statements again."""
    were = {_words(each): each for each in old.statements}
    stayed = {_words(each) for each in new.statements}
    found = [
        each
        for each in new.actions
        if id(each) in come and _is_bare(each) and _words(each) in were.keys() - stayed
    ]
    gone = {id(each) for each in found}
    new.actions = [each for each in new.actions if id(each) not in gone]
    again = [were[_words(each)].model_copy() for each in found]
    new.statements = _in_their_places(again, new.statements, old.statements)
    return bool(found)


def _is_bare(action: Action) -> bool:
    """Whether an action is a paragraph alone: without a number, and nobody is named."""
    return not (action.ref or action.leads or action.partners or action.steps)


def _in_their_places(parts: Sequence[T], among: Sequence[T], order: Sequence[T]) -> list[T]:
    """Parts put among others where they stood in the old order: each before what followed it there."""
    place = {_words(each): number for number, each in enumerate(order)}
    waiting: deque[T] = deque(sorted(parts, key=lambda part: place[_words(part)]))
    result: list[T] = []
    for each in among:
        at = place.get(_words(each), -1)
        while waiting and place[_words(waiting[0])] < at:
            result.append(waiting.popleft())
        result.append(each)
    result += waiting
    return result


def _words(part: Action | Statement) -> str:
    return plain(part.text)
