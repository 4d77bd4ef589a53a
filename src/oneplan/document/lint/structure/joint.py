"""Which areas of a plan a neighbour's heading names beside others."""

from __future__ import annotations

from oneplan.document.joint_areas import joint_headings
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.remembered import remembered
from oneplan.document.schema import Element


@remembered
def named_jointly(facts: PlanFacts) -> dict[int, Element]:
    """The joint heading of each area that has one, by the area's ``id()``."""
    found = joint_headings(facts.plan.elements)
    for placed in facts.elements:
        found |= joint_headings(placed.element.children)
    return found
