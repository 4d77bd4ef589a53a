"""Plans as they once were: as they stand, with the later events undone."""

from __future__ import annotations

from oneplan.partnership.audit.models import Event
from oneplan.partnership.plans.happened import changes_of
from oneplan.partnership.plans.parts.changes import applied, inverse
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.rows import Standing


class NeverWas(Exception):
    """The plan never had this revision."""


def parts_at(plan: int, now: Standing, revision: int) -> Parts:
    """The parts of a plan as they were at a revision, in one query.

    What others have done to the plan since ``now`` was read is not heeded.

    Raises:
        NeverWas: the plan is not that far yet, or did not have its parts yet.
    """
    if revision > now.revision or revision < 1:
        raise NeverWas(f"The plan never had revision {revision}.")
    later = Event.objects.of_stream(f"plan:{plan}").filter(
        number__gt=revision, number__lte=now.revision
    )
    return applied(now.parts, inverse(changes_of(later)))
