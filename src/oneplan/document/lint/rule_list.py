"""The red pen's rules, by family, in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.across_the_plan import ACROSS_RULES
from oneplan.document.lint.actions import ACTION_RULES
from oneplan.document.lint.dates import DATE_RULES
from oneplan.document.lint.measures import MEASURE_RULES
from oneplan.document.lint.privacy_and_process import PRIVACY_AND_PROCESS_RULES
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.structure import STRUCTURE_RULES
from oneplan.document.lint.totals import TOTAL_RULES
from oneplan.document.lint.words import WORD_RULES

RULES: tuple[Rule, ...] = (
    *MEASURE_RULES,
    *DATE_RULES,
    *ACROSS_RULES,
    *ACTION_RULES,
    *STRUCTURE_RULES,
    *TOTAL_RULES,
    *WORD_RULES,
    *PRIVACY_AND_PROCESS_RULES,
)
