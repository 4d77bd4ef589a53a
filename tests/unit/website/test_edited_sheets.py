"""What each way of editing the downloaded sheet asks of the plan, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from builders.any_plan import PLANS
from builders.edited_books import Book, book_of
from oneplan.document.schema import Action, Due, Element, Measure, PlanDocument
from oneplan.exchange.sheets.book import Origin
from oneplan.exchange.sheets.reading import read_back
from oneplan.exchange.sheets.writing import written
from oneplan.partnership.plans.parts.changes import Change, changes_between
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.parts.sheets.columns import KEY
from oneplan.partnership.plans.parts.sheets.laid_out import tables_of
from oneplan.partnership.plans.parts.sheets.taken_up import TakenUp, taken_up
from oneplan.website.pages.spreadsheet.layout import LAYOUT

TEXT, DUE, WHERE = "What will be done", "By when", "Where it stands"


def _action(number: int) -> Action:
    return Action(
        id=f"kiln-{number}",
        ref=f"K{number}",
        text=f"Fire the kiln of street {number}",
        due=Due(text="March 2028", month="2028-03"),
        leads=["Potters Guild", "Fenshire Council"],
        measures=[Measure(id=f"pots-{number}", text=f"{number}0 pots are sold by March 2028")],
    )


PLAN = PlanDocument(
    title="A plan of clay",
    elements=[
        Element(id="fire", kind="outcome", label="Outcome", code="1", title="Fire", actions=[_action(n) for n in range(1, 6)]),
        Element(id="water", kind="outcome", label="Outcome", code="2", title="Water"),
    ],
)  # fmt: skip


def _data(parts: Parts) -> bytes:
    return written(tables_of(parts, LAYOUT), Origin("clay", 1, "mark"))


def _taken(parts: Parts, data: bytes) -> TakenUp:
    return taken_up(parts, read_back(data, "clay.xlsx", LAYOUT.headers).sheets, LAYOUT)


class Edited:
    """The sheet of the plan of clay, and what comes of its edits."""

    def __init__(self) -> None:
        self.parts = parts_of(PLAN)
        self.book: Book = book_of(_data(self.parts))

    def put(self, ref: str, header: str, value: Any) -> None:
        self.book.put("Actions", ref, header, value)

    @property
    def taken(self) -> TakenUp:
        return _taken(self.parts, self.book.saved())

    @property
    def changes(self) -> list[Change]:
        taken = self.taken
        assert [each.message for each in taken.findings if each.severity != "info"] == []
        return changes_between(self.parts, taken.parts)

    @property
    def told(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(each.key, each.names) for each in self.changes]


@pytest.fixture
def edited() -> Edited:
    return Edited()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PLANS)
def test_the_sheet_of_any_plan_unedited_asks_for_nothing(document: PlanDocument) -> None:
    parts = parts_of(document)
    taken = _taken(parts, _data(parts))
    assert changes_between(parts, taken.parts) == []
    assert taken.findings == []


def test_a_sheet_saved_by_another_program_asks_for_nothing(edited: Edited) -> None:
    assert edited.changes == []


def test_a_cell_that_is_typed_anew_is_one_change(edited: Edited) -> None:
    edited.put("K2", "Led by", "Fenshire Council\nRiver Trust")
    (change,) = edited.changes
    assert change.after == {"leads": ["Fenshire Council", "River Trust"]}


def test_a_month_that_became_a_date_of_the_spreadsheet_is_the_same(edited: Edited) -> None:
    edited.put("K1", DUE, date(2028, 3, 1))
    assert edited.changes == []


def test_a_date_cell_is_read_as_the_day_it_is(edited: Edited) -> None:
    edited.put("K1", DUE, date(2029, 6, 14))
    (change,) = edited.changes
    assert change.after == {"due": {"text": "14 June 2029", "month": "2029-06"}}


def test_a_number_typed_as_reference_is_a_text(edited: Edited) -> None:
    edited.put("K1", "Reference", 12.0)
    (change,) = edited.changes
    assert change.after == {"ref": "12"}


def test_a_row_that_was_moved_is_the_only_one_that_moves(edited: Edited) -> None:
    rows = edited.book.sheets["Actions"]
    rows.insert(1, rows.pop(4))
    assert edited.told == [("kiln-4", ("position",))]


def test_an_action_is_moved_by_the_name_of_its_new_place(edited: Edited) -> None:
    edited.put("K3", WHERE, "outcome 2")
    (change,) = edited.changes
    assert change.after
    assert change.after["owner"] == "water"


def test_a_deleted_row_takes_its_measures_with_it(edited: Edited) -> None:
    edited.book.drop("Actions", "K5")
    assert [(each.key, each.after) for each in edited.changes] == [
        ("pots-5", None),
        ("kiln-5", None),
    ]


def test_a_new_row_stands_where_it_was_put(edited: Edited) -> None:
    edited.book.add("Actions", {TEXT: "Dig more clay", DUE: "2030"}, at=3)
    (change,) = edited.changes
    parts = edited.taken.parts
    assert [each.key for each in parts.children("fire", "action")][2] == change.key
    assert parts[change.key]["due"]["period"] == "2030"


def test_a_row_that_was_copied_is_a_second_action(edited: Edited) -> None:
    rows = edited.book.sheets["Actions"]
    rows.insert(2, list(rows[1]))
    edited.book.sheets["Actions"][2][edited.book.column("Actions", TEXT)] = "Fire it twice"
    (change,) = edited.changes
    assert change.before is None
    assert change.after
    assert change.after["text"] == "Fire it twice"


def test_rows_without_a_key_are_known_by_reference_and_text(edited: Edited) -> None:
    edited.put("K1", KEY, "")
    edited.put("K1", "Status", "Lit")
    edited.put("K2", KEY, "")
    edited.put("K2", "Reference", "")
    assert edited.told == [("kiln-1", ("status",)), ("kiln-2", ("ref",))]


def test_a_sheet_that_lost_its_keys_is_the_same(edited: Edited) -> None:
    for sheet in ("Actions", "Measures"):
        edited.book.without_column(sheet, KEY)
    assert edited.changes == []


def test_columns_may_be_lost_and_put_in_another_order(edited: Edited) -> None:
    edited.book.without_column("Actions", "Led by")
    for row in edited.book.sheets["Actions"]:
        row.reverse()
    assert edited.changes == []


def test_a_missing_sheet_changes_nothing(edited: Edited) -> None:
    del edited.book.sheets["Measures"]
    assert edited.changes == []


def test_a_column_of_ones_own_is_told_and_not_read(edited: Edited) -> None:
    for number, row in enumerate(edited.book.sheets["Actions"]):
        row.append("My notes" if not number else "call them")
    (finding,) = edited.taken.findings
    assert "My notes" in finding.message
    assert finding.severity == "info"


def test_a_measure_typed_anew_is_understood_anew(edited: Edited) -> None:
    sheet = edited.book.sheets["Measures"]
    sheet[1][1] = "Sell 25 pots by March 2029"
    (change,) = edited.changes
    assert change.key == "pots-1"
    assert change.after
    assert change.after["text"] == "Sell 25 pots by March 2029"


def test_what_is_nowhere_in_the_plan_is_a_finding_with_its_place(edited: Edited) -> None:
    edited.put("K3", WHERE, "Outcome 9")
    edited.put("K4", TEXT, "")
    edited.put("K5", "Heading", "Odd")
    found = edited.taken.findings
    assert [(each.source.row, each.where) for each in found if each.source] == [
        (4, WHERE),
        (5, TEXT),
        (6, "Heading"),
    ]
    assert changes_between(edited.parts, edited.taken.parts) == []


def test_harmful_words_of_the_plan_come_back_as_they_were() -> None:
    action = Action(id="k", text="=HYPERLINK(1)", status="-done", leads=["@council", "+44"])
    element = Element(id="e", kind="outcome", title="=1", actions=[action])
    parts = parts_of(PlanDocument(title="t", elements=[element]))
    taken = _taken(parts, book_of(_data(parts)).saved())
    assert taken.parts == parts


def test_a_measure_is_moved_to_another_action_before_its_own_goes(edited: Edited) -> None:
    edited.book.drop("Actions", "K5")
    place = edited.book.column("Measures", "Measure of")
    edited.book.sheets["Measures"][5][place] = "K1"
    told = {each.key: each for each in edited.changes}
    assert told["kiln-5"].after is None
    moved = told["pots-5"].after
    assert moved
    assert moved["owner"] == "kiln-1"


def test_a_workbook_that_lost_its_hidden_sheet_has_no_origin(edited: Edited) -> None:
    del edited.book.sheets["oneplan"]
    assert read_back(edited.book.saved(), "clay.xlsx", LAYOUT.headers).origin is None


def test_rows_above_the_headers_do_no_harm(edited: Edited) -> None:
    for sheet in ("Actions", "Measures"):
        edited.book.sheets[sheet].insert(0, ["For the meeting on Monday"])
    edited.book.sheets["Actions"][3][edited.book.sheets["Actions"][1].index("Status")] = "Lit"
    assert edited.told == [("kiln-2", ("status",))]


def test_a_heading_is_chosen_by_its_words(edited: Edited) -> None:
    edited.put("K1", "Heading", "to NARROW the gap")
    (change,) = edited.changes
    assert change.after == {"category": "narrow_the_gap"}
