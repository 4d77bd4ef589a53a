"""The rules of the family "privacy and process", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule

PRIVACY_AND_PROCESS_RULES: tuple[Rule, ...] = ()
