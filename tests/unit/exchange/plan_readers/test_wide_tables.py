"""Wide spreadsheets: headers in two rows, a row for each measure, figures beside the action."""

from dataclasses import replace

from builders.composed import actions_of, composed, merged_row, placed_actions
from builders.documents.blocks_made import cell, table
from oneplan.exchange.plan_readers.blocks import Heading, Row, Table

HEADING = Heading("Priority 1: Cleaner rivers", 1)


def test_a_second_header_row_divides_leads_dates_and_years() -> None:
    upper = Row(
        (
            cell("Ref", 1),
            cell("Key actions", 2),
            replace(cell("Lead", 3), spans=2),
            replace(cell("Timescale", 5), spans=2),
            cell("Measure", 7),
            cell("Baseline", 8),
            replace(cell("Targets", 9), spans=2),
        )
    )
    rest = table(
        ("", "", "Agency", "Officer", "Start", "End", "", "2023/24", "24/25", "25/26"),
        ("A1", "Fence the brook", "Council", "River Warden", "Apr-24", "Mar-26", "Spills", "90", "60", "30"),
        header_rows=0,
    )  # fmt: skip
    read = composed(HEADING, Table((upper, *rest.rows), 10))
    (action,) = actions_of(read)
    assert action.due is not None
    assert action.due.month == "2026-03"
    assert action.leads == ["Council", "River Warden"]
    (measure,) = action.measures
    assert [(known.value, known.period) for known in measure.baselines] == [(90, "2023/24")]
    assert [(known.value, known.period) for known in measure.targets] == [
        (60, "2024/25"),
        (30, "2025/26"),
    ]


def test_a_merged_row_below_the_header_is_a_heading_and_no_second_header_row() -> None:
    made = table(
        ("Ref", "Action", "Lead", "When"),
        ("A1", "Fence the brook", "River Warden", "2025"),
        header_rows=0,
    )
    rows = (made.rows[0], merged_row("PRIORITY A – CALM WATER", 4), made.rows[1])
    read = composed(Table(rows, 4))
    assert [path for path, _ in placed_actions(read.elements)] == [("Calm water",)]


def test_each_row_of_a_merged_action_is_a_measure_with_figures_of_its_own() -> None:
    made = table(
        ("Action", "Owner", "Due", "KPI", "Baseline", "Target", "Current", "RAG"),
        ("Fence the brook", "River Warden", "May 2025", "Spills", "90", "60", "71", "A"),
        ("", "", "", "% of bank fenced", "", "80%", "55%", "A"),
        ("", "", "", "Farms visited", "4", "30", "22", "A"),
    )
    (action,) = actions_of(composed(HEADING, made))
    assert action.ref is None
    assert [
        (
            measure.text,
            [known.value for known in measure.baselines],
            [known.value for known in measure.targets],
        )
        for measure in action.measures
    ] == [("Spills", [90], [60]), ("% of bank fenced", [], [80]), ("Farms visited", [4], [30])]


def test_a_target_with_a_minus_is_a_fall_from_a_level_above_nought() -> None:
    (action,) = actions_of(
        composed(
            HEADING,
            table(
                ("Action", "Owner", "KPI", "Baseline", "Target"),
                ("Fence the brook", "River Warden", "Spills reported", "1,912", "-15%"),
            ),
        )
    )
    (target,) = action.measures[0].targets
    assert (target.value, target.change_by, target.change_unit) == (None, -15, "percent")
    assert action.measures[0].direction == "decrease"


def test_numbers_under_the_word_priority_are_references() -> None:
    read = composed(
        HEADING,
        table(
            ("Priority", "Actions", "Lead", "By when"),
            ("1.1", "Fence the brook", "River Warden", "May 2025"),
            ("1.2", "Plant alders", "Tree Officer", "June 2025"),
        ),
    )
    assert [action.ref for action in actions_of(read)] == ["1.1", "1.2"]


def test_who_and_when_in_one_column_are_told_apart() -> None:
    first, second = actions_of(
        composed(
            HEADING,
            table(
                ("What we will do", "Who and by when"),
                ("Fence the brook", "River Warden, by May 2025"),
                ("Plant alders", "Tree Officer, ongoing"),
            ),
        )
    )
    assert (first.leads, first.due and first.due.month) == (["River Warden"], "2025-05")
    assert (second.leads, second.due and second.due.text) == (["Tree Officer"], "ongoing")


def test_an_action_that_only_starts_as_ongoing_is_ongoing() -> None:
    (action,) = actions_of(
        composed(
            HEADING,
            table(
                ("Action", "Lead", "Start", "End"),
                ("Walk the banks", "River Warden", "Ongoing", ""),
            ),
        )
    )
    assert action.due is not None
    assert action.due.text == "Ongoing"


def test_columns_without_a_place_are_quoted_in_full() -> None:
    read = composed(
        HEADING,
        table(
            ("Action", "Lead", "By when", "Carbon code", "Comments"),
            ("Fence the brook", "River Warden", "May 2025", "K9", "Posts are late"),
            ("Plant alders", "Tree Officer", "June 2025", "K7", "Going well"),
        ),
    )
    quoted = {finding.rule: finding.quotes for finding in read.findings}
    assert quoted["column-not-recognised"] == ("Carbon code", "K9", "K7")
    assert quoted["column-left-out"] == ("Comments", "Posts are late", "Going well")


def test_a_sum_alone_below_the_money_is_no_funding_of_the_last_action() -> None:
    read = composed(
        HEADING,
        table(
            ("Action", "Lead", "By when", "Budget"),
            ("Fence the brook", "River Warden", "May 2025", "£4,000"),
            ("Plant alders", "Tree Officer", "June 2025", "£1,500"),
            ("", "", "", "£5,500"),
        ),
    )
    assert [[money.amount for money in action.funding] for action in actions_of(read)] == [
        [4000],
        [1500],
    ]


def test_columns_headed_by_an_ambition_or_a_numbered_year_hold_targets() -> None:
    made = table(
        ("Action", "Lead", "Measure", "Baseline", "Year 1 (2031/32)", "Ambition 2035"),
        ("Fence the brook", "River Warden", "Spills", "90", "60", "30"),
    )
    (action,) = actions_of(composed(HEADING, made))
    (measure,) = action.measures
    assert [(known.value, known.period) for known in measure.targets] == [
        (60, "2031/32"),
        (30, "2035"),
    ]


def test_a_code_and_a_name_in_two_columns_are_one_indicator() -> None:
    made = table(
        ("NI", "Indicator", "2030/31 Actual", "2031/32 Target"),
        ("NI 188", "Spills into the brook", "90", "60"),
        ("NI 189", "Herons seen", "4", "9"),
        ("NI 190", "Otters seen", "0", "2"),
    )
    read = composed(HEADING, made)
    assert read.glossary == []
    measures = read.elements[0].measures
    assert [(each.indicator.code, each.text) for each in measures if each.indicator] == [
        ("NI 188", "Spills into the brook"),
        ("NI 189", "Herons seen"),
        ("NI 190", "Otters seen"),
    ]


def test_what_was_planned_for_a_year_is_its_target() -> None:
    made = table(
        ("Metric", "2030-31 actual", "2031-32 plan", "2032-33 plan"),
        ("Spills into the brook", "90", "60", "30"),
    )
    (measure,) = composed(HEADING, made).elements[0].measures
    assert [(known.value, known.period) for known in measure.baselines] == [(90, "2030/31")]
    assert [(known.value, known.period) for known in measure.targets] == [
        (60, "2031/32"),
        (30, "2032/33"),
    ]
