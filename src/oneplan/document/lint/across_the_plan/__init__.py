"""The rules of the family "across the plan", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.across_the_plan import (
    baseline_disagrees,
    baseline_disagrees_with_text,
    duplicate_measure,
    duplicate_resource,
    figures_disagree,
    indicator_code_two_names,
    indicator_code_unknown,
    indicator_code_wrong_name,
    indicator_name_two_codes,
    same_indicator_two_target_periods,
    same_indicator_two_targets,
    target_met_elsewhere,
)
from oneplan.document.lint.rule import Rule

ACROSS_RULES: tuple[Rule, ...] = (
    same_indicator_two_targets.RULE,
    same_indicator_two_target_periods.RULE,
    target_met_elsewhere.RULE,
    baseline_disagrees.RULE,
    baseline_disagrees_with_text.RULE,
    duplicate_measure.RULE,
    duplicate_resource.RULE,
    indicator_code_two_names.RULE,
    indicator_name_two_codes.RULE,
    indicator_code_unknown.RULE,
    indicator_code_wrong_name.RULE,
    figures_disagree.RULE,
)
