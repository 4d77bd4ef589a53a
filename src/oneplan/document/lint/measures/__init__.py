"""The rules of the family "a measure alone", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.measures import (
    baseline_to_be_set,
    comparator_missing,
    direction_contradicts_values,
    false_precision,
    invalid_period,
    milestone_already_met,
    missing_baseline,
    missing_baseline_period,
    missing_target,
    missing_target_period,
    negligible_target,
    numbers_disagree_within_action,
    percent_or_points_unclear,
    same_period_baseline_target,
    stated_change_does_not_match_values,
    target_contradicts_aim,
    target_turns_back,
    unit_mismatch,
    unit_suspect,
    vague_measure,
)
from oneplan.document.lint.rule import Rule

MEASURE_RULES: tuple[Rule, ...] = (
    direction_contradicts_values.RULE,
    stated_change_does_not_match_values.RULE,
    same_period_baseline_target.RULE,
    unit_mismatch.RULE,
    percent_or_points_unclear.RULE,
    unit_suspect.RULE,
    invalid_period.RULE,
    missing_baseline.RULE,
    missing_baseline_period.RULE,
    missing_target.RULE,
    missing_target_period.RULE,
    baseline_to_be_set.RULE,
    vague_measure.RULE,
    negligible_target.RULE,
    false_precision.RULE,
    milestone_already_met.RULE,
    target_turns_back.RULE,
    target_contradicts_aim.RULE,
    numbers_disagree_within_action.RULE,
    comparator_missing.RULE,
)
