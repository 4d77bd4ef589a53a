"""Plans kept in memory between requests: bounded, and safe for many threads."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from oneplan.document.schema import PlanDocument
from oneplan.partnership.plans.parts.document import document_of
from oneplan.partnership.plans.rows import Standing

MOST_PARTS = 30_000
"""Parts of all plans together; each takes about 6 kB with its share of the document."""


class KeptPlan:
    """A plan at one revision with its document, which is made when it is first asked for."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self._document: PlanDocument | None = None

    @property
    def document(self) -> PlanDocument:
        """The plan as a document. All who ask are given the same one: nobody changes it."""
        made = self._document
        if made is None:
            made = self._document = document_of(self.standing.parts)
        return made


class KeptPlans:
    """The plans used last, each at its newest state; those that were not used longest go first."""

    def __init__(self, most_parts: int = MOST_PARTS) -> None:
        self._most_parts = most_parts
        self._kept: OrderedDict[int, KeptPlan] = OrderedDict()
        self._parts = 0
        self._lock = Lock()

    def get(self, plan: int, state: str) -> KeptPlan | None:
        """The plan with this number in exactly this state, None where that is not kept."""
        with self._lock:
            found = self._kept.get(plan)
            if found is None or found.standing.state != state:
                return None
            self._kept.move_to_end(plan)
            return found

    def keep(self, plan: int, standing: Standing) -> KeptPlan:
        """Keeps a plan in this state instead of any other."""
        new = KeptPlan(standing)
        with self._lock:
            self._forget(plan)
            self._kept[plan] = new
            self._parts += len(standing.parts)
            while self._parts > self._most_parts and len(self._kept) > 1:
                self._forget(next(iter(self._kept)))
        return new

    def _forget(self, plan: int) -> None:
        gone = self._kept.pop(plan, None)
        if gone is not None:
            self._parts -= len(gone.standing.parts)


PLANS = KeptPlans()
"""The plans that this process keeps."""
