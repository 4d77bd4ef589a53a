"""The rules of the family "dates", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.dates import (
    baseline_after_by_when,
    by_when_after_plan_end,
    impossible_date,
    missing_by_when,
    step_after_by_when,
    target_after_by_when,
    target_after_plan_end,
    target_before_baseline,
    target_before_plan_start,
    targets_end_before_plan,
)
from oneplan.document.lint.rule import Rule

DATE_RULES: tuple[Rule, ...] = (
    target_after_by_when.RULE,
    step_after_by_when.RULE,
    baseline_after_by_when.RULE,
    target_before_baseline.RULE,
    target_before_plan_start.RULE,
    target_after_plan_end.RULE,
    targets_end_before_plan.RULE,
    by_when_after_plan_end.RULE,
    missing_by_when.RULE,
    impossible_date.RULE,
)
