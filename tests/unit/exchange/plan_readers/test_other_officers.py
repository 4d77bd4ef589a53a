"""Plans as other officers lay them out: nothing that a cell says is lost."""

from builders.composed import actions_of, composed, placed_actions
from builders.documents.blocks_made import table
from oneplan.exchange.plan_readers.blocks import Heading

HEADING = Heading("Priority 1: Cleaner rivers", 1)


def test_an_objective_beside_its_aim_is_a_part_within_it() -> None:
    read = composed(
        table(
            ("Strategic aim", "Objective", "Action", "Lead", "By when"),
            ("Cleaner rivers", "Less waste", "Fence the brook", "River Warden", "May 2025"),
            ("", "More wildlife", "Plant alders", "Tree Officer", "June 2025"),
        )
    )
    assert [path for path, _ in placed_actions(read.elements)] == [
        ("Cleaner rivers", "Less waste"),
        ("Cleaner rivers", "More wildlife"),
    ]


def test_two_columns_about_success_are_both_measures() -> None:
    (action,) = actions_of(
        composed(
            HEADING,
            table(
                ("What we will do", "Who", "When", "What difference it will make", "How we will measure it"),
                ("Fence the brook", "River Warden", "May 2025", "Cows stay out", "12 km of fence"),
            ),
        )
    )  # fmt: skip
    assert [measure.text for measure in action.measures] == ["Cows stay out", "12 km of fence"]
    assert action.steps == []


def test_a_second_column_of_what_is_done_becomes_a_step() -> None:
    (action,) = actions_of(
        composed(
            HEADING,
            table(
                ("Action", "Supporting action", "Lead", "By when"),
                ("Fence the brook", "Ask the farmers by March 2025", "River Warden", "May 2025"),
            ),
        )
    )
    assert [(step.text, step.month) for step in action.steps] == [
        ("Ask the farmers by March 2025", "2025-03")
    ]


def test_an_index_of_themes_with_figures_lists_no_actions() -> None:
    read = composed(
        table(
            ("Theme", "Baseline (tonnes)", "Target 2030"),
            ("Buildings and heating", "412", "206"),
            ("Roads, buses and freight", "388", "230"),
        )
    )
    assert actions_of(read) == []


def test_a_row_of_totals_is_no_action() -> None:
    read = composed(
        HEADING,
        table(
            ("Ref", "Action", "Lead", "Budget"),
            ("1", "Fence the brook", "River Warden", "£4,000"),
            ("", "Total cost", "", "£4,000"),
        ),
    )
    assert [action.text for action in actions_of(read)] == ["Fence the brook"]


def test_cells_of_targets_hold_changes_rates_and_negative_numbers() -> None:
    first, second, third = actions_of(
        composed(
            HEADING,
            table(
                ("Action", "Lead", "Performance indicator", "Baseline", "2024/25 target"),
                ("Fence the brook", "River Warden", "Number of spills", "90", "5% reduction"),
                ("Plant alders", "Tree Officer", "Trees lost per 1,000 planted", "40", "25"),
                ("Rewet the moor", "Peat Officer", "Net emissions", "-21", "-40"),
            ),
        )
    )
    (target,) = first.measures[0].targets
    assert (target.value, target.change_by, target.change_unit) == (None, -5, "percent")
    assert second.measures[0].unit == "per 1,000"
    assert third.measures[0].baselines[0].value == -21
    assert third.measures[0].targets[0].value == -40
