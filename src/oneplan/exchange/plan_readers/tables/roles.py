"""The parts a column of an action table can play, and the report of which column plays which."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from oneplan.vocabulary.findings import Source

Role = Literal[
    "reference",
    "action",
    "steps",
    "start",
    "due",
    "measures",
    "indicator",
    "baseline",
    "target",
    "milestones",
    "funding",
    "partners",
    "leads",
    "partners_and_leads",
    "strategies",
    "groups",
    "strategies_and_groups",
    "places",
    "status",
    "progress",
    "outcome",
    "priority",
    "area",
    "category",
    "recommendation",
    "page",
    "ignore",
]
"""What a column holds. A caller may set any of these for a column header.

reference: the action's number · action: what will be done · steps: how, step by step · start, due:
from when, by when · measures: how progress is known · indicator: the indicator's name or code ·
baseline, target, milestones: parts of the measure in columns of their own · funding: money ·
partners, leads, partners_and_leads: who helps, who answers for it, both in one cell · strategies,
groups, strategies_and_groups: linked plans, linked bodies, both · places: where · status: how it
stands (RAG) · progress: comments, kept out of the plan · outcome, priority, area: the part of the
plan that the row serves · category: the kind of action · recommendation, page: the inspection
report that the action answers · ignore: nothing that the plan document has a place for.
"""

ROLES: tuple[Role, ...] = get_args(Role)

ELEMENT_ROLES: tuple[Role, ...] = ("outcome", "priority", "area")
"""The columns that name a part of the plan, from the outermost."""


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column, its header as printed, the role it was given and how sure that is, from 0 to 1."""

    column: int
    header: str
    role: Role | None
    sure: float
    set_by_caller: bool = False


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What the columns of one table were taken for."""

    columns: tuple[MappedColumn, ...]
    source: Source = field(default_factory=Source)

    def role_of(self, column: int) -> Role | None:
        """The role of a column, None where it has none."""
        return next((known.role for known in self.columns if known.column == column), None)

    def has(self, *roles: Role) -> bool:
        """Whether any column plays any of these roles."""
        return any(known.role in roles for known in self.columns)
