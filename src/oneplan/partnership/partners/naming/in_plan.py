"""The names that a plan prints, with how often, and what its own acronyms stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.schema import PlanDocument
from oneplan.partnership.partners.naming.names import Printed, shown
from oneplan.partnership.partners.naming.settling import NameInPlan


def names_in(facts: PlanFacts) -> list[NameInPlan]:
    """Every name of a partner, lead, group or strategy once, in the order of the plan."""
    times = Counter((kind, shown(text)) for kind, text in _printed(facts))
    return [NameInPlan(kind, text, number) for (kind, text), number in times.items() if text]


def acronyms_in(document: PlanDocument) -> dict[str, str]:
    """What the plan's glossary, and its list of bodies, say that short names stand for."""
    said = {alias: body.name for body in document.organisations for alias in body.aliases}
    return said | {term.term: term.meaning for term in document.glossary}


def _printed(facts: PlanFacts) -> Iterator[tuple[Printed, str]]:
    for body in facts.plan.organisations:
        yield Printed.PARTNER, body.name
    for placed in facts.elements:
        yield from ((Printed.PARTNER, text) for text in placed.element.members)
    for action in (placed.action for placed in facts.actions):
        yield from ((Printed.LEAD, text) for text in action.leads)
        yield from ((Printed.PARTNER, text) for text in action.partners)
        yield from ((Printed.GROUP, text) for text in action.groups)
        yield from ((Printed.STRATEGY, text) for text in action.strategies)
