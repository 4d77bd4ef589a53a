from __future__ import annotations

import pytest

from oneplan.document.phrases.references import (
    brought_forward_from,
    find_cross_references,
    find_recommendations,
    normalise_reference,
)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Plant trees (cross reference to priority 4).", ["Priority 4"]),
        ("Cross reference to Cleaner Streets.", ["Cleaner Streets"]),
        ("cross-referenced to HO1.2", ["HO 1.2"]),
        ("Cross reference to priorities 2 and 5", ["Priority 2", "Priority 5"]),
        ("see HO 3.1", ["HO 3.1"]),
        ("See also action 12.", ["Action 12"]),
        ("Links to TR 2.2", ["TR 2.2"]),
        ("linked to 16-19 learners", []),
        ("see Learning and Skills for plans", []),
        ("see page 4", []),
        ("Cross reference to the plan", []),
    ],
)
def test_a_pointer_names_the_part_that_it_points_at(text: str, targets: list[str]) -> None:
    assert [reference.target for reference in find_cross_references(text)] == targets


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("(brought forward from 2010/11 Action Plan).", "2010/11"),
        ("Carried forward from the 2012 plan", "2012"),
        ("Bring the plan forward", None),
        ("brought forward from Housing Plan 2010, see below", "Housing Plan 2010"),
    ],
)
def test_the_plan_that_an_action_came_from(text: str, origin: str | None) -> None:
    assert brought_forward_from(text) == origin


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Too few homes (JAR report page 3). Too late (APA page 9).", [("JAR", "3"), ("APA", "9")]),
        ("below the average (page 3 APA report).", [("APA", "3")]),
        ("SEND Inspection report, pp. 12-14", [("SEND Inspection", "12-14")]),
        ("on page 3 of the Joint Area Review report", [("Joint Area Review", "3")]),
        ("JAR report page 3, and again JAR report page 3", [("JAR", "3")]),
        ("see page 4", []),
    ],
)
def test_the_reports_that_an_action_answers(text: str, reports: list[tuple[str, str]]) -> None:
    found = find_recommendations(text)
    assert [(recommendation.report, recommendation.page) for recommendation in found] == reports


@pytest.mark.parametrize(
    ("cell", "reference"),
    [
        ("HO1.0", "HO 1.0"),
        (" HO 1.10. ", "HO 1.10"),
        ("4.2", "4.2"),
        ("HO 1.0 Build", None),
        ("", None),
    ],
)
def test_a_cell_that_holds_only_a_reference(cell: str, reference: str | None) -> None:
    assert normalise_reference(cell) == reference


@pytest.mark.parametrize("text", ["See 3b", "see also action 3b", "As 3b above."])
def test_a_cell_that_only_points_is_a_pointer(text):
    assert [each.target for each in find_cross_references(text)] == ["Action 3b"]


def test_a_number_in_a_sentence_is_no_pointer():
    assert find_cross_references("We will see 12 families as 3 teams.") == []
