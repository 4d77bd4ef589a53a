"""The names that a plan prints, as they are to be settled."""

from __future__ import annotations

from collections import Counter

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.schema import PlanDocument
from oneplan.partnership.partners.naming.names import Printed
from oneplan.partnership.partners.naming.settling import NameInPlan


def names_in(facts: PlanFacts, document: PlanDocument) -> list[NameInPlan]:
    """Every name of a body, post, group or strategy that the plan prints, and how often."""
    times: Counter[tuple[Printed, str]] = Counter()
    for placed in facts.actions:
        action = placed.action
        times.update((Printed.PARTNER, name) for name in action.partners)
        times.update((Printed.LEAD, name) for name in action.leads)
        times.update((Printed.GROUP, name) for name in action.groups)
        times.update((Printed.STRATEGY, name) for name in action.strategies)
    times.update((Printed.PARTNER, body.name) for body in document.organisations)
    return [NameInPlan(kind, text, number) for (kind, text), number in times.items()]


def acronyms_in(document: PlanDocument) -> dict[str, str]:
    """What the plan's glossary, and its list of bodies, say that short names stand for."""
    said = {alias: body.name for body in document.organisations for alias in body.aliases}
    return said | {term.term: term.meaning for term in document.glossary}
