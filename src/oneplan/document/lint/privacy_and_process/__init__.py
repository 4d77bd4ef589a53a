"""The rules of the family "privacy and process", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.privacy_and_process import (
    decision_before_analysis,
    personal_contact_published,
    priorities_agreed_before_close,
    small_number_published,
)
from oneplan.document.lint.rule import Rule

PRIVACY_AND_PROCESS_RULES: tuple[Rule, ...] = (
    small_number_published.RULE,
    personal_contact_published.RULE,
    decision_before_analysis.RULE,
    priorities_agreed_before_close.RULE,
)
