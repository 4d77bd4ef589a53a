"""Live plans in a partnership, and the people who edit them; everything goes through the operations."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from oneplan.document.schema import (
    Action,
    Due,
    Element,
    Funding,
    Measure,
    Organisation,
    Period,
    Place,
    PlanDocument,
    Statement,
    Step,
    Term,
)
from oneplan.partnership.audit.operations import Actor
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.operations.change import Changed, Edit, change_plan
from oneplan.partnership.plans.operations.keeping import SourceFile
from oneplan.partnership.plans.operations.starting import import_plan
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.queries.live import LivePlan, plan_named

BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FILE = SourceFile("fenshire.docx", "0" * 64)


def partnership(slug: str = "fenshire") -> Partnership:
    """The partnership with this address, made where it is not there."""
    found, _ = Partnership.objects.get_or_create(slug=slug, defaults={"name": slug.capitalize()})
    return found


def officer(
    name: str = "Officer",
    role: Role = Role.PLAN_OFFICER,
    organisations: frozenset[int] = frozenset(),
    of: str = "fenshire",
) -> Member:
    """Somebody with a role in a partnership."""
    actor = Actor(f"person:{name}", name)
    return Member(partnership(of), actor, frozenset({role}), organisations)


def small_plan() -> PlanDocument:
    """A plan that has something of every sort."""
    return PlanDocument(
        title="A plan for Fenshire",
        partnership="Fenshire Together",
        period=Period(start="2026-04", end="2028-03"),
        version="0.9",
        statements=[Statement(kind="vision", text="Nobody is left out")],
        elements=[
            Element(
                id="safe",
                kind="outcome",
                label="Outcome",
                code="1",
                title="Safe",
                statements=[Statement(kind="context", text="Falls have doubled")],
                measures=[Measure(id="falls", text="Fewer falls")],
                actions=[
                    Action(
                        id="sa-1",
                        ref="SA 1",
                        text="Train wardens",
                        steps=[Step(text="Find a trainer")],
                        due=Due(text="March 2027", month="2027-03"),
                        leads=["Fire Service"],
                        funding=[Funding(text="£5,000", amount=5000.0, currency="GBP")],
                        measures=[Measure(id="sa-1.m", text="40 wardens trained by March 2027")],
                    ),
                    Action(id="sa-2", ref="SA 2", text="Visit homes", leads=["Housing Trust"]),
                ],
                children=[Element(id="roads", kind="priority", title="Safe on the road")],
            ),
            Element(id="well", kind="outcome", label="Outcome", code="2", title="Well"),
        ],
        organisations=[Organisation(name="Fire Service", aliases=["FS"])],
        glossary=[Term(term="FS", meaning="Fire Service")],
        places=[Place(name="Marsh End", kind="ward")],
    )


def live(document: PlanDocument | None = None, of: str = "fenshire") -> LivePlan:
    """A plan that was brought in, as it stands."""
    brought = import_plan(document=document or small_plan(), file=FILE, by=officer(of=of), at=BEGAN)
    return now(brought.slug, of)


def now(slug: str, of: str = "fenshire") -> LivePlan:
    """The plan as it stands."""
    found = plan_named(partnership(of), slug)
    assert found
    return found


def later(hours: float = 1) -> datetime:
    """A moment after everything began."""
    return BEGAN + timedelta(hours=hours)


def edited(plan: LivePlan, edit: Edit, hours: float = 1, by: Member | None = None) -> Changed:
    """What comes of an edit by somebody who saw this plan."""
    return change_plan(
        plan=plan.slug, edit=edit, seen=plan.revision, by=by or officer(), at=later(hours)
    )


def retitled(plan: LivePlan, key: str, text: str, hours: float = 1) -> Changed:
    """What comes of giving an action, or another part with a text, a new one."""
    return edited(plan, lambda seen: with_fields(seen, key, {"text": text}), hours)
