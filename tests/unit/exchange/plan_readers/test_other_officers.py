"""Plans as other officers lay them out: nothing that a cell says is lost."""

from builders.composed import actions_of, composed, merged_row, placed_actions
from builders.documents.blocks_made import table
from oneplan.exchange.plan_readers.blocks import Heading, Table

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


def test_a_caption_names_the_part_of_its_table() -> None:
    made = table(
        ("Action", "Lead", "By when"), ("Fence the brook", "River Warden", "May 2025"), title="Objective 2: Less waste"
    )  # fmt: skip
    assert [path for path, _ in placed_actions(composed(made).elements)] == [("Less waste",)]


def test_a_merged_row_that_says_who_leads_is_no_heading() -> None:
    made = table(
        ("Action", "Lead", "By when"), ("Fence the brook", "River Warden", "May 2025"), header_rows=0
    )  # fmt: skip
    rows = (
        merged_row("Priority 3: Calm water", 3),
        merged_row("Priority lead: Head of Rivers", 3),
        *made.rows,
    )
    read = composed(Table(rows, 3))
    assert [path for path, _ in placed_actions(read.elements)] == [("Calm water",)]
    assert [said.text for said in read.elements[0].statements] == ["Priority lead: Head of Rivers"]


def test_a_card_gives_its_action_the_number_in_its_header() -> None:
    card = table(
        ("Action 4.2", "Fence the brook"),
        ("Lead", "River Warden"),
        ("By when", "May 2025"),
        ("How we will know", "12 km of fence"),
        header_rows=0,
    )
    (action,) = actions_of(composed(HEADING, card))
    assert (action.ref, action.text, action.leads) == ("4.2", "Fence the brook", ["River Warden"])


def test_numbered_lines_of_an_action_are_steps_with_the_dates_beside_them() -> None:
    (action,) = actions_of(
        composed(
            HEADING,
            table(
                ("Actions", "Lead", "Deadline"),
                (["1. Ask the farmers", "2. Buy posts"], "River Warden", ["1. Sept 2023", "2. Dec 2023"]),
            ),
        )
    )  # fmt: skip
    assert action.text == "Ask the farmers; Buy posts"
    assert [(step.text, step.month) for step in action.steps] == [
        ("Ask the farmers", "2023-09"),
        ("Buy posts", "2023-12"),
    ]


def test_a_number_with_a_letter_before_the_words_is_the_reference() -> None:
    (action,) = actions_of(
        composed(
            HEADING,
            table(("What we will do", "Who", "When"), ("2b. Plant alders", "Tree Officer", "2025")),
        )
    )
    assert (action.ref, action.text) == ("2b", "Plant alders")


def test_columns_of_baseline_and_target_show_which_way_a_measure_goes() -> None:
    (action,) = actions_of(
        composed(
            HEADING,
            table(
                ("Action", "Lead", "Measure", "Baseline", "Target"),
                ("Fence the brook", "River Warden", "Spills reported", "90", "60"),
            ),
        )
    )
    assert action.measures[0].direction == "decrease"


def test_a_table_of_themes_with_baselines_holds_measures() -> None:
    read = composed(
        HEADING,
        table(
            ("Theme", "Baseline (tonnes)", "Target 2030"),
            ("Heat", "412", "206"),
            ("Roads", "388", "230"),
        ),
    )
    assert [measure.text for measure in read.elements[0].measures] == ["Heat", "Roads"]


def test_bodies_that_lead_together_are_each_a_lead() -> None:
    made = table(
        ("Action", "Lead", "By when"),
        ("Fence the brook", "Police, Probation", "May 2031"),
        ("Plant alders", "Head of Parks, Lakes and Ponds", "May 2031"),
    )
    fenced, planted = actions_of(composed(HEADING, made))
    assert fenced.leads == ["Police", "Probation"]
    assert planted.leads == ["Head of Parks, Lakes and Ponds"]


def test_a_sum_below_small_bare_numbers_is_no_money_of_the_last_action() -> None:
    made = table(
        ("Action", "Lead", "By when", "Budget (£000)"),
        ("Fence the brook", "River Warden", "May 2031", "1,250"),
        ("Plant alders", "Tree Officer", "May 2031", "85"),
        ("", "", "", "1335"),
    )
    _, planted = actions_of(composed(HEADING, made))
    assert [part.amount for part in planted.funding] == [85000]


def test_a_mark_says_who_of_several_leads() -> None:
    made = table(
        ("What", "How", "Who", "When", "So what?"),
        ("Fence the brook", ("•By hand", "•By ox"), "Farmers (lead), Schools", "May 2031", "9 km"),
    )
    (action,) = actions_of(composed(HEADING, made))
    assert (action.leads, action.partners) == (["Farmers"], ["Schools"])
    assert [step.text for step in action.steps] == ["By hand", "By ox"]
    assert [measure.text for measure in action.measures] == ["9 km"]
