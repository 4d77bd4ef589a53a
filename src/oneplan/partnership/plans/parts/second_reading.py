"""A newer document as parts under the keys of the plan that it is a newer form of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oneplan.document.differences.matching import Matches, match, plain
from oneplan.document.differences.measures import match_measures
from oneplan.document.differences.placed import (
    Placed,
    match_actions,
    match_elements,
    placed_actions,
    placed_elements,
)
from oneplan.document.differences.renumbering import Renumbering
from oneplan.document.schema import Measure, PlanDocument
from oneplan.partnership.plans.parts.document import document_of, parts_of
from oneplan.partnership.plans.parts.keys import KeysOfWords
from oneplan.partnership.plans.parts.order import in_order_of
from oneplan.partnership.plans.parts.part import Part, Parts, Sort

_NAMED_BY: dict[Sort, str] = {"statement": "text", "term": "term", "place": "name", "body": "name"}


def read_again(old: Parts, document: PlanDocument) -> Parts:
    """The parts of a document that was read, under the keys of the old parts that they are.

    Parts are known again by what they say, actions and elements at last by their numbers. What is new
    has a key that is made of its words: reading the same beside the same gives the same. What stands in
    its old order keeps its position. The document is left as it is.
    """
    keys = KeysOfWords(old.by_key())
    after = document.model_copy(deep=True)
    _take_ids(document_of(old), after, keys)
    return in_order_of(old, Parts(_under_old_keys(old, parts_of(after), keys)))


def _take_ids(before: PlanDocument, after: PlanDocument, keys: KeysOfWords) -> None:
    elements = _by_number_too(match_elements(placed_elements(before), placed_elements(after)))
    actions = _by_number_too(match_actions(placed_actions(before), placed_actions(after)))
    for old, new in elements.pairs:
        new.element.id = old.element.id
        _take_ids_of_measures(old.element.measures, new.element.measures, keys)
    for old, new in actions.pairs:
        if old.action and new.action:
            new.action.id = old.action.id
            _take_ids_of_measures(old.action.measures, new.action.measures, keys)
    for placed in elements.added:
        placed.element.id = keys.new("element", placed.element.title)
        _take_ids_of_measures([], placed.element.measures, keys)
    for placed in actions.added:
        if placed.action:
            placed.action.id = keys.new("action", placed.action.text)
            _take_ids_of_measures([], placed.action.measures, keys)


def _by_number_too(found: Matches[Placed]) -> Matches[Placed]:
    """Pairs also what is left over on both sides under one number: what is wholly reworded."""
    left = {number: placed for placed in reversed(found.removed) if (number := _number(placed))}
    pairs = []
    for placed in found.added:
        number = _number(placed)
        if number in left:
            pairs.append((left.pop(number), placed))
    paired = {id(placed) for pair in pairs for placed in pair}
    return Matches(
        (*found.pairs, *pairs),
        tuple(placed for placed in found.removed if id(placed) not in paired),
        tuple(placed for placed in found.added if id(placed) not in paired),
    )


def _number(placed: Placed) -> tuple[str, ...] | None:
    """The reference of an action, the word and code of an element; None where there is none."""
    if placed.action:
        return (placed.action.ref,) if placed.action.ref else None
    element = placed.element
    return (element.label or element.kind, element.code) if element.code else None


def _take_ids_of_measures(
    old: Sequence[Measure], new: Sequence[Measure], keys: KeysOfWords
) -> None:
    found = match_measures(old, new, Renumbering({}, {}))
    for before, after in found.pairs:
        after.id = before.id
    for measure in found.added:
        measure.id = keys.new("measure", measure.text)


def _under_old_keys(old: Parts, new: Parts, keys: KeysOfWords) -> Iterator[Part]:
    """The new parts; those without an id in the document under the keys of the old ones of their owner."""
    for part in new:
        if part.sort not in _NAMED_BY:
            yield part
    owners = dict.fromkeys((part.owner, part.sort) for part in new if part.sort in _NAMED_BY)
    for owner, sort in owners:
        yield from _known_again(old.children(owner, sort), new.children(owner, sort), keys)


def _known_again(old: Sequence[Part], new: Sequence[Part], keys: KeysOfWords) -> Iterator[Part]:
    found = match(
        old, new, keys=(_said, lambda part: plain(_said(part)) or None), text=_said, least=60.0
    )
    for before, after in found.pairs:
        yield replace(after, key=before.key)
    for part in found.added:
        yield replace(part, key=keys.new(part.sort, _said(part)))


def _said(part: Part) -> str:
    return str(part[_NAMED_BY[part.sort]])
