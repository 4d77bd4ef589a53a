"""The tables of the room: plans and their parts, links, versions, imports, and what was said of findings."""

from oneplan.partnership.plans.models.findings import AcceptedFinding, GivenFinding
from oneplan.partnership.plans.models.links import ActionLink, PlanLink
from oneplan.partnership.plans.models.plans import Plan
from oneplan.partnership.plans.models.rows import (
    ROWS,
    Action,
    Body,
    Element,
    Measure,
    Place,
    Row,
    Statement,
    Term,
)
from oneplan.partnership.plans.models.versions import Import, Version

__all__ = [
    "ROWS",
    "AcceptedFinding",
    "Action",
    "ActionLink",
    "Body",
    "Element",
    "GivenFinding",
    "Import",
    "Measure",
    "Place",
    "Plan",
    "PlanLink",
    "Row",
    "Statement",
    "Term",
    "Version",
]
