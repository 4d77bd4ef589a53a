"""Plans come to be: empty, or of a document; and go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from oneplan.document.schema import PlanDocument
from oneplan.partnership.audit.models import Event
from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.address import address_of, free_address
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.partnership.plans.models import Plan
from oneplan.partnership.plans.operations.keeping import SourceFile, brought_in, keep_import
from oneplan.partnership.plans.operations.locked import Doing, locked, recorded
from oneplan.partnership.plans.operations.storable import storable, storable_parts
from oneplan.partnership.plans.parts.changes import DoesNotFit, must_not_be_too_deep
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.part import PLAN, Parts
from oneplan.partnership.plans.rows import add_parts, set_head
from oneplan.partnership.plans.stages import Stage

_LONGEST_ADDRESS = 60


@dataclass(frozen=True, slots=True)
class Started:
    """A plan that came to be: its address and its first revision."""

    slug: str
    revision: int


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def start_plan(*, title: str, by: Member, at: datetime) -> Started:
    """An empty plan in the member's partnership, a draft.

    One of the same title that the member has begun, and nobody has touched since, is that plan.

    Raises:
        Refused: it has no title.
        NotAllowed: the member may not edit plans.
    """
    if not title.strip():
        raise Refused({"title": "Enter what the plan is called"})
    _lock(by.partnership)
    before = _untouched(title, by)
    if before is not None:
        return Started(before.slug, before.revision)
    row, parts = _new(PlanDocument(title=title.strip()), by, at)
    start = Happened("start", PLAN, row.title, None, dict(parts.plan.fields))
    done = recorded(Doing(row, by, at, "start"), [start])
    return Started(row.slug, done.revision)


def _untouched(title: str, by: Member) -> Plan | None:
    """An empty plan of this title that the member has begun, as it was begun."""
    alike = Plan.objects.of(by.partnership).filter(title=storable(title.strip()), revision=1)
    begun = Event.objects.filter(operation="start", actor_key=by.actor.key, number=1)
    own = set(
        begun.filter(stream__in=[each.key for each in alike]).values_list("stream", flat=True)
    )
    return next((each for each in alike if each.key in own), None)


@requires(Permission.IMPORT_PLANS)
@transaction.atomic
def import_plan(*, document: PlanDocument, file: SourceFile, by: Member, at: datetime) -> Started:
    """A draft plan of a document that was read, in the member's partnership.

    The document is kept as it was read, and the history tells of it in one event. A reading that has
    become a plan is that plan: it does not become another.

    Raises:
        Refused: more than 40 elements stand below one another.
        NotAllowed: the member may not import plans.
    """
    _lock(by.partnership)
    before = brought_in(file, by.partnership)
    if before is not None:
        return Started(before.plan.slug, before.plan.revision)
    row, parts = _new(document, by, at)
    add_parts(row, (part for part in parts if part.sort != "plan"))
    counts = {f"{sort}s": len(parts.of_sort(sort)) for sort in ("element", "action", "measure")}
    told = {"title": row.title, "file": file.name, "fingerprint": file.fingerprint, **counts}
    start = Happened("import", file.fingerprint, file.name, None, told)
    doing = Doing(row, by, at, "import")
    done = recorded(doing, [start])
    keep_import(doing, parts, file, done)
    return Started(row.slug, done.revision)


def _new(document: PlanDocument, by: Member, at: datetime) -> tuple[Plan, Parts]:
    """A row for a plan of these parts, in the partnership and locked, and the parts as they can be kept."""
    parts = Parts(storable_parts(parts_of(document)))
    try:
        must_not_be_too_deep(parts.by_key())
    except DoesNotFit as error:
        raise Refused({"document": str(error)}) from error
    row = Plan(
        partnership=by.partnership,
        slug=_free_address(str(parts.plan["title"]), by.partnership),
        started_at=at,
        changed_at=at,
    )
    set_head(row, parts.plan)
    row.save()
    return row, parts


def _free_address(title: str, partnership: Partnership) -> str:
    """An address made of the title that no plan of the partnership has, removed ones included.

    The partnership's row is locked, so that two plans of one title do not take the same.
    """
    _lock(partnership)
    wish = address_of(title, _LONGEST_ADDRESS, "plan")
    alike = Plan.objects.filter(partnership=partnership, slug__startswith=wish)
    return free_address(wish, set(alike.values_list("slug", flat=True)))


def _lock(partnership: Partnership) -> None:
    """Lets nobody else begin a plan of the partnership until the operation ends."""
    Partnership.objects.select_for_update().get(pk=partnership.pk)


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def remove_plan(*, plan: str, by: Member, at: datetime) -> None:
    """Takes a plan out of all lists; it is kept and can be restored.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not edit plans.
    """
    row = locked(plan, by)
    row.removed_at = at
    recorded(Doing(row, by, at, "remove"), [_removal(row, at, gone=True)])


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def restore_plan(*, plan: str, by: Member, at: datetime) -> None:
    """Brings a plan back that was removed, as it was.

    Raises:
        NotThere: the partnership never had such a plan, or has it still.
        NotAllowed: the member may not edit plans.
    """
    gone = Plan.objects.filter(partnership=by.partnership).exclude(removed_at=None)
    row = gone.select_for_update().filter(slug=plan).first()
    if row is None:
        raise NotThere(plan)
    row.removed_at = None
    recorded(Doing(row, by, at, "restore"), [_removal(row, at, gone=False)])


def _removal(row: Plan, at: datetime, *, gone: bool) -> Happened:
    there, away = {"removed_at": None}, {"removed_at": at.isoformat()}
    return Happened("removal", PLAN, row.title, there if gone else away, away if gone else there)


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def set_stage(*, plan: str, stage: Stage, by: Member, at: datetime) -> None:
    """Says that a plan is a draft, agreed or over.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not edit plans.
    """
    row = locked(plan, by)
    if row.stage == stage:
        return
    before, row.stage = {"stage": str(row.stage)}, stage
    told = Happened("stage", PLAN, row.title, before, {"stage": stage.value})
    recorded(Doing(row, by, at, "stage"), [told])
