"""What spreadsheets do to cells and columns, and what of it asks for a change of the plan."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from builders.edited_books import Book, book_of
from builders.pace import at_this_pace
from oneplan.document.schema import Action, Due, Element, Funding, PlanDocument
from oneplan.exchange.sheets.book import Origin
from oneplan.exchange.sheets.reading import read_back
from oneplan.exchange.sheets.writing import written
from oneplan.partnership.plans.parts.changes import changes_between
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.parts.sheets.columns import KEY
from oneplan.partnership.plans.parts.sheets.laid_out import tables_of
from oneplan.partnership.plans.parts.sheets.taken_up import taken_up
from oneplan.website.pages.spreadsheet.items import Sides, items_of
from oneplan.website.pages.spreadsheet.layout import LAYOUT

TEXT = "What will be done"


def _plan(number: int) -> Parts:
    actions = [
        Action(
            id=f"barge-{n}",
            ref=f"B{n}",
            text=f"Paint barge {n}",
            due=Due(text="March 2028", month="2028-03"),
            leads=["Canal Trust"],
            funding=[Funding(text="£1,200", amount=1200, currency="GBP")],
        )
        for n in range(1, number + 1)
    ]
    return parts_of(
        PlanDocument(
            title="A plan of barges",
            elements=[Element(id="canal", kind="outcome", title="Canal", actions=actions)],
        )
    )


PARTS = _plan(4)


def _book(parts: Parts = PARTS) -> Book:
    return book_of(written(tables_of(parts, LAYOUT), Origin("barges", 1, "mark")))


def _asked(book: Book) -> tuple[dict[str, object], list[str]]:
    """The fields that a sheet changes, by part and name, and what is said of it."""
    back = read_back(book.saved(), "barges.xlsx", LAYOUT.headers)
    taken = taken_up(PARTS, back.sheets, LAYOUT)
    changes = changes_between(PARTS, taken.parts)
    fields = {
        f"{each.key}.{name}": value
        for each in changes
        for name, value in (each.after or {"gone": True}).items()
    }
    return fields, [each.message for each in taken.findings]


@pytest.mark.parametrize("header", [TEXT, "Money", "Led by", "Where it stands", KEY])
@pytest.mark.parametrize("error", [True, False])
def test_a_cell_that_says_nothing_because_of_a_formula_is_not_empty(
    header: str, *, error: bool
) -> None:
    book = _book()
    book.put_formula("Actions", "B2", header, error=error)
    fields, said = _asked(book)
    assert fields == {}
    if header not in ("Where it stands", KEY):
        (message,) = said
        assert ("an error" if error else "whose value was not saved") in message


@pytest.mark.parametrize(
    ("header", "typed", "name", "value"),
    [
        ("Money", 77000.0, "funding", "£77,000"),
        ("Money", 0.5, "funding", "£0.5"),
        ("By when", datetime(2029, 3, 5, 12, 30), "due", "5 March 2029"),  # noqa: DTZ001
        ("By when", 2029.0, "due", "2029"),
        ("Reference", 7.0, "ref", "7"),
    ],
)
def test_numbers_and_times_say_what_their_cells_show(
    header: str, typed: object, name: str, value: str
) -> None:
    book = _book()
    book.put("Actions", "B1", header, typed)
    fields, _ = _asked(book)
    (said,) = fields.values()
    assert list(fields) == [f"barge-1.{name}"]
    while not isinstance(said, str):
        said = said[0] if isinstance(said, list) else said["text"]  # type: ignore[index]
    assert said == value


def _headers_again(book: Book) -> None:
    book.sheets["Actions"].insert(3, list(book.sheets["Actions"][0]))


def _without_dates(book: Book) -> None:
    book.without_column("Actions", "By when")


def _without_keys(book: Book) -> None:
    book.without_column("Actions", KEY)


def _another_name(book: Book) -> None:
    book.sheets["Actions"][0][book.column("Actions", "By when")] = "Deadline"


def _twice(book: Book) -> None:
    for number, row in enumerate(book.sheets["Actions"]):
        row.append("May 2040" if number else "By when")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (_headers_again, []),
        (_without_dates, ["Not in the sheet: “By when”. Nothing that stands there is changed."]),
        (_without_keys, ["lost its column of keys"]),
        (_another_name, ["“Deadline” is none of oneplan’s", "Not in the sheet: “By when”"]),
        (_twice, ["“By when” stands there twice; only the first is read."]),
    ],
)
def test_columns_that_are_lost_doubled_or_renamed_are_told_and_change_nothing(
    edit: Callable[[Book], None], said: list[str]
) -> None:
    book = _book()
    edit(book)
    fields, messages = _asked(book)
    assert fields == {}
    assert len(messages) == len(said)
    for message, words in zip(messages, said, strict=True):
        assert words in message


def test_of_two_sheets_with_the_same_columns_the_first_is_read() -> None:
    book = _book()
    book.sheets["Actions (2)"] = [list(row) for row in book.sheets["Actions"]]
    book.sheets["Sums"] = [["1", "2"]]
    back = read_back(book.saved(), "barges.xlsx", LAYOUT.headers)
    assert (back.again, back.others) == (("Actions (2)",), ("Sums",))


def test_sheets_that_another_program_named_anew_and_gave_titles_are_known() -> None:
    book = _book()
    named = {
        "Actions": "Actions - Table 1",
        "Measures": "Measures - Table 1",
        "oneplan": "oneplan - Table 1",
    }
    book.sheets = {named[name]: [["Table 1"], *rows] for name, rows in book.sheets.items()}
    book.sheets["Export Summary"] = [["This document was exported"]]
    book.sheets["Actions - Table 1"][2][book.sheets["Actions - Table 1"][1].index("Status")] = (
        "Begun"
    )
    fields, _ = _asked(book)
    assert fields == {"barge-1.status": "Begun"}
    back = read_back(book.saved(), "barges.xlsx", LAYOUT.headers)
    assert back.origin == Origin("barges", 1, "mark")
    assert back.others == ("Export Summary",)


def _seconds(number: int) -> float:
    """Processor time for the differences of a sheet whose rows were all put in another order."""
    parts = _plan(number)
    turned = Parts(
        replace(part, position=-part.position) if part.sort == "action" else part for part in parts
    )
    changes = changes_between(parts, turned)
    begun = time.process_time()
    items = items_of(changes, Sides(parts, turned, parts), lambda _: True)
    assert len(items) >= number - 1
    return time.process_time() - begun


def test_a_sheet_of_thousands_that_was_sorted_is_compared_in_step_with_its_length() -> None:
    assert _seconds(4_000) < at_this_pace(4.0)
