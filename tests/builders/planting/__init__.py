"""The planting kit: for every rule of the red pen its fault, planted in any plan at all.

One file a rule, named like the rule's own file, with ``PLANT = Plant(rule, plant, clean_twin)``:

* ``plant(plan, random)`` gives a :class:`~builders.planting.plant.Planted`: a changed copy of the plan,
  and where a finding of that rule must now stand. None where the plan has no room for the fault.
* ``clean_twin(plan, random)`` gives a changed copy that looks much the same and is right: sums that do
  add up, a fall that is meant to fall, a baseline in an earlier year, a shared indicator. No rule may
  report an *error* in it that the plan did not have before.

The fault is planted in the structured fields and the words alike, as a reader would have read them
(:mod:`builders.wording` fills both from one :class:`~builders.wording.Figure`), and in ever other places
and words, so that a rule that knows only a sentence does not find it. A new rule: one file here and one
line in :data:`PLANTS`.
"""

from __future__ import annotations

from builders.planting import (
    baseline_after_by_when,
    baseline_disagrees,
    baseline_to_be_set,
    by_when_after_plan_end,
    comparator_missing,
    direction_contradicts_values,
    duplicate_measure,
    duplicate_resource,
    false_precision,
    figures_disagree,
    impossible_date,
    indicator_code_two_names,
    indicator_code_unknown,
    indicator_code_wrong_name,
    indicator_name_two_codes,
    invalid_period,
    milestone_already_met,
    missing_baseline,
    missing_baseline_period,
    missing_by_when,
    missing_target,
    missing_target_period,
    negligible_target,
    numbers_disagree_within_action,
    percent_or_points_unclear,
    same_indicator_two_target_periods,
    same_indicator_two_targets,
    same_period_baseline_target,
    stated_change_does_not_match_values,
    step_after_by_when,
    target_after_by_when,
    target_after_plan_end,
    target_before_baseline,
    target_before_plan_start,
    target_contradicts_aim,
    unit_mismatch,
    unit_suspect,
    vague_measure,
)
from builders.planting.plant import Plant

PLANTS: tuple[Plant, ...] = (
    direction_contradicts_values.PLANT,
    stated_change_does_not_match_values.PLANT,
    same_period_baseline_target.PLANT,
    unit_mismatch.PLANT,
    percent_or_points_unclear.PLANT,
    unit_suspect.PLANT,
    invalid_period.PLANT,
    missing_baseline.PLANT,
    missing_baseline_period.PLANT,
    missing_target.PLANT,
    missing_target_period.PLANT,
    baseline_to_be_set.PLANT,
    vague_measure.PLANT,
    negligible_target.PLANT,
    false_precision.PLANT,
    milestone_already_met.PLANT,
    target_contradicts_aim.PLANT,
    numbers_disagree_within_action.PLANT,
    comparator_missing.PLANT,
    target_after_by_when.PLANT,
    step_after_by_when.PLANT,
    baseline_after_by_when.PLANT,
    target_before_baseline.PLANT,
    target_before_plan_start.PLANT,
    target_after_plan_end.PLANT,
    by_when_after_plan_end.PLANT,
    missing_by_when.PLANT,
    impossible_date.PLANT,
    same_indicator_two_targets.PLANT,
    same_indicator_two_target_periods.PLANT,
    baseline_disagrees.PLANT,
    duplicate_measure.PLANT,
    duplicate_resource.PLANT,
    indicator_code_two_names.PLANT,
    indicator_name_two_codes.PLANT,
    indicator_code_unknown.PLANT,
    indicator_code_wrong_name.PLANT,
    figures_disagree.PLANT,
)
