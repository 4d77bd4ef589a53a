"""The rules of the family "totals", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule

TOTAL_RULES: tuple[Rule, ...] = ()
