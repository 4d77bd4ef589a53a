"""What differs between two versions of a plan, or a version and the plan as it stands."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.document.differences.changes import Change
from oneplan.document.differences.compare import compare_plans
from oneplan.document.schema import PlanDocument
from oneplan.partnership.last_used import LastUsed
from oneplan.partnership.plans.models import Version
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.queries.past import version_states
from oneplan.partnership.plans.queries.versions import version_document

_MOST_CHANGES = 20_000
"""Changes of all comparisons together; each takes about 1 kB."""

Changes = tuple[Change, ...]
_COMPARED: LastUsed[tuple[str, ...], Changes] = LastUsed(
    _MOST_CHANGES, lambda found: len(found) + 1
)
"""By the plan and the marks of its two states, which no other states of any plan have."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two states of a plan; a number of None is the plan as it stands."""

    old: str | None
    new: str | None
    changes: Changes


def compare(plan: LivePlan, old: str | None, new: str | None = None) -> Comparison | None:
    """A version of a plan beside another, or beside the plan as it stands (None).

    None where there is no version of such a number. It takes a query, and at most three more where the two
    were not compared lately. That a plan bears the number of its last version is no difference.
    """
    numbers = [number for number in (old, new) if number is not None]
    states = version_states(plan.partnership, plan.slug, *numbers) if numbers else {}
    if not states.keys() >= set(numbers):
        return None
    if old == new:
        return Comparison(old, new, ())
    now = plan.kept.standing.state
    key = (plan.key, *(now if each is None else states[each].mark for each in (old, new)))
    changes = _COMPARED.made(key, lambda: _changes(plan, old, new))
    return None if changes is None else Comparison(old, new, changes)


def _changes(plan: LivePlan, old: str | None, new: str | None) -> Changes | None:
    before, after = _document(plan, old), _document(plan, new)
    if before is None or after is None:
        return None
    found = compare_plans(before, after, same_ids=True)
    return tuple(each for each in found if not _only_frozen(plan, each))


def _document(plan: LivePlan, number: str | None) -> PlanDocument | None:
    return plan.document if number is None else version_document(plan.id, number)


def _only_frozen(plan: LivePlan, change: Change) -> bool:
    """Whether a change says no more than that the plan was frozen under a number in between."""
    if change.kind != "version" or change.after is None:
        return False
    return Version.objects.filter(plan=plan.id, number=change.after).exists()
