"""Running the red pen over a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oneplan.document.lint.facts import Known, PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.rule_list import RULES
from oneplan.document.schema import PlanDocument
from oneplan.vocabulary.findings import Finding, Source, fingerprinted


def lint(
    plan: PlanDocument, known: Known | None = None, rules: Sequence[Rule] = RULES
) -> list[Finding]:
    """What the rules find in a plan, in the order of the source, each with its fingerprint."""
    facts = PlanFacts(plan, known)
    found = [finding for rule in rules for finding in rule.check(facts)]
    return fingerprinted(sorted(found, key=_place))


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


def _place(finding: Finding) -> tuple[int, int, int, int, int]:
    source = finding.source or Source()
    return (
        source.page or 0,
        source.line or 0,
        source.table or 0,
        source.row or 0,
        source.column or 0,
    )
