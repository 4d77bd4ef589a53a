"""Plans of many shapes, each written by another officer."""

from dataclasses import replace

from builders.composed import actions_of, composed, merged_row, placed_actions
from builders.documents.blocks_made import table
from oneplan.exchange.plan_readers.blocks import (
    Cell,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Row,
    Table,
)
from oneplan.vocabulary.findings import Source

PLAIN = ("Action", "Lead", "By when")


def test_a_spreadsheet_of_short_questions() -> None:
    read = composed(
        Paragraph("Priority 1: Warm homes"),
        table(
            ("No", "What we will do", "Who", "When", "How we’ll know", "RAG"),
            ("1.1", "Visit every park home", "Housing Manager", "Mar 2025", "200 visits", "G"),
            ("1.2", "Train wardens", "Warden Lead", "2024/25", "Wardens trained", "Amber/Green"),
            header_rows=0,
        ),
    )
    first, second = actions_of(read)
    assert (first.ref, first.text, first.status) == ("1.1", "Visit every park home", "green")
    assert (second.ref, second.leads, second.status) == ("1.2", ["Warden Lead"], "amber/green")
    assert [known.role for known in read.mappings[0].columns] == [
        "reference",
        "action",
        "leads",
        "due",
        "measures",
        "status",
    ]


def test_a_table_whose_first_merged_row_is_its_priority() -> None:
    made = table(PLAIN, ("Open a hub", "Head of Libraries", "June 2025"), header_rows=0)
    read = composed(Table((merged_row("Priority 2 – Getting on line", 3), *made.rows), 3))
    assert [path for path, _ in placed_actions(read.elements)] == [("Getting on line",)]


def test_a_column_of_outcomes_holds_until_the_next_is_named() -> None:
    read = composed(
        table(
            ("Outcome", "Action", "Lead", "KPI", "Baseline", "Target 2024/25", "Target 2025/26"),
            (
                "Safer streets",
                "Light the paths",
                "Streets Manager",
                "Robberies",
                "120",
                "100",
                "80",
            ),
            ("", "Walk the estates", "Inspector", "Walks a month", "4", "8", "12"),
            ("Calmer roads", "Slow the traffic", "Roads Engineer", "Speed", "34", "30", "24"),
        )
    )
    assert [path for path, _ in placed_actions(read.elements)] == [
        ("Safer streets",),
        ("Safer streets",),
        ("Calmer roads",),
    ]
    assert [(part.kind, part.label) for part in read.elements] == [("outcome", "Outcome")] * 2
    (measure,) = actions_of(read)[0].measures
    assert [baseline.value for baseline in measure.baselines] == [120]
    assert [(target.value, target.period) for target in measure.targets] == [
        (100, "2024/25"),
        (80, "2025/26"),
    ]


def test_quarters_in_columns_are_milestones() -> None:
    read = composed(
        Heading("Objective 3: Cleaner air", 2),
        table(
            ("Ref", "Action", "Lead", "Measure", "Q1", "Q2", "Q3", "Q4"),
            ("3.1", "Count cars", "Air Officer", "Cars a day", "Kit bought", "", "", "Report out"),
        ),
    )
    (measure,) = actions_of(read)[0].measures
    assert [milestone.text for milestone in measure.milestones] == [
        "Q1: Kit bought",
        "Q4: Report out",
    ]


def test_a_header_of_two_rows() -> None:
    above = Row(
        (
            Cell((Line("Action"),), 1),
            Cell((Line("Lead"),), 2),
            Cell((Line("Target"),), 3, spans=2),
        )
    )
    below = Row(
        (
            Cell((), 1, covered=True),
            Cell((), 2, covered=True),
            Cell((Line("2024/25"),), 3),
            Cell((Line("2025/26"),), 4),
        )
    )
    body = table(("Plant a wood", "Tree Officer", "2,000 trees", "5,000 trees"), header_rows=0)
    (action,) = actions_of(composed(Table((above, below, *body.rows), 4)))
    assert [(target.value, target.period) for target in action.measures[0].targets] == [
        (2000, "2024/25"),
        (5000, "2025/26"),
    ]


