"""Rows that belong together: split by a page break, in two tiers, merged, under headings."""

from builders.composed import actions_of, composed, merged_row
from builders.documents.blocks_made import merged, table
from oneplan.exchange.plan_readers.blocks import Heading, Paragraph, Row, Table

HEADER = (
    "Action: what shall we do?",
    "By when?",
    "Progress measure",
    "Money",
    "Partners & lead officer",
    "Links to strategies & groups",
)
HEADING = Heading("Priority 1: Clean water", 1)


def test_the_lead_stands_in_a_second_row() -> None:
    (action,) = actions_of(
        composed(
            HEADING,
            table(
                HEADER,
                ("CW 1.0 Test the bay.", "May 2012", "", "", "Ferry Trust, Schools", "Bay Plan"),
                ("", "", "", "", "Harbour Manager", "Bay Users Group"),
            ),
        )
    )
    assert action.partners == ["Ferry Trust", "Schools"]
    assert action.leads == ["Harbour Manager"]
    assert action.strategies == ["Bay Plan"]
    assert action.groups == ["Bay Users Group"]


def test_plans_printed_once_more_beside_the_lead_stand_among_the_groups() -> None:
    (action,) = actions_of(
        composed(
            HEADING,
            table(
                HEADER,
                ("CW 1.0 Test the bay.", "May 2012", "", "", "Ferry Trust, Schools", "Bay Plan"),
                ("", "", "", "", "Harbour Manager", "Bay Plan"),
            ),
        )
    )
    assert action.strategies == ["Bay Plan"]
    assert action.groups == ["Bay Plan"]


def test_a_row_split_by_a_page_break_is_one_action() -> None:
    (action,) = actions_of(
        composed(
            HEADING,
            table(
                HEADER,
                (
                    "CW 1.0 Clear the drains of all streets that",
                    "September",
                    ["• Blocked drains fall from 90 in"],
                    "Drainage",
                    "Ferry Trust, Water",
                    "Bay Plan",
                ),
            ),
            table(
                HEADER,
                (
                    ["lie below the church by:", "• hiring a pump.", "• digging a ditch."],
                    "2012",
                    ["May 2011 to 40 in May 2012.", "• One pump hired."],
                    "fund",
                    "Company, Schools Harbour Manager",
                    "Bay Users Group",
                ),
            ),
        )
    )
    assert action.text == "Clear the drains of all streets that lie below the church by:"
    assert [step.text for step in action.steps] == ["hiring a pump.", "digging a ditch."]
    assert action.due is not None
    assert action.due.month == "2012-09"
    assert [measure.text for measure in action.measures] == [
        "Blocked drains fall from 90 in May 2011 to 40 in May 2012.",
        "One pump hired.",
    ]
    assert [funding.text for funding in action.funding] == ["Drainage fund"]
    assert action.partners == ["Ferry Trust", "Water Company", "Schools"]
    assert action.leads == ["Harbour Manager"]
    assert action.groups == ["Bay Users Group"]


def test_a_table_without_a_header_goes_on_from_the_one_before() -> None:
    read = composed(
        HEADING,
        table(HEADER, ("CW 1.0 Test the", "May 2012", "", "", "", "")),
        table(
            ("bay each week.", "", "", "", "", ""),
            ("CW 1.1 Fence the weir.", "June 2012", "", "", "", ""),
            header_rows=0,
        ),
    )
    assert [action.text for action in actions_of(read)] == [
        "Test the bay each week.",
        "Fence the weir.",
    ]
    assert read.findings == []


def test_an_action_without_a_reference_is_an_action() -> None:
    read = composed(
        HEADING,
        table(
            HEADER,
            ("CW 1.0 Test the bay.", "May 2012", "Tests made", "", "", ""),
            ("CW 1.1 Fence the weir.", "May 2012", "Fence up", "", "", ""),
        ),
        table(HEADER, ("Paint the pier.", "July 2013", "Pier painted", "", "", "")),
    )
    assert [action.ref for action in actions_of(read)] == ["CW 1.0", "CW 1.1", None]


def test_a_category_holds_over_a_page_break_and_an_empty_one_applies_to_nothing() -> None:
    read = composed(
        HEADING,
        table(
            HEADER,
            ("CW 1.0 Test the bay.", "May 2012", "", "", "", ""),
            ("Action to narrow the gap", "", "", "", "", ""),
            ("Action to improve access to services", "", "", "", "", ""),
            ("CW 1.1 Fence the weir.", "May 2012", "", "", "", ""),
            ("Action to support families", "", "", "", "", ""),
        ),
        table(HEADER, ("CW 1.2 Teach every child to swim.", "May 2012", "", "", "", "")),
        Heading("Priority 2: Clean air", 1),
        table(HEADER, ("CA 1.0 Plant limes.", "May 2012", "", "", "", "")),
    )
    assert [action.category for action in actions_of(read)] == [
        "core",
        "improve_access",
        "support_families",
        "core",
    ]


