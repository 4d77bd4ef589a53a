"""Plans kept in memory between requests: bounded, and safe for many threads."""

from __future__ import annotations

from functools import cached_property

from oneplan.document.schema import PlanDocument
from oneplan.partnership.last_used import LastUsed
from oneplan.partnership.plans.parts.document import Documents
from oneplan.partnership.plans.rows import Standing, read_parts, read_removed

MOST_PARTS = 30_000
"""Parts of all plans together; each takes about 6 kB with its share of the document."""


class KeptPlan:
    """A plan at one revision with its document, which is made when it is first asked for."""

    def __init__(self, plan: int, standing: Standing, before: KeptPlan | None = None) -> None:
        self._plan = plan
        self.standing = standing
        self._documents: Documents = before._documents if before else Documents()

    @cached_property
    def document(self) -> PlanDocument:
        """The plan as a document. All who ask are given the same one: nobody changes it.

        What is in it as it was before is the same object as in the document before.
        """
        return self._documents.of(self.standing.parts)

    def ever_below(self, key: str) -> set[str]:
        """The keys of all that hangs below a part, or hung there when it was removed.

        The database is asked for what was removed once for this state of the plan.
        """
        found: set[str] = set()
        pending = {key}
        while pending:
            below = {part.key for owner in pending for part in self.standing.parts.children(owner)}
            below.update(*(self._removed.get(owner, ()) for owner in pending))
            pending = below - found
            found |= pending
        return found

    @cached_property
    def _removed(self) -> dict[str, list[str]]:
        """What was removed, by what it hung on."""
        gone: dict[str, list[str]] = {}
        for key, owner in read_removed(self._plan):
            gone.setdefault(owner, []).append(key)
        return gone


class KeptPlans:
    """The plans used last, each at its newest state; those that were not used longest go first."""

    def __init__(self, most_parts: int = MOST_PARTS) -> None:
        self._kept: LastUsed[int, KeptPlan] = LastUsed(most_parts, _size)

    def get(self, plan: int, state: str) -> KeptPlan | None:
        """The plan with this number in exactly this state, None where that is not kept."""
        found = self._kept.get(plan)
        return found if found is not None and found.standing.state == state else None

    def read(self, plan: int, state: str) -> KeptPlan | None:
        """The plan in this state, read where it is not kept; as it is by now where it has changed since.

        Of several who ask at once one reads it. None where there is no such plan any more.
        """
        kept = self.get(plan, state)
        if kept is not None:
            return kept
        with self._kept.alone(plan):
            kept = self.get(plan, state)
            standing = None if kept else read_parts(plan)
            return self.keep(plan, standing) if standing else kept

    def keep(self, plan: int, standing: Standing) -> KeptPlan:
        """Keeps a plan in this state instead of any other."""
        new = KeptPlan(plan, standing, self._kept.get(plan))
        self._kept.keep(plan, new)
        return new


def _size(kept: KeptPlan) -> int:
    return len(kept.standing.parts)


PLANS = KeptPlans()
"""The plans that this process keeps."""
