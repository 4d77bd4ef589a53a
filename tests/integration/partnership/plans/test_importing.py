"""A document that is brought in comes out again whole, whatever the database."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings

from builders.any_plan import PLANS
from builders.live_plans import BEGAN, FILE, live, now, officer, small_plan
from oneplan.document.files import from_yaml
from oneplan.document.schema import Element, PlanDocument
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import NotAllowed
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.kept import PLANS as KEPT
from oneplan.partnership.plans.models import Import
from oneplan.partnership.plans.operations.starting import import_plan, start_plan
from oneplan.partnership.plans.operations.storable import storable_parts
from oneplan.partnership.plans.parts.document import document_of, parts_of
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.rows import read_parts

EXAMPLES = sorted(
    file.name for file in files("oneplan.examples").iterdir() if file.name.endswith(".yaml")
)

pytestmark = pytest.mark.django_db


def _read_anew(plan: int) -> PlanDocument:
    standing = read_parts(plan)
    assert standing
    return document_of(standing.parts)


@given(PLANS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_plan_comes_out_as_it_came_in(db: None, document: PlanDocument) -> None:  # noqa: ARG001
    plan = live(document)
    assert _read_anew(plan.id) == document_of(Parts(storable_parts(parts_of(document))))


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_plan_comes_out_as_it_came_in(name: str) -> None:
    document = from_yaml((files("oneplan.examples") / name).read_text(encoding="utf-8"))
    plan = live(document)
    assert _read_anew(plan.id) == document_of(parts_of(document))


def test_the_history_tells_of_an_import_in_one_event_and_the_document_is_kept() -> None:
    plan = live()
    (event,) = Event.objects.of_stream(plan.key)
    assert (event.operation, event.label, event.actor_label) == (
        "import",
        "fenshire.docx",
        "Officer",
    )
    assert event.after["actions"] == 2
    kept = Import.objects.get()
    assert PlanDocument.model_validate(kept.document) == plan.document
    assert (kept.revision, kept.fingerprint) == (plan.revision, FILE.fingerprint)


def test_what_a_database_cannot_keep_is_left_out() -> None:
    plan = live(
        PlanDocument(title="Fen\x00shire", elements=[Element(kind="outcome", title="\x00")])
    )
    assert plan.title == "Fenshire"
    assert _read_anew(plan.id).elements[0].title == ""


def test_two_plans_of_one_title_have_two_addresses() -> None:
    assert [live().slug, live().slug, live(of="marshire").slug] == [
        "a-plan-for-fenshire",
        "a-plan-for-fenshire-2",
        "a-plan-for-fenshire",
    ]


def test_an_empty_plan_is_started_with_its_title() -> None:
    started = start_plan(title="Climate plan", by=officer(), at=BEGAN)
    plan = now(started.slug)
    assert plan.document == PlanDocument(title="Climate plan")
    assert (plan.revision, plan.stage) == (started.revision, "draft")


def test_who_may_not_import_does_not() -> None:
    with pytest.raises(NotAllowed):
        import_plan(document=small_plan(), file=FILE, by=officer(role=Role.LEAD_OFFICER), at=BEGAN)


def test_a_plan_that_is_kept_in_memory_is_what_the_database_holds() -> None:
    plan = live()
    assert plan.parts == now(plan.slug).parts
    kept = KEPT.get(plan.id, plan.kept.standing.state)
    assert kept
    assert kept.standing == read_parts(plan.id)
