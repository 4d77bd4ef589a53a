"""A newer document as parts under the keys of the plan that it is a newer form of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oneplan.document.differences.matching import match, plain
from oneplan.document.differences.measures import match_measures
from oneplan.document.differences.placed import Placed
from oneplan.document.differences.renumbering import Renumbering
from oneplan.document.schema import Measure, PlanDocument
from oneplan.partnership.plans.parts.document import document_of, parts_of
from oneplan.partnership.plans.parts.in_place import paired_in_place
from oneplan.partnership.plans.parts.keys import KeysOfWords
from oneplan.partnership.plans.parts.known_again import known_again
from oneplan.partnership.plans.parts.order import in_order_of
from oneplan.partnership.plans.parts.part import Part, Parts, Sort
from oneplan.partnership.plans.parts.same_words import taken_as_before
from oneplan.partnership.plans.parts.unsettled import Unsettled

_NAMED_BY: dict[Sort, str] = {"statement": "text", "term": "term", "place": "name", "body": "name"}


def read_again(old: Parts, document: PlanDocument) -> Parts:
    """The parts of a document that was read, under the keys of the old parts that they are.

    Actions and elements are known as :func:`known_again` says; other parts by what they say and by their place,
    measures and statements also where they stand word for word under another part. What is new has a key
    that is made of its words: reading the same beside the same gives the same. What stands in its old
    order keeps its position. The document is left as it is.
    """
    keys = KeysOfWords(old.by_key())
    after = document.model_copy(deep=True)
    _take_ids(document_of(old), after, keys)
    return in_order_of(old, Parts(_under_old_keys(old, parts_of(after), keys)))


def _take_ids(before: PlanDocument, after: PlanDocument, keys: KeysOfWords) -> None:
    elements, actions = known_again(before, after)
    if taken_as_before(elements, actions):
        elements, actions = known_again(before, after)
    measures: Unsettled[Measure] = Unsettled(lambda measure: measure.text)
    for old, new in elements.pairs:
        new.element.id = old.element.id
        _take_ids_of_measures(old.element.measures, new.element.measures, measures)
    for old, new in actions.pairs:
        if old.action and new.action:
            new.action.id = old.action.id
            _take_ids_of_measures(old.action.measures, new.action.measures, measures)
    for placed in (*elements.removed, *actions.removed):
        measures.fallen += (placed.action or placed.element).measures
    for placed in (*elements.added, *actions.added):
        measures.risen += (placed.action or placed.element).measures
        _name(placed, keys)
    for lost, found in measures.moved():
        found.id = lost.id
    for measure in measures.new():
        measure.id = keys.new("measure", measure.text)


def _name(placed: Placed, keys: KeysOfWords) -> None:
    """Gives a new action, or a new element, a key of its words."""
    if placed.action:
        placed.action.id = keys.new("action", placed.action.text)
    else:
        placed.element.id = keys.new("element", placed.element.title)


def _take_ids_of_measures(
    old: Sequence[Measure], new: Sequence[Measure], unsettled: Unsettled[Measure]
) -> None:
    found = match_measures(old, new, Renumbering({}, {}))
    for before, after in found.pairs:
        after.id = before.id
    unsettled.lost += found.removed
    unsettled.come += found.added


def _under_old_keys(old: Parts, new: Parts, keys: KeysOfWords) -> Iterator[Part]:
    """The new parts; those without an id in the document under the keys of the old ones."""
    for part in new:
        if part.sort not in _NAMED_BY:
            yield part
    owners = dict.fromkeys((part.owner, part.sort) for part in new if part.sort in _NAMED_BY)
    statements: Unsettled[Part] = Unsettled(_said)
    for owner, sort in owners:
        small: Unsettled[Part] = Unsettled(_said)
        yield from _small_parts(old.children(owner, sort), new.children(owner, sort), small)
        if sort == "statement":
            statements.add(small, stays=owner in old)
        else:
            yield from _new_parts(small, keys)
    for owner in dict.fromkeys(part.owner for part in old.of_sort("statement")):
        if (owner, "statement") not in owners:
            gone = old.children(owner, "statement")
            (statements.lost if owner in new else statements.fallen).extend(gone)
    yield from _new_parts(statements, keys)


def _small_parts(
    old: Sequence[Part], new: Sequence[Part], unsettled: Unsettled[Part]
) -> Iterator[Part]:
    found = match(
        old, new, keys=(_said, lambda part: plain(_said(part)) or None), text=_said, least=60.0
    )
    partner = {id(after): before for before, after in found.pairs}
    in_place = list(paired_in_place(old, new, partner, _said))
    here = {id(part) for pair in in_place for part in pair}
    for before, after in (*found.pairs, *in_place):
        yield replace(after, key=before.key)
    unsettled.lost += (part for part in found.removed if id(part) not in here)
    unsettled.come += (part for part in found.added if id(part) not in here)


def _new_parts(unsettled: Unsettled[Part], keys: KeysOfWords) -> Iterator[Part]:
    for lost, found in unsettled.moved():
        yield replace(found, key=lost.key)
    for part in unsettled.new():
        yield replace(part, key=keys.new(part.sort, _said(part)))


def _said(part: Part) -> str:
    return str(part[_NAMED_BY[part.sort]])
