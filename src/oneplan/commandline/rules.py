"""``oneplan rules``: the red pen's rules explained."""

from __future__ import annotations

from typing import Annotated

import typer

from oneplan.commandline.files import give
from oneplan.commandline.outcome import CouldNot


def rules(
    name: Annotated[str | None, typer.Argument(metavar="RULE", help="One rule, whole.")] = None,
) -> None:
    """Lists the red pen's rules, or explains one: what it means, why it matters, examples.

    Example: `oneplan rules direction-contradicts-values`
    """
    from rapidfuzz import process

    from oneplan.document.lint.rule_list import RULES
    from oneplan.exchange.reports.rule_pages import rule_as_text, rules_as_text

    if name is None:
        give(rules_as_text(), None)
        return
    for rule in RULES:
        if rule.name == name:
            give(rule_as_text(rule), None)
            return
    nearest = process.extractOne(name, [rule.name for rule in RULES])
    cure = f"Did you mean {nearest[0]}?" if nearest else ""
    raise CouldNot(f"There is no rule {name!r}.", cure)
