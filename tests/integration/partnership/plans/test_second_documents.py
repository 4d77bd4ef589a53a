"""A newer document beside a plan: what it offers, what is taken of it, what is left."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from django.db.models import QuerySet

from builders.live_plans import BEGAN, later, live, now, officer, retitled, small_plan
from oneplan.document.schema import Action, PlanDocument
from oneplan.partnership.plans.models import Import
from oneplan.partnership.plans.operations.change import Changed
from oneplan.partnership.plans.operations.keeping import (
    SourceFile,
    import_again,
)
from oneplan.partnership.plans.operations.starting import start_plan
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.queries.readings import second_reading
from oneplan.partnership.plans.queries.versions import (
    imports,
)

pytestmark = pytest.mark.django_db


def _newer(plan: LivePlan) -> PlanDocument:
    newer = plan.document.model_copy(deep=True)
    newer.elements[0].actions[0].text = "Train all wardens"
    newer.elements[0].actions[1].text = "Visit all homes"
    newer.elements[1].actions.append(Action(ref="WE 1", text="Walk to school"))
    return newer


def _brought(plan: LivePlan, document: PlanDocument, chosen: Collection[str]) -> Changed:
    reading = second_reading(plan, document)
    return import_again(
        plan=plan.slug,
        before=reading.before,
        read=reading.read,
        file=SourceFile("fenshire v2.docx", "1" * 64),
        edit=lambda _: [change for change in reading.changes if change.key in chosen],
        seen=plan.revision,
        by=officer(),
        at=later(),
    )


def test_a_second_document_is_brought_in_and_kept_beside_the_first() -> None:
    plan = live()
    newer = _newer(plan)
    retitled(plan, "sa-2", "Visit many homes")
    shown = now(plan.slug)
    reading = second_reading(shown, newer)
    new = reading.changes[-1].key
    assert [change.key for change in reading.changes] == ["sa-1", "sa-2", new]
    assert [conflict.theirs for conflict in reading.conflicts] == ["Visit many homes"]
    changed = _brought(shown, newer, ["sa-1", "sa-2", new])
    after = now(plan.slug)
    assert [conflict.key for conflict in changed.conflicts] == ["sa-2"]
    assert after.parts["sa-1"]["text"] == "Train all wardens"
    assert after.parts[new]["ref"] == "WE 1"
    assert after.revision == changed.revision
    assert [line.file for line in imports(after)] == ["fenshire v2.docx", "fenshire.docx"]
    read = PlanDocument.model_validate(Import.objects.latest("revision").document)
    assert read.elements[0].actions[1].text == "Visit all homes"


def test_what_was_not_chosen_of_a_second_document_is_offered_by_the_third_as_left() -> None:
    plan = live()
    newer = _newer(plan)
    _brought(plan, newer, ["sa-1"])
    newest = newer.model_copy(deep=True)
    newest.elements[0].code = "I"
    reading = second_reading(now(plan.slug), newest)
    assert [each.key for each in reading.changes][:2] == ["safe", "sa-2"]
    again = [
        reading.left.is_again([each], [(each.key, name) for name in (*each.names, "")])
        for each in reading.changes
    ]
    assert again == [False, True, True]


def test_what_somebody_edited_is_not_turned_back_by_the_next_document() -> None:
    plan = live()
    newer = _newer(plan)
    retitled(plan, "sa-1", "Train nobody")
    _brought(now(plan.slug), newer, ["sa-2"])
    reading = second_reading(now(plan.slug), newer)
    assert [(each.key, each.theirs) for each in reading.conflicts] == [("sa-1", "Train nobody")]
    assert not any(each.key == "sa-2" for each in reading.changes)


def test_a_document_of_which_it_was_not_kept_what_was_taken_is_compared_whole() -> None:
    plan = live()
    _brought(plan, _newer(plan), ["sa-1", "sa-2"])
    QuerySet(Import).update(base=None, left=None)  # as they were kept before this was kept
    assert second_reading(now(plan.slug), _newer(plan)).changes == ()


def test_a_plan_that_was_never_brought_in_is_compared_as_it_stands() -> None:
    started = start_plan(title="Climate plan", by=officer(), at=BEGAN)
    reading = second_reading(now(started.slug), small_plan())
    assert reading.conflicts == ()
    assert len(reading.changes) == len(parts_of(small_plan()))
