"""A newer document is known again part by part; only what is different is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.any_plan import PLANS
from builders.live_plans import small_plan
from oneplan.document.identity import with_ids
from oneplan.document.schema import Action, Element, Measure, PlanDocument, Statement, Term
from oneplan.partnership.plans.parts.changes import applied, changes_between
from oneplan.partnership.plans.parts.document import document_of, parts_of
from oneplan.partnership.plans.parts.order import in_order_of
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.partnership.plans.parts.second_reading import read_again


def _read(document: PlanDocument) -> PlanDocument:
    """A document as it comes from a reader: with ids that were made from its words."""
    document = document.model_copy(deep=True)
    for element in [*document.elements, *(c for e in document.elements for c in e.children)]:
        element.id = None
        for action in element.actions:
            action.id = None
            for measure in action.measures:
                measure.id = None
        for measure in element.measures:
            measure.id = None
    return with_ids(document)


def _told(edit: Callable[[PlanDocument], object]) -> list[tuple[str, str, list[str]]]:
    old = small_plan()
    new = old.model_copy(deep=True)
    edit(new)
    before = parts_of(old)
    changes = changes_between(before, read_again(before, _read(new)))
    return [
        (change.sort, change.key, sorted(change.after) if change.before and change.after else [])
        for change in changes
        if change.before is not None
    ]


def test_the_same_document_read_again_changes_nothing() -> None:
    before = parts_of(small_plan())
    assert changes_between(before, read_again(before, _read(small_plan()))) == []


def _reworded(plan: PlanDocument) -> None:
    plan.elements[0].actions[1].text = "Ask every household what it fears"


def _swapped(plan: PlanDocument) -> None:
    plan.elements[0].actions.reverse()


def _moved(plan: PlanDocument) -> None:
    plan.elements[1].actions.append(plan.elements[0].actions.pop(0))


def _measured(plan: PlanDocument) -> None:
    plan.elements[0].actions[0].measures[0].text = "55 wardens trained by March 2027"


def _retitled(plan: PlanDocument) -> None:
    plan.elements[1].title = "Well and active"


def _statement_before(plan: PlanDocument) -> None:
    plan.statements.insert(0, Statement(kind="value", text="We listen before we act"))


def _termless(plan: PlanDocument) -> None:
    plan.glossary.clear()


def _numbered_anew(plan: PlanDocument) -> None:
    plan.elements[0].actions.insert(0, Action(ref="SA 1", text="Paint crossings"))
    plan.elements[0].actions[1].ref = "SA 2"
    plan.elements[0].actions[2].ref = "SA 3"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (_reworded, [("action", "sa-2", ["text"])]),
        (_swapped, [("action", "sa-2", ["position"])]),
        (_moved, [("action", "sa-1", ["owner"])]),
        (_measured, [("measure", "sa-1.m", ["text"])]),
        (_retitled, [("element", "well", ["title"])]),
        (_statement_before, []),
        (_termless, [("term", "plan.term-1", [])]),
        (_numbered_anew, [("action", "sa-1", ["ref"]), ("action", "sa-2", ["ref"])]),
    ],
)
def test_only_what_differs_is_told(
    edit: Callable[[PlanDocument], object], told: list[tuple[str, str, list[str]]]
) -> None:
    assert _told(edit) == told


@given(PLANS)
@settings(max_examples=40)
def test_whatever_is_read_again_is_what_was_read(plan: PlanDocument) -> None:
    before = parts_of(small_plan())
    after = applied(before, changes_between(before, read_again(before, plan)))
    assert _without_ids(document_of(after)) == _without_ids(document_of(parts_of(plan)))


def _without_ids(plan: PlanDocument) -> PlanDocument:
    plan = plan.model_copy(deep=True)
    pending: list[Element] = [*plan.elements]
    while pending:
        element = pending.pop()
        pending += element.children
        measures: list[Measure] = [*element.measures]
        for action in element.actions:
            action.id = None
            measures += action.measures
        element.id = None
        for measure in measures:
            measure.id = None
    return plan


def _row(key: str, position: float) -> Part:
    return Part("term", key, "", position, {"term": key, "meaning": "", "source": None})


def _table(keys: list[str]) -> Parts:
    return Parts([_row(key, float(place)) for place, key in enumerate(keys)])


@given(st.permutations("abcdefgh"), st.integers(0, 8))
@settings(max_examples=60)
def test_an_order_is_kept_with_as_few_moves_as_it_takes(order: list[str], new: int) -> None:
    old = _table(list("abcdefgh"))
    wanted = _table([*order[:new], "new", *order[new:]])
    result = in_order_of(old, wanted)
    assert [part.key for part in result.children("")] == [p.key for p in wanted.children("")]
    staying = [part.key for part in result.children("") if old.get(part.key) == part]
    assert staying == sorted(staying)


def test_one_that_is_moved_is_the_only_one_that_moves() -> None:
    old = _table(list("abcdefgh"))
    result = in_order_of(old, _table(list("habcdefg")))
    assert [change.key for change in changes_between(old, result)] == ["h"]


def test_a_term_that_is_explained_anew_is_the_same_term() -> None:
    before = parts_of(small_plan())
    newer = small_plan()
    newer.glossary = [Term(term="FS", meaning="Financial Standards")]
    (change,) = changes_between(before, read_again(before, newer))
    assert (change.key, change.after) == ("plan.term-1", {"meaning": "Financial Standards"})
