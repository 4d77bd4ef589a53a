"""What the first page shows of each plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oneplan.vocabulary.lists import listed
from oneplan.website.components.levels import level_name, plural, usual_name
from oneplan.website.components.severities import PenCount, pen_count
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import counted, plan_period


@dataclass(frozen=True, slots=True)
class ShelvedPlan:
    """A plan on the shelf in one row."""

    title: str
    partnership: str | None
    period: str
    holds: str
    url: str
    pen_url: str
    pen: PenCount


def shelved(plans: Iterable[OpenPlan]) -> list[ShelvedPlan]:
    """A row for each plan."""
    return [
        ShelvedPlan(
            title=opened.plan.title,
            partnership=opened.plan.partnership,
            period=plan_period(opened.plan.period),
            holds=what_it_holds(opened),
            url=opened.url("plan"),
            pen_url=opened.url("red-pen"),
            pen=pen_count(opened.findings),
        )
        for opened in plans
    ]


def what_it_holds(opened: OpenPlan) -> str:
    """What there is to count in a plan, "5 outcomes, 135 actions and 280 measures"."""
    facts = opened.facts
    aims = [placed.element for placed in facts.elements if placed.element.kind != "section"]
    outcomes = [element for element in aims if element.kind == "outcome"] or aims
    name = usual_name(outcomes)
    number = sum(level_name(element) == name for element in outcomes)
    said = sum(s.statement.kind in ("activity", "success") for s in facts.statements)
    parts = [
        counted(number, name.lower(), plural(name).lower()) if number else "",
        counted(len(facts.actions), "action") if facts.actions else "",
        counted(len(facts.measures), "measure") if facts.measures else "",
        counted(said, "promise") if said and not facts.actions else "",
    ]
    return listed([part for part in parts if part]) or "nothing that could be counted"
