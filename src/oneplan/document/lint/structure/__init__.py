"""The rules of the family "structure", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule

STRUCTURE_RULES: tuple[Rule, ...] = ()
