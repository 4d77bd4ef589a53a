"""Running the red pen over a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oneplan.document.lint.facts import Known
from oneplan.document.lint.red_pen import RedPen
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.rule_list import RULES
from oneplan.document.schema import PlanDocument
from oneplan.vocabulary.findings import Finding


def lint(
    plan: PlanDocument, known: Known | None = None, rules: Sequence[Rule] = RULES
) -> list[Finding]:
    """What the rules find in a plan, in the order of the source, each with its fingerprint."""
    return RedPen(known, rules).lint(plan)


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Rule]:
    """The rules that are selected (all where none is) and not ignored.

    Raises:
        KeyError: a name that no rule has.
    """
    names = {rule.name for rule in RULES}
    for name in (*select, *ignore):
        if name not in names:
            raise KeyError(name)
    wanted = set(select) or names
    return [rule for rule in RULES if rule.name in wanted and rule.name not in set(ignore)]
