"""Cues on lines of their own in plain text: they label what follows and are no parts themselves."""

import pytest

from oneplan.document.schema import Element, PlanDocument, Statement
from oneplan.exchange.plan_readers.narrative.folding import fold_cued_sections
from oneplan.exchange.plan_readers.reading import read_plan
from unit.exchange.plan_readers.narrative.documents import said

_PART = """
Priority {number}: {title}

What we will do
Plant {number}00 willows by April 2026
Clear the weir {number} times a year with the anglers

{cue}
Clean reaches to rise from {number}0% in 2024 to 8{number}% in 2027
"""


def _plan(cue: str) -> PlanDocument:
    parts = [
        _PART.format(number=number, title=title, cue=cue)
        for number, title in ((1, "Rivers"), (2, "Ponds"))
    ]
    return read_plan(f"Waters Plan 2024-2027\n{''.join(parts)}".encode(), "waters.txt").plan


@pytest.mark.parametrize(
    "cue", ["How we will know", "What we will measure", "How we’ll know it worked"]
)
def test_a_bare_cue_below_a_list_of_short_lines_labels_what_follows(cue: str) -> None:
    plan = _plan(cue)
    assert [element.title for element in plan.elements] == ["Rivers", "Ponds"]
    rivers, ponds = plan.elements
    assert said(rivers, "activity") == [
        "Plant 100 willows by April 2026",
        "Clear the weir 1 times a year with the anglers",
    ]
    assert [measure.targets[0].value for measure in rivers.measures + ponds.measures] == [81, 82]


def test_a_line_above_a_cue_that_came_already_begins_another_part() -> None:
    text = (
        "Waters Plan 2024-2027\n\nPriority: Rivers\n\nWhy this matters\nThree weirs leak\n\n"
        "What we will do\nPlant willows\nClear the weir\n\n"
        "Ponds\nWhy this matters\nNine ponds were filled in\n"
    )
    titles = [element.title for element in read_plan(text.encode(), "waters.txt").plan.elements]
    assert titles == ["Rivers", "Ponds"]


def test_a_bare_cue_between_action_tables_gives_its_role() -> None:
    lines = ["How we will know", "Fewer floods", "Why this matters", "It floods."]
    priority = Element(
        kind="priority",
        title="Rivers",
        statements=[Statement(kind="context", text=text) for text in lines],
    )
    (folded,), _ = fold_cued_sections([priority])
    assert [measure.text for measure in folded.measures] == ["Fewer floods"]
    assert [(each.kind, each.text) for each in folded.statements] == [("evidence", "It floods.")]