def test_a_table_without_a_header_is_guessed_and_said() -> None:
    read = composed(
        Heading("Aim 1: Skills", 2),
        table(
            ("A1", "Run a jobs fair in every town", "Employment Lead", "March 2025", "£12,000"),
            ("A2", "Offer every leaver a mentor", "Skills Manager", "May 2025", "£4,500"),
            header_rows=0,
        ),
    )
    assert [action.ref for action in actions_of(read)] == ["A1", "A2"]
    assert [finding.rule for finding in read.findings] == ["table-without-header"]


def test_a_card_with_its_headers_in_the_first_column() -> None:
    (action,) = actions_of(
        composed(
            Heading("Priority 4: Play", 1),
            table(
                ("Action", "Build a skate park"),
                ("Lead", "Parks Manager"),
                ("By when", "May 2026"),
                header_rows=0,
            ),
        )
    )
    assert (action.text, action.leads) == ("Build a skate park", ["Parks Manager"])


def test_a_caller_says_what_a_column_holds() -> None:
    read = composed(
        table(("Thing", "Bod", "Zeit"), ("Sweep the square", "Square Warden", "March 2024")),
        mapping={"THING": "action", "bod": "leads", "Zeit:": "due"},
    )
    (action,) = actions_of(read)
    assert (action.text, action.leads) == ("Sweep the square", ["Square Warden"])
    assert all(known.set_by_caller for known in read.mappings[0].columns)


def test_a_column_that_is_not_understood_is_said() -> None:
    read = composed(table((*PLAIN, "Frobnitz"), ("Sweep", "Warden", "March 2024", "blue whale")))
    assert [finding.rule for finding in read.findings] == ["column-not-recognised"]
    assert read.findings[0].quotes == ("Frobnitz", "blue whale")


def test_a_repeated_heading_is_the_same_part() -> None:
    rows = table(PLAIN, ("Sweep the square", "Warden", "March 2024"))
    read = composed(
        Paragraph("Priority 1: Clean towns"),
        Paragraph("Area for improvement: tidy squares"),
        rows,
        Paragraph("Priority 1: clean towns."),
        Paragraph("Area for improvement: tidy lanes"),
        rows,
    )
    (priority,) = read.elements
    assert [area.title for area in priority.children] == ["tidy squares", "tidy lanes"]
    assert all(area.kind == "focus_area" for area in priority.children)


def test_the_front_list_names_and_numbers_what_follows() -> None:
    read = composed(
        Paragraph("Clean towns"),
        ListItem("Keep every street swept.", marker="1."),
        Paragraph("Good sleep"),
        ListItem("Quieten the lorries.", marker="2."),
        Paragraph("PEOPLE IN THIS COUNTY LIVE IN CLEAN TOWNS."),
        Paragraph("Priority 1: keep every street swept."),
        table(PLAIN, ("Sweep the square", "Warden", "March 2024")),
        Paragraph("PEOPLE IN THIS COUNTY SLEEP WELL."),
        Paragraph("Priority 2: quieten the lorries."),
        table(PLAIN, ("Close the lane at night", "Roads Lead", "May 2024")),
    )
    assert [(part.kind, part.title) for part in read.elements] == [
        ("outcome", "Clean towns"),
        ("outcome", "Good sleep"),
    ]


def test_indicators_stand_with_their_part() -> None:
    read = composed(
        Paragraph("Priority 1: Clean towns"),
        Paragraph("Outcome measures:"),
        ListItem("Litter in streets (NI 195a)."),
        ListItem("Cut the tonnes of litter from 40 in 2020/21 to 30 in 2022/23."),
        table(PLAIN, ("Sweep the square", "Warden", "March 2024")),
    )
    (part,) = read.elements
    assert [(known.code, known.name) for known in part.indicators] == [
        ("NI 195a", "Litter in streets")
    ]
    assert [measure.text[:14] for measure in part.measures] == ["Cut the tonnes"]


def test_two_areas_that_share_a_table_have_their_actions_in_a_part_that_names_both() -> None:
    read = composed(
        Paragraph("Priority 1: Clean towns"),
        Paragraph("Area for improvement: tidy squares"),
        Paragraph("Area for improvement: tidy lanes"),
        Paragraph("These plans were merged, as each action serves both."),
        table(
            PLAIN,
            ("Hire a sweeper", "Warden", "March 2024"),
            ("Put bins in lanes for tidy lanes", "Warden", "March 2024"),
        ),
    )
    paths = [path[-1] for path, _ in placed_actions(read.elements)]
    assert sorted(paths) == ["tidy lanes", "tidy squares / tidy lanes"]
    kinds = [child.kind for child in read.elements[0].children]
    assert kinds == ["focus_area", "focus_area", "section"]


