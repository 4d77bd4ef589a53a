"""A newer document is known again part by part; only what is different is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.any_plan import PLANS
from builders.live_plans import small_plan
from builders.twenty_edits import as_read_anew, twenty_edits
from oneplan.document.files import from_yaml
from oneplan.document.schema import Action, PlanDocument, Statement, Term
from oneplan.partnership.plans.parts.changes import Change, applied, changes_between
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.order import in_order_of
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.partnership.plans.parts.second_reading import read_again


def _told(edit: Callable[[PlanDocument], object]) -> list[tuple[str, str, list[str]]]:
    old = small_plan()
    new = old.model_copy(deep=True)
    edit(new)
    before = parts_of(old)
    changes = changes_between(before, read_again(before, as_read_anew(parts_of(new))))
    return [
        (change.sort, change.key, sorted(change.after) if change.before and change.after else [])
        for change in changes
        if change.before is not None
    ]


def test_the_same_document_read_again_changes_nothing() -> None:
    before = parts_of(small_plan())
    assert changes_between(before, read_again(before, as_read_anew(parts_of(small_plan())))) == []


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
@settings(max_examples=30)
def test_whatever_is_read_again_is_what_was_read(plan: PlanDocument) -> None:
    before = parts_of(small_plan())
    after = applied(before, changes_between(before, read_again(before, plan)))
    assert as_read_anew(after) == as_read_anew(parts_of(plan))


def _row(key: str, position: float) -> Part:
    return Part("term", key, "", position, {"term": key, "meaning": "", "source": None})


def _table(keys: list[str]) -> Parts:
    return Parts([_row(key, float(place)) for place, key in enumerate(keys)])


@given(st.permutations("abcdefgh"), st.integers(0, 8))
@settings(max_examples=30)
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


@pytest.fixture(scope="module")
def long_plan() -> Parts:
    name = "worcestershire-2009-10.yaml"
    return parts_of(from_yaml((files("oneplan.examples") / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("seed", range(6))
def test_of_twenty_edits_of_a_long_plan_exactly_these_are_told(long_plan: Parts, seed: int) -> None:
    edited = twenty_edits(long_plan, seed)
    again = read_again(long_plan, as_read_anew(edited))
    assert _what(long_plan, changes_between(long_plan, again)) == _what(
        long_plan, changes_between(long_plan, edited)
    )


def _what(old: Parts, changes: Sequence[Change]) -> set[tuple[object, ...]]:
    """What changes do: the fields of parts that stay, what parts go, what is said by those that come.

    Of two parts that change places either may be the one that moved.
    """
    told: set[tuple[object, ...]] = set()
    for change in changes:
        if change.before is None and change.after is not None:
            owner = change.after["owner"]
            told.add(("comes", change.after.get("text"), owner if owner in old else "what is new"))
        elif change.after is None:
            told.add(("goes", change.key))
        else:
            told |= {(change.key, name) for name in change.after if name != "position"}
    return told
