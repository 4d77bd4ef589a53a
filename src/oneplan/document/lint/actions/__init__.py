"""The rules of the family "actions", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule

ACTION_RULES: tuple[Rule, ...] = ()
