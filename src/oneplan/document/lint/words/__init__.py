"""The rules of the family "words", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule

WORD_RULES: tuple[Rule, ...] = ()
