"""The example action plan laid out as its source is, and many times over: what speed is measured with."""

from __future__ import annotations

from builders.layouts import Layout
from oneplan.document.schema import Element, PlanDocument

AS_PRINTED = Layout(
    columns=("action", "due", "measures", "funding", "partners_and_leads", "strategies_and_groups"),
    headers={
        "action": "Action: what are we going to do?",
        "due": "By when?",
        "measures": "Progress measure",
        "funding": "Financial resource",
        "partners_and_leads": "Partners involved & lead officer",
        "strategies_and_groups": "Links to plans / strategies & existing groups",
    },
    spaced_references=True,
    lead_in_second_row=True,
    groups_in_second_row=True,
    rows_to_a_page=8,
    split_rows=False,
    merged_cells=False,
    part_in_first_row=False,
)


def longer(plan: PlanDocument, times: int) -> PlanDocument:
    """The plan so many times over, each copy with titles and references of its own."""
    copies: list[Element] = []
    for number in range(times):
        for element in plan.elements:
            copy = element.model_copy(deep=True)
            copy.title = f"{copy.title}, part {number + 1}"
            _renumber(copy, number)
            copies.append(copy)
    return plan.model_copy(update={"elements": copies})


def _renumber(element: Element, number: int) -> None:
    for action in element.actions:
        letters, _, place = (action.ref or "").partition(" ")
        if place:
            action.ref = f"{letters} {number * 10 + int(place.split('.')[0])}.{place.split('.')[1]}"
    for child in element.children:
        child.title = f"{child.title}, part {number + 1}"
        _renumber(child, number)
