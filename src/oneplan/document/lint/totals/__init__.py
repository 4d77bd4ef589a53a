"""The rules of the family "totals", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule
from oneplan.document.lint.totals import (
    percentage_disagrees_with_counts,
    percentages_do_not_sum,
    subgroup_exceeds_base,
    totals_do_not_add_up,
)

TOTAL_RULES: tuple[Rule, ...] = (
    totals_do_not_add_up.RULE,
    subgroup_exceeds_base.RULE,
    percentage_disagrees_with_counts.RULE,
    percentages_do_not_sum.RULE,
)
