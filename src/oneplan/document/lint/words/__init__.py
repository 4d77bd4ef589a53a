"""The rules of the family "words", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.rule import Rule
from oneplan.document.lint.words import (
    acronym_defined_twice,
    acronym_undefined,
    acronym_unused,
    acronym_wrong_meaning,
    missing_word,
    name_variant,
    repeated_word,
    unbalanced_text,
    wrong_word,
)

WORD_RULES: tuple[Rule, ...] = (
    acronym_undefined.RULE,
    acronym_defined_twice.RULE,
    acronym_wrong_meaning.RULE,
    acronym_unused.RULE,
    name_variant.RULE,
    unbalanced_text.RULE,
    repeated_word.RULE,
    missing_word.RULE,
    wrong_word.RULE,
)
