"""Workbooks as councils keep them: covers, guidance, lists to choose from, totals, figures with formats."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
import xlsxwriter

from oneplan.document.schema import Action, Element
from oneplan.exchange.plan_readers.reading import Reading, read_plan

Cell = str | float | tuple[float, str] | None
"""A text, a number, or a number with its format."""

HEADER = ("Ref", "Action", "Lead", "By when", "Cost", "BRAG")


def workbook(**sheets: list[tuple[Cell, ...]]) -> bytes:
    """A workbook of named sheets ("_" for a space), each given by its rows."""
    saved = BytesIO()
    with xlsxwriter.Workbook(saved, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name.replace("_", " "))
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, tuple):
                        form = book.add_format({"num_format": value[1]})
                        sheet.write_number(number, column, value[0], form)
                    elif value is not None:
                        sheet.write(number, column, value)
    return saved.getvalue()


def read(**sheets: list[tuple[Cell, ...]]) -> Reading:
    return read_plan(workbook(**sheets), "plan.xlsx")


def elements(parts: list[Element]) -> Iterator[Element]:
    for part in parts:
        yield part
        yield from elements(part.children)


def actions(reading: Reading) -> list[Action]:
    return [action for part in elements(reading.plan.elements) for action in part.actions]


def rules(reading: Reading) -> list[str]:
    return [finding.rule for finding in reading.findings]


ROWS: list[tuple[Cell, ...]] = [
    HEADER,
    ("1.1", "Dig a pond at every primary school", "Rangers", "May 2031", "£400", "Green"),
    ("1.2", "Train forty pond wardens", "Head of Parks", "June 2031", "£900", "Amber"),
]


def test_cover_guidance_lists_and_dashboard_are_no_parts_of_the_plan() -> None:
    reading = read(
        Cover=[("Ponds for all",), (), ("Owner", "Head of Parks"), ("Status", "Final")],
        Guidance=[
            ("Fill in a row for each action.",),
            ("BRAG", "Meaning"),
            ("Blue", "All of it is done"),
            ("Green", "It will be done in time"),
        ],
        Action_Plan=ROWS,
        Lists=[("BRAG", "Theme"), ("Blue", "Theme 1"), ("Green", "Theme 2")],
        Dashboard=[("Theme", "Blue", "Green"), ("1", 2, 5), ("2", 1, 7)],
    )
    assert [action.ref for action in actions(reading)] == ["1.1", "1.2"]
    titles = [part.title for part in elements(reading.plan.elements)]
    assert not {"Cover", "Guidance", "Lists", "Dashboard"} & set(titles)
    kept = " ".join(statement.text for statement in reading.plan.statements)
    assert "Fill in a row for each action." in kept
    assert "Owner – Head of Parks" in kept


def test_a_sheet_for_each_part_is_a_part_each() -> None:
    reading = read(Clean_water=ROWS, Guidance=[("Read me",)], Safe_banks=ROWS)
    assert [part.title for part in reading.plan.elements] == ["Clean water", "Safe banks"]
    assert [len(part.actions) for part in reading.plan.elements] == [2, 2]


def test_rows_of_totals_are_left_out_and_said() -> None:
    reading = read(
        Action_Plan=[
            *ROWS,
            (None, "Total cost of theme 1", None, None, "£1,300", None),
            ("2.1", "Mow the banks once a year", "Rangers", "May 2031", "£200", "Red"),
            (None, None, None, "Grand total", (1500, '"£"#,##0'), None),
            ("Total", None, None, None, None, None),
        ]
    )
    assert [action.ref for action in actions(reading)] == ["1.1", "1.2", "2.1"]
    assert [[sum_.amount for sum_ in action.funding] for action in actions(reading)] == [
        [400.0],
        [900.0],
        [200.0],
    ]
    (finding,) = (each for each in reading.findings if each.rule == "total-left-out")
    assert finding.quotes == ("Total cost of theme 1 £1,300", "Grand total £1,500", "Total")
    assert "3 rows" in finding.message


def test_an_action_that_speaks_of_a_total_is_an_action() -> None:
    reading = read(
        Action_Plan=[
            *ROWS,
            ("1.3", "Publish the total cost", "Treasurer", "May 2031", "£5", "Red"),
            (None, "Total review of the boathouse", "Rangers", "May 2031", "£9", "Red"),
        ]
    )
    assert [action.text for action in actions(reading)][2:] == [
        "Publish the total cost",
        "Total review of the boathouse",
    ]
    assert "total-left-out" not in rules(reading)


def test_numbers_that_wait_for_an_action_are_said_once() -> None:
    reading = read(Action_Plan=[*ROWS, *((f"1.{n}",) for n in range(3, 20))])
    assert len(actions(reading)) == 2
    (finding,) = (each for each in reading.findings if each.rule == "number-without-action")
    assert "17 rows hold a number" in finding.message


def test_numbers_under_a_header_with_a_pound_sign_are_pounds() -> None:
    header = ("Ref", "Action", "Lead", "By when")
    row = ("1.1", "Dig a pond at every primary school", "Rangers", "May 2031")
    amounts = {}
    for unit in ("Cost (£)", "Budget £000", "Cost (£m)", "Cost"):
        (action,) = actions(read(Action_Plan=[(*header, unit), (*row, 2.5)]))
        amounts[unit] = (action.funding[0].amount, action.funding[0].currency)
    assert amounts == {
        "Cost (£)": (2.5, "GBP"),
        "Budget £000": (2500.0, "GBP"),
        "Cost (£m)": (2_500_000.0, "GBP"),
        "Cost": (None, None),
    }


def test_what_has_been_done_is_no_target_and_no_deadline() -> None:
    header = ("No", "Action", "Lead", "By when", "% complete", "Date completed", "Q1 progress")
    row = ("1", "Dig a pond at every primary school", "Rangers", (48000, "mmm-yy"))
    reading = read(Plan=[(*header,), (*row, (0.5, "0%"), (47900, "dd/mm/yyyy"), "Half dug")])
    (action,) = actions(reading)
    assert action.due is not None
    assert action.due.month == "2031-06"
    assert action.measures == []
    left = {quote for finding in reading.findings for quote in finding.quotes}
    assert {"% complete", "Date completed", "Q1 progress"} <= left


def test_a_percentage_stored_as_a_fraction_and_a_sum_stored_as_a_number_are_what_excel_shows() -> (
    None
):
    header = ("Action", "Lead", "By when", "Measure", "Baseline", "Target", "Cost")
    reading = read(
        Plan=[
            header,
            (
                "Dig a pond at every primary school",
                "Rangers",
                (48000, "dd/mm/yyyy"),
                "Schools with a pond",
                (0.33, "0%"),
                (0.425, "0.0%"),
                (115000, '"£"#,##0'),
            ),
        ]
    )
    (action,) = actions(reading)
    (measure,) = action.measures
    assert [each.value for each in measure.baselines] == [33.0]
    assert [each.value for each in measure.targets] == [42.5]
    assert measure.unit == "percent"
    assert action.funding[0].amount == 115_000
    assert action.due is not None
    assert action.due.text == "1 June 2031"


def test_the_key_below_a_table_is_no_action() -> None:
    reading = read(
        Action_Plan=[
            *ROWS,
            (),
            ("Key", "B = done", "R = off track", "A = at risk"),
            ("Blue", "The action is complete"),
            ("R", "The action is off track"),
        ]
    )
    assert [action.ref for action in actions(reading)] == ["1.1", "1.2"]
    (finding,) = (each for each in reading.findings if each.rule == "key-left-out")
    assert "3 rows" in finding.message


def test_a_wide_time_line_hides_no_action_and_is_said_once() -> None:
    weeks = tuple(f"W{n}" for n in range(1, 61))
    reading = read(
        Delivery=[
            ("No.", "Task", "Owner", "Start", "End", *weeks),
            ("1", "Write the strategy for ponds", "Rangers", "May 2030", "May 2031", "x", "x"),
            ("2", "Open two boathouses", "Rangers", "May 2030", "May 2032", None, None, "x"),
        ]
    )
    assert [action.ref for action in actions(reading)] == ["1", "2"]
    said = [finding.message for finding in reading.findings]
    assert sum("W1” to “W60" in message for message in said) == 1
    assert not any("“W2”" in message for message in said)


def test_a_column_without_a_header_is_told_with_what_it_holds() -> None:
    noted = [(*ROWS[0], None), (*ROWS[1], "Wait for the frogs"), (*ROWS[2], "Ask the scouts")]
    reading = read(Action_Plan=noted)
    assert len(actions(reading)) == 2
    quotes = {quote for finding in reading.findings for quote in finding.quotes}
    told = {each.text for part in elements(reading.plan.elements) for each in part.statements}
    assert "Wait for the frogs" in quotes | told


WIDE = ("Ref", "Action", "By when", "Measure", "Partners and lead", "Groups")
FIRST: list[tuple[Cell, ...]] = [
    WIDE,
    (
        "1.1",
        "Train forty pond wardens",
        "June 2031",
        "Forty trained",
        "Scouts, Guides",
        "Pond Board",
    ),
]


@pytest.mark.parametrize(
    "rest",
    [
        [(None, None, None, None, "Head of Parks", None)],
        [(None, None, None, None, "Head of Parks", "Ranger Network")],
        [WIDE, (None, None, None, None, "Head of Parks", None)],
    ],
)
def test_the_rest_of_a_row_alone_on_the_next_sheet_belongs_to_its_action(
    rest: list[tuple[Cell, ...]],
) -> None:
    third: list[tuple[Cell, ...]] = [
        WIDE,
        (
            "1.2",
            "Clear all weed each autumn",
            "May 2031",
            "No weed",
            "Divers, Anglers",
            "Pond Board",
        ),
    ]
    first, second = actions(read(Sheet1=FIRST, Sheet2=rest, Sheet3=third))
    assert first.leads == ["Head of Parks"]
    assert first.partners == ["Scouts", "Guides"]
    assert second.leads == []