def test_a_category_is_known_in_any_column() -> None:
    read = composed(
        HEADING,
        table(
            ("When", "Action", "Lead"),
            ("Actions to support families", "", ""),
            ("May 2012", "Open a crèche", "Nursery Manager"),
        ),
    )
    assert [action.category for action in actions_of(read)] == ["support_families"]


def test_cells_merged_over_several_rows_belong_to_one_action() -> None:
    made = table(
        ("Ref", "Action", "Measure", "Lead", "When"),
        ("1", "Mend the roof", "Tiles laid", "Estates Manager", "May 2020"),
        ("", "", "Leaks stopped", "", ""),
        ("2", "Paint the door", "Door painted", "Caretaker", "June 2020"),
    )
    rows = merged(merged(made.rows, 1, 1, 2), 2, 1, 2)
    first, second = actions_of(composed(HEADING, Table(rows, 5)))
    assert [measure.text for measure in first.measures] == ["Tiles laid", "Leaks stopped"]
    assert second.ref == "2"


def test_a_cell_merged_over_several_actions_holds_for_each() -> None:
    made = table(
        ("Ref", "Action", "Lead", "When"),
        ("1", "Mend the roof", "Estates Manager", "May 2020"),
        ("2", "Paint the door", "", ""),
        ("3", "Plant a lime", "Gardener", ""),
    )
    rows = merged(merged(made.rows, 3, 1, 2), 4, 1, 3)
    actions = actions_of(composed(HEADING, Table(rows, 4)))
    assert [action.leads for action in actions] == [
        ["Estates Manager"],
        ["Estates Manager"],
        ["Gardener"],
    ]
    assert [action.due.month for action in actions if action.due] == ["2020-05"] * 3


def test_a_heading_between_tables_names_the_kind_of_the_actions_below() -> None:
    read = composed(
        HEADING,
        table(("Action", "Lead", "When"), ("Mend the roof", "Estates Manager", "May 2020")),
        Paragraph("Actions to support families"),
        table(("Action", "Lead", "When"), ("Open a crèche", "Nursery Manager", "May 2020")),
    )
    assert [action.category for action in actions_of(read)] == ["core", "support_families"]


def test_a_lead_run_together_with_a_partner_is_known_from_other_actions() -> None:
    header = ("Action", "When", "Measure", "Partners & lead officer")
    read = composed(
        HEADING,
        table(
            header,
            ("Mend the roof", "May 2020", "Tiles laid", "Ferry Trust"),
            ("", "", "", "Harbour Zookeeper Royal"),
            ("Paint the door", "June 2020", ["• Door primed", "• Door sanded"], "Ferry Trust"),
        ),
        table(header, ("", "", ["• Door painted"], "Harbour Zookeeper Royal")),
    )
    first, second = actions_of(read)
    assert first.leads == second.leads == ["Harbour Zookeeper Royal"]
    assert first.partners == second.partners == ["Ferry Trust"]


def test_a_merged_row_inside_a_table_is_a_heading_of_the_plan() -> None:
    made = table(
        ("Action", "Lead", "When"),
        ("Mend the roof", "Estates Manager", "May 2020"),
        ("Paint the door", "Caretaker", "June 2020"),
        header_rows=0,
    )
    rows: tuple[Row, ...] = (
        made.rows[0],
        merged_row("Theme 1: Buildings", 3),
        made.rows[1],
        merged_row("Theme 2: Colours", 3),
        made.rows[2],
    )
    read = composed(Table(rows, 3))
    assert [(part.label, part.code, part.title) for part in read.elements] == [
        ("Theme", "1", "Buildings"),
        ("Theme", "2", "Colours"),
    ]


def test_a_row_that_continues_nothing_is_said() -> None:
    read = composed(
        HEADING,
        table(
            ("Action", "Lead", "When", "Measure"),
            ("", "Estates Manager", "May 2020", ""),
            ("Paint the door", "Caretaker", "June 2020", ""),
        ),
    )
    assert [finding.rule for finding in read.findings] == ["row-not-understood"]
    assert "Estates Manager" in read.findings[0].quotes[0]
