"""Plans with ids of any kind, and plans that somebody has changed, as Hypothesis strategies."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from builders.any_plan import PLANS
from oneplan.document.schema import Action, Element, Measure, PlanDocument
from oneplan.partnership.plans.parts.changes import Change, applied
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.editing.moving import moved
from oneplan.partnership.plans.parts.editing.tree import added, removed
from oneplan.partnership.plans.parts.part import Parts

_IDS = st.sampled_from([None, "", "a", "b", "plan", "plan.statement-1", "x" * 200, "Å/ ö"])
_WORDS = st.sampled_from(["Open a café", "Train staff", "Visit homes", "", "Ask young people"])


@st.composite
def _any_ids(draw: st.DrawFn) -> PlanDocument:
    plan = draw(PLANS)
    for part in _with_ids(plan.elements):
        part.id = draw(_IDS)
    return plan


PLANS_WITH_ANY_IDS: st.SearchStrategy[PlanDocument] = _any_ids()


def _with_ids(elements: list[Element]) -> list[Element | Action | Measure]:
    found: list[Element | Action | Measure] = []
    for element in elements:
        found += [element, *element.measures, *element.actions, *_with_ids(element.children)]
        found += [measure for action in element.actions for measure in action.measures]
    return found


@st.composite
def any_edit(draw: st.DrawFn, parts: Parts) -> Sequence[Change]:
    """One thing that a person may do to these parts."""
    keys = sorted(part.key for part in parts if part.sort != "plan")
    elements = sorted(part.key for part in parts.of_sort("element"))
    if not keys or draw(st.integers(0, 5)) == 0:
        owner = draw(st.sampled_from(["", *elements]))
        fields = {"kind": "priority", "title": draw(_WORDS)}
        return added(parts, "element", owner, fields)
    key = draw(st.sampled_from(keys))
    what = draw(st.sampled_from(["text", "text", "remove", "move", "action"]))
    if what == "remove":
        return removed(parts, key)
    if what == "action" and elements:
        owner = draw(st.sampled_from(elements))
        return added(parts, "action", owner, {"text": draw(_WORDS)})
    if what == "move" and parts[key].sort in ("action", "statement") and elements:
        return moved(parts, key, draw(st.sampled_from(elements)))
    name = next(name for name in ("text", "title", "term", "name") if name in parts[key].fields)
    return with_fields(parts, key, {name: draw(_WORDS)})


@st.composite
def _edited(draw: st.DrawFn) -> tuple[Parts, Parts]:
    before = parts_of(draw(PLANS))
    after = before
    for _ in range(draw(st.integers(0, 5))):
        after = applied(after, draw(any_edit(after)))
    return before, after


EDITED: st.SearchStrategy[tuple[Parts, Parts]] = _edited()
"""A plan, and what it became by some edits."""


@st.composite
def _edited_by_two(draw: st.DrawFn) -> tuple[Parts, Sequence[Change], Sequence[Change]]:
    before = parts_of(draw(PLANS))
    return before, draw(any_edit(before)), draw(any_edit(before))


EDITED_BY_TWO: st.SearchStrategy[tuple[Parts, Sequence[Change], Sequence[Change]]] = (
    _edited_by_two()
)
"""A plan and two edits of it, each made without knowing of the other."""
