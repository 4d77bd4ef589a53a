"""The rules of the family "across the plan", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule

ACROSS_RULES: tuple[Rule, ...] = ()