def test_answers_to_a_report_belong_to_the_whole_outcome() -> None:
    read = composed(
        Paragraph("OUR TOWNS ARE CLEAN AND GREEN."),
        Paragraph("Priority 1: tidy squares"),
        table(PLAIN, ("Hire a sweeper", "Warden", "March 2024")),
        Paragraph("The following actions answer what the inspection reports found."),
        table(
            ("Area for improvement", "Lead", "By when"),
            (
                "CT 6.0 Too few lanes are swept (Harbour Audit report page 4).",
                "Lanes Manager",
                "May 2024",
            ),
        ),
    )
    (outcome,) = read.elements
    (answer,) = outcome.actions
    assert answer.category == "recommendation"
    assert [(known.report, known.page) for known in answer.recommendations] == [
        ("Harbour Audit", "4")
    ]


def test_a_column_of_recommendations_takes_the_report_from_the_line_above() -> None:
    read = composed(
        Heading("Outcome 1: Safe", 1),
        Paragraph("The following actions answer the Fire Service audit report (2023)."),
        table(
            ("Recommendation", "Page", "What we will do", "Lead", "When"),
            ("Check the stairs", "7", "Walk the stairs weekly", "Caretaker", "May 2024"),
        ),
    )
    (action,) = actions_of(read)
    assert action.category == "recommendation"
    assert [(known.report, known.page) for known in action.recommendations] == [
        ("Fire Service audit report (2023)", "7")
    ]


def test_places_after_a_colon_are_the_plan_s_places() -> None:
    read = composed(
        Paragraph("Priority 1: Clean towns"),
        Paragraph(
            "Work is aimed at these wards: Alder, (Birch Hill), Cedar Green; Dogwood. "
            "Wards in brackets were added in May."
        ),
        table(PLAIN, ("Hire a sweeper", "Warden", "March 2024")),
    )
    assert [(place.name, place.kind) for place in read.places] == [
        ("Alder", "ward"),
        ("Birch Hill", "ward"),
        ("Cedar Green", "ward"),
        ("Dogwood", "ward"),
    ]
    assert [place.note for place in read.places if place.note] == [
        "Wards in brackets were added in May"
    ]


def test_several_sheets_are_parts_of_the_plan() -> None:
    made = table(PLAIN, ("Hire a sweeper", "Warden", "March 2024"), header_rows=0)
    read = composed(
        replace(made, title="Clean towns", source=Source(sheet="Clean towns")),
        replace(made, title="Good sleep", source=Source(sheet="Good sleep")),
    )
    assert [part.title for part in read.elements] == ["Clean towns", "Good sleep"]


def test_a_sheet_with_a_heading_of_its_own_needs_no_other() -> None:
    sheet = Source(sheet="1 Towns")
    made = replace(table(PLAIN, ("Hire a sweeper", "Warden", "March 2024")), title="1 Towns")
    read = composed(
        Paragraph("Workstream: Tidy squares", source=sheet),
        replace(made, source=sheet),
        replace(made, title="2 Sleep", source=Source(sheet="2 Sleep")),
    )
    assert [(part.kind, part.title) for part in read.elements] == [
        ("workstream", "Tidy squares"),
        ("priority", "Sleep"),
    ]


def test_a_column_without_a_place_in_the_plan_is_said() -> None:
    read = composed(
        table((*PLAIN, "Comments"), ("Hire a sweeper", "Warden", "March 2024", "Still waiting"))
    )
    assert [(finding.rule, finding.severity) for finding in read.findings] == [
        ("column-left-out", "info")
    ]


def test_a_column_of_ranks_measures_nothing() -> None:
    read = composed(
        table(
            (*PLAIN, "Impact (H/M/L)", "Priority"),
            ("Hire a sweeper", "Warden", "March 2024", "H", "1"),
            ("Empty the bins", "Warden", "March 2024", "M", "2"),
        )
    )
    assert all(not action.measures for action in actions_of(read))
    assert [part.title for part in read.elements] == ["Actions"]


