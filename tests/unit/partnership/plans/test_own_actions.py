"""A lead officer reports on what their agency leads, and changes nothing that was agreed by all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from builders.live_plans import small_plan
from oneplan.partnership.plans.own_actions import OWN_FIELDS, not_own
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.editing.moving import moved
from oneplan.partnership.plans.parts.editing.tree import added, removed
from oneplan.partnership.plans.parts.part import PLAN, Parts
from oneplan.partnership.plans.parts.shapes import SHAPES

NUMBERS = {"Fire Service": 1, "Housing Trust": 2}
PLAN_OF_TWO = parts_of(small_plan())


def _bodies(leads: Sequence[str]) -> list[int]:
    return [NUMBERS[lead] for lead in leads if lead in NUMBERS]


def _may(changes: Sequence[Change], organisations: frozenset[int] = frozenset({1})) -> bool:
    return not_own(changes, PLAN_OF_TWO, organisations, _bodies) is None


@pytest.mark.parametrize(
    "edit",
    [
        lambda seen: with_fields(seen, "sa-1", {"status": "green", "steps": [], "due": None}),
        lambda seen: with_fields(seen, "sa-1.m", {"text": "50 wardens"}),
        lambda seen: added(seen, "measure", "sa-1", {"text": "No fire"}),
        lambda seen: removed(seen, "sa-1.m"),
    ],
)
def test_of_an_own_action_these_may_be_changed(edit: Callable[[Parts], list[Change]]) -> None:
    assert _may(edit(PLAN_OF_TWO))
    assert not _may(edit(PLAN_OF_TWO), frozenset({2}))
    assert not _may(edit(PLAN_OF_TWO), frozenset())


@pytest.mark.parametrize(
    "edit",
    [
        *(
            lambda _, name=name: [Change("action", "sa-1", {name: 1}, {name: 2})]
            for name in (*SHAPES["action"].fields, "owner", "position")
            if name not in OWN_FIELDS
        ),
        lambda seen: removed(seen, "sa-1"),
        lambda seen: added(seen, "action", "safe", {"text": "x", "leads": ["Fire Service"]}),
        lambda seen: moved(seen, "sa-1.m", "sa-2"),
        lambda seen: moved(seen, "sa-1.m", "safe"),
        lambda seen: with_fields(seen, "falls", {"text": "x"}),
        lambda seen: with_fields(seen, PLAN, {"title": "x"}),
        lambda seen: with_fields(seen, "plan.term-1", {"meaning": "x"}),
        lambda seen: with_fields(seen, "sa-2", {"status": "red"}),
    ],
)
def test_nothing_else_may(edit: Callable[[Parts], list[Change]]) -> None:
    assert not _may(edit(PLAN_OF_TWO))
