"""The rules of the family "structure", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule
from oneplan.document.lint.structure import (
    area_without_action,
    area_without_outcome_measure,
    focus_delegated,
    list_differs,
    organisation_unknown,
    success_without_measure,
    work_without_lead_or_date,
)

STRUCTURE_RULES: tuple[Rule, ...] = (
    area_without_outcome_measure.RULE,
    area_without_action.RULE,
    success_without_measure.RULE,
    work_without_lead_or_date.RULE,
    focus_delegated.RULE,
    list_differs.RULE,
    organisation_unknown.RULE,
)