def test_an_outcome_of_its_own_after_each_action_is_what_it_should_lead_to() -> None:
    read = composed(
        table(
            (*PLAIN, "KPI", "Outcome"),
            ("Hire a sweeper", "Warden", "March 2024", "Days swept", "Squares are clean"),
            ("Empty the bins", "Warden", "March 2024", "Bins emptied", "Fewer gulls"),
        )
    )
    assert [[measure.text for measure in action.measures] for action in actions_of(read)] == [
        ["Days swept", "Squares are clean"],
        ["Bins emptied", "Fewer gulls"],
    ]


def test_lists_side_by_side_are_several_actions() -> None:
    read = composed(
        Heading("Priority 1: Tidy squares", 2),
        table(
            (*PLAIN, "Measure"),
            (
                ["• Hire a sweeper", "• Empty the bins"],
                ["• Square Warden", "• Waste Manager"],
                ["• March 2024", "• May 2024"],
                "Litter falls from 40 to 30 tonnes",
            ),
        ),
    )
    first, second = actions_of(read)
    assert (first.text, first.leads, first.steps) == ("Hire a sweeper", ["Square Warden"], [])
    assert second.due is not None
    assert (second.text, second.due.month) == ("Empty the bins", "2024-05")
    assert [len(action.measures) for action in (first, second)] == [1, 0]


def test_a_heading_in_capitals_keeps_the_names_that_the_plan_writes_with_one() -> None:
    read = composed(
        Paragraph("PEOPLE IN WEALDSHIRE LIVE IN CLEAN TOWNS"),
        Paragraph("Every street in Wealdshire counts."),
        table(PLAIN, ("Hire a sweeper", "Warden", "March 2024")),
    )
    assert [part.title for part in read.elements] == ["People in Wealdshire live in clean towns"]


def test_totals_and_numbers_that_wait_for_an_action_are_none() -> None:
    read = composed(
        table(
            ("Ref", "Action", "Lead", "Cost"),
            ("1", "Hire a sweeper", "Warden", "£300"),
            ("2", "", "", ""),
            ("", "Total", "", "£300"),
        )
    )
    assert [action.ref for action in actions_of(read)] == ["1"]


def test_an_objective_within_a_priority_stands_one_level_down() -> None:
    read = composed(
        Paragraph("PRIORITY 1: TIDY SQUARES"),
        table(("Objective", *PLAIN), ("No litter", "Hire a sweeper", "Warden", "March 2024")),
    )
    (priority,) = read.elements
    assert (priority.kind, priority.label, priority.title) == (
        "priority",
        "Priority",
        "Tidy squares",
    )
    assert [(part.kind, part.label) for part in priority.children] == [("focus_area", "Objective")]


def test_the_title_of_the_plan_is_no_part_of_it() -> None:
    read = composed(
        Heading("Clean Towns Plan 2024 to 2026", 1),
        Paragraph("This plan was agreed in May."),
        Heading("Priority 1: Tidy squares", 2),
        table(PLAIN, ("Hire a sweeper", "Warden", "March 2024")),
    )
    assert [part.title for part in read.elements] == ["Tidy squares"]
    assert [said.text for said in read.statements] == ["This plan was agreed in May."]


def test_a_glossary_beside_action_tables_is_a_glossary() -> None:
    read = composed(
        Heading("Priority 1: Tidy squares", 2),
        table(("Ref", *PLAIN), ("TS 1.0", "Hire a sweeper", "Warden", "March 2024")),
        Paragraph("List of acronyms"),
        table(
            ("HSF", "Harbour Safety Forum", "SLO", "School Liaison Officer"),
            ("TPP", "Tree Planting Plan", "WAG", "Wardens Action Group"),
            ("ABC", "Area Board Chair", "XYZ", "Youth Zone"),
            header_rows=0,
        ),
    )
    assert [term.term for term in read.glossary] == ["HSF", "SLO", "TPP", "WAG", "ABC", "XYZ"]
    assert len(actions_of(read)) == 1


def test_every_action_and_measure_knows_its_place() -> None:
    read = composed(
        Heading("Priority 1: Tidy squares", 2),
        table((*PLAIN, "Measure"), ("Hire a sweeper", "Warden", "March 2024", "Sweeper hired")),
    )
    (action,) = actions_of(read)
    assert action.source is not None
    assert action.measures[0].source is not None
