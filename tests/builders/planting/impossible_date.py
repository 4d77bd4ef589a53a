"""A date that is in no calendar."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, elements_of, plan_year
from oneplan.document.schema import PlanDocument, Statement


def _planted(plan: PlanDocument, random: Random, date: str, template: str) -> Planted | None:
    changed = copied(plan)
    elements = elements_of(changed)
    if not elements:
        return None
    element = random.choice(elements).element
    element.statements.append(Statement(kind="context", text=template.format(date)))
    return Planted(changed, (element.title,), date)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A day too many, years that run backwards, or another century."""
    year = plan_year(plan)
    date, template = random.choice(
        (
            (f"31 September {year}", "The offer is open until {}."),
            (f"30th February {year + 1}", "Forms are due back by {}."),
            ("31 June", "The fair ends on {} each year."),
            (f"{year + 3}-{year}", "This is our vision for {}."),
            (f"21{year % 100 % 30:02}", "We will have opened both sites by {}."),
        )
    )
    return _planted(plan, random, date, template)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The last day of a month, years in their order, and a large number that is no year."""
    year = plan_year(plan)
    date, template = random.choice(
        (
            (f"30 September {year}", "The offer is open until {}."),
            ("29 February 2024", "Forms are due back by {}."),
            (f"{year}-{year + 3}", "This is our vision for {}."),
            ("2,104", "The number of visits fell by {}."),
            ("from 2050 to 2010 visits", "The count fell {}."),
        )
    )
    planted = _planted(plan, random, date, template)
    return planted.plan if planted else plan


PLANT = Plant("impossible-date", plant, clean_twin)
