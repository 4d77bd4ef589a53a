"""The rules of the family "dates", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule

DATE_RULES: tuple[Rule, ...] = ()
