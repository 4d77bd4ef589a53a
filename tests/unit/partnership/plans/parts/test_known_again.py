"""Parts of a newer document that are known again though they say something else, or stand elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oneplan.document.identity import with_ids
from oneplan.document.schema import Action, Element, Measure, PlanDocument, Statement
from oneplan.partnership.plans.parts.changes import changes_between
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.second_reading import read_again


def _area(title: str, *actions: Action, **more: object) -> Element:
    return Element.model_validate(
        {"kind": "focus_area", "title": title, "actions": actions, **more}
    )


def _plan() -> PlanDocument:
    """Two ports with an area of the same title each, and actions that are numbered, measured or bare."""
    dredge = Action(
        ref="P 1",
        text="Dredge the channel",
        leads=["Harbour Master"],
        measures=[Measure(text="Depth of six metres at low water"), Measure(text="No groundings")],
    )
    light = Action(
        ref="P 2",
        text="Light the breakwater",
        leads=["Head of Lamps"],
        measures=[Measure(text="40 lamps are lit by May 2031")],
    )
    return PlanDocument(
        title="A plan of two ports",
        elements=[
            Element(
                kind="outcome",
                title="North port is safe",
                statements=[
                    Statement(kind="context", text="Storms have doubled since the wall was built."),
                    Statement(kind="context", text="Crews sleep on board."),
                ],
                children=[_area("Safe moorings", dredge), _area("Warm crews")],
            ),
            Element(
                kind="outcome",
                title="South port is safe",
                statements=[Statement(kind="context", text="Ferries come twice a day.")],
                children=[
                    _area("Safe moorings", light),
                    _area("Clean quays", Action(text="We will sweep every quay before noon.")),
                ],
            ),
        ],
    )


def _told(edit: Callable[[PlanDocument], object]) -> set[tuple[str, str]]:
    """What becomes of parts: the words that they had and the field that differs, or that they come or go."""
    old = with_ids(_plan())
    before = parts_of(old)
    newer = _plan()
    edit(newer)
    changes = changes_between(before, read_again(before, with_ids(newer)))
    told: set[tuple[str, str]] = set()
    for each in changes:
        said = before[each.key].fields if each.key in before else each.after or {}
        words = str(said.get("title") or said.get("text"))
        if each.before is None or each.after is None:
            told.add((words, "comes" if each.after else "goes"))
        else:
            told |= {(words, name) for name in each.names}
    return told


def _another_title(plan: PlanDocument) -> None:
    plan.elements[0].children[1].title = "Crews have warm beds"


def _another_sentence(plan: PlanDocument) -> None:
    plan.elements[0].statements[0].text = "Twice as many storms as when the wall was built."


def _wholly_other(plan: PlanDocument) -> None:
    plan.elements[0].statements[1].text = "The lifeboat needs an engine, and volunteers to man it."


def _title_above(plan: PlanDocument) -> None:
    plan.elements[0].title = "Ships lie safely in the northern harbour"
    plan.elements[0].children[0].title = "Safe moorings for yachts"


def _measure_elsewhere(plan: PlanDocument) -> None:
    first, second = (element.children[0].actions[0] for element in plan.elements)
    second.measures.append(first.measures.pop())


def _statement_elsewhere(plan: PlanDocument) -> None:
    plan.elements[1].statements.append(plan.elements[0].statements.pop())


def _words_swapped(plan: PlanDocument) -> None:
    first, second = (element.children[0].actions[0] for element in plan.elements)
    first.text, second.text = second.text, first.text


def _renumbered_and_reworded(plan: PlanDocument) -> None:
    action = plan.elements[0].children[0].actions[0]
    action.ref, action.text = "P 9", "Dig the channel out"


def _read_as_a_statement(plan: PlanDocument) -> None:
    area = plan.elements[1].children[1]
    area.statements = [Statement(kind="activity", text=area.actions.pop().text)]


def _read_as_an_action(plan: PlanDocument) -> None:
    port = plan.elements[1]
    port.actions = [Action(text=port.statements.pop().text)]


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (_another_title, {("Warm crews", "title")}),
        (_another_sentence, {("Storms have doubled since the wall was built.", "text")}),
        (
            _wholly_other,
            {
                ("Crews sleep on board.", "goes"),
                ("The lifeboat needs an engine, and volunteers to man it.", "comes"),
            },
        ),
        (_title_above, {("North port is safe", "title"), ("Safe moorings", "title")}),
        (_measure_elsewhere, {("No groundings", "owner")}),
        (_statement_elsewhere, {("Crews sleep on board.", "owner")}),
        (_words_swapped, {("Dredge the channel", "text"), ("Light the breakwater", "text")}),
        (_renumbered_and_reworded, {("Dredge the channel", "ref"), ("Dredge the channel", "text")}),
        (_read_as_a_statement, set()),
        (_read_as_an_action, set()),
    ],
)
def test_what_was_changed_is_told_of_the_part_that_it_is(
    edit: Callable[[PlanDocument], object], told: set[tuple[str, str]]
) -> None:
    assert {each for each in _told(edit) if each[1] != "position"} == told
