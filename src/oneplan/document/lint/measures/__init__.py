"""The rules of the family "measures", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule

MEASURE_RULES: tuple[Rule, ...] = ()
