"""Actions printed as cards, a labelled line for each thing that a table would have a column for."""

from builders.composed import placed_actions
from oneplan.document.schema import Action
from oneplan.exchange.plan_readers.reading import read_plan

TITLED = """# Wessex Ferry Plan 2031-2034

## Theme 1: Calm harbours

### 1.1 Dredge the inner basin

Lead: Harbour Manager
Partners: Pilots, Coastguard
Timescale: June 2032
Measure: 4 metres of water at all tides (baseline 3)

### 1.2 Mend the breakwater

Lead: Head of Works
Timescale: 2033/34
Measure: 300 metres mended

## Theme 2: Warm ferries

### 2.1 Heat the saloons

Lead: Fleet Engineer
Timescale: Ongoing
Measure: 90% of passengers warm
"""
ASKED = """Wessex Ferry Plan 2031

ACTION 1

What: Dredge the inner basin
Who: Harbour Manager
When: June 2032
Cost: £12,000

ACTION 2

What: Mend the breakwater
Who: Head of Works
When: May 2033
Cost: nil
"""


def _actions(text: str, name: str) -> list[tuple[tuple[str, ...], Action]]:
    return list(placed_actions(read_plan(text.encode(), name).plan.elements))


def test_a_title_over_labelled_lines_is_an_action_of_the_part_above() -> None:
    read = _actions(TITLED, "ferry.md")
    assert [(path, action.ref, action.text) for path, action in read] == [
        (("Calm harbours",), "1.1", "Dredge the inner basin"),
        (("Calm harbours",), "1.2", "Mend the breakwater"),
        (("Warm ferries",), "2.1", "Heat the saloons"),
    ]
    first = read[0][1]
    assert first.leads == ["Harbour Manager"]
    assert first.partners == ["Pilots", "Coastguard"]
    assert first.due is not None
    assert first.due.month == "2032-06"
    assert [part.value for part in first.measures[0].baselines] == [3]


def test_cards_that_ask_what_who_and_when_are_actions() -> None:
    read = [action for _, action in _actions(ASKED, "ferry.txt")]
    assert [(action.text, action.leads) for action in read] == [
        ("Dredge the inner basin", ["Harbour Manager"]),
        ("Mend the breakwater", ["Head of Works"]),
    ]
    assert [part.amount for part in read[0].funding] == [12000]


def test_one_priority_with_a_lead_and_a_date_is_no_card() -> None:
    plan = read_plan(
        b"# Wessex Ferry Plan\n\n## Priority 1: Calm harbours\n\nLead: Harbour Manager\n\n"
        b"Timescale: 2032\n\nMeasure: 4 metres of water\n",
        "ferry.md",
    ).plan
    assert [element.kind for element in plan.elements] == ["priority"]


def test_a_label_that_no_column_has_is_told() -> None:
    told = ASKED.replace("When:", "Why: The mud is deep\nWhen:")
    findings = read_plan(told.encode(), "ferry.txt").findings
    assert any("Why" in finding.message for finding in findings)


def test_numbered_actions_under_a_recommendation_are_its_cards() -> None:
    told = (
        "Wessex Ferry Improvement Plan\n\nRecommendation 1: The mooring of ferries\n\n"
        "Action 1.1: New ropes bought\nResponsible: Quartermaster\nDeadline: June 2032\nRAG: Green\n\n"
        "Recommendation 2: The training of crews\n\n"
        "Action 2.1: Knots practised\nResponsible: Boatswain\nDeadline: May 2033\nRAG: Red\n"
    )
    read = _actions(told, "ferry.txt")
    assert [(path[-1], action.ref, action.text, action.leads) for path, action in read] == [
        ("The mooring of ferries", "1.1", "New ropes bought", ["Quartermaster"]),
        ("The training of crews", "2.1", "Knots practised", ["Boatswain"]),
    ]
