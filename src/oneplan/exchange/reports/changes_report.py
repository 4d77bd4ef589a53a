"""The changes between two versions of a plan, gathered as an officer reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oneplan.document.differences.changes import Change, ChangeKind
from oneplan.document.schema import PlanDocument

GROUPS: tuple[tuple[str, tuple[ChangeKind, ...]], ...] = (
    ("Figures changed", ("baseline", "target", "money", "milestones")),
    ("Dates and people changed", ("due", "leads", "partners", "period", "status", "members")),
    ("New", ("added",)),
    ("Gone", ("removed",)),
    ("Moved", ("moved",)),
    ("Reworded", ("text", "steps", "category", "strategies", "groups", "places", "link")),
    ("Renumbered", ("renumbered", "version")),
)


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one sort under the heading that names it."""

    heading: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ChangesReport:
    """Two versions by name, and what differs, the gravest group first."""

    old: str
    new: str
    title: str
    groups: tuple[ChangeGroup, ...]

    @property
    def headline(self) -> str:
        """The finding in a sentence without a full stop."""
        count = sum(len(group.changes) for group in self.groups)
        if count == 0:
            return "The two plans say the same"
        return f"{count} {'thing differs' if count == 1 else 'things differ'} between the two plans"


def changes_report(
    changes: Sequence[Change], old: str, new: str, plan: PlanDocument
) -> ChangesReport:
    """The changes by group; ``old`` and ``new`` name the versions, ``plan`` is the new one."""
    groups = tuple(
        ChangeGroup(heading, tuple(change for change in changes if change.kind in kinds))
        for heading, kinds in GROUPS
    )
    return ChangesReport(old, new, plan.title, tuple(group for group in groups if group.changes))
