"""The actions of a live plan taken away as Excel, edited, and brought back through the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from builders.edited_books import Book, book_of
from builders.editing_pages import EditedPlan, edited_plan
from oneplan.document.schema import Action, Due, Element, Measure, PlanDocument
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.queries.history import history

TICKED = re.compile(r'name="tick" value="([^"]*)" checked')
TICKS = re.compile(r'name="tick" value="([^"]*)"')
NOTED = re.compile(
    r'name="tick" value="([^"]*)"[^>]*> <span><b>[^<]*</b> <span class="op-quiet">([^<]*)<'
)
CHOICES = re.compile(r'name="(choice:[^"]*)"')
MARK = re.compile(r'name="sheet" value="(\w+)"')
SEEN = re.compile(r'name="seen" value="(\d+)"')


def _document() -> PlanDocument:
    actions = [
        Action(
            id=f"quay-{number}",
            ref=f"Q{number}",
            text=f"Rebuild landing stage {number}",
            due=Due(text="March 2028", month="2028-03"),
            leads=["Harbour Board"] if number < 3 else ["Fenshire Council"],
            measures=[
                Measure(
                    id=f"boats-{number}",
                    text=f"{number} stages are open by March 2028",
                    kind="quantified",
                )
            ],
        )
        for number in range(1, 5)
    ]
    quays = Element(
        id="quays", kind="priority", label="Priority", code="1", title="Quays", actions=actions
    )
    paths = Element(id="paths", kind="priority", label="Priority", code="2", title="Paths")
    return PlanDocument(title="A plan for the shore", elements=[quays, paths])


@pytest.fixture
def plan(db: None, tmp_path: Path) -> Iterator[EditedPlan]:  # noqa: ARG001 - the database must stand
    with override_settings(ONEPLAN_DATA=tmp_path):
        yield edited_plan(_document())


def _downloaded(plan: EditedPlan, browser: Client | None = None) -> Book:
    return book_of(plan.page("spreadsheet/actions.xlsx", browser).content)


def _sent(plan: EditedPlan, book: Book, browser: Client | None = None) -> str:
    """The page that answers a sheet."""
    file = SimpleUploadedFile("shore.xlsx", book.saved())
    answer = (browser or plan.browser).post(
        plan.address + "spreadsheet/", {"sheet": file}, follow=True
    )
    return unescape(answer.text)


def _chosen(plan: EditedPlan, page: str, browser: Client | None = None, **more: Any) -> str:
    """The page after choosing what is ticked already, and what is said besides."""
    found = {pattern: pattern.search(page) for pattern in (MARK, SEEN)}
    mark, seen = found[MARK], found[SEEN]
    assert mark
    assert seen
    fields = {
        "choose": "1",
        "sheet": mark[1],
        "seen": seen[1],
        "tick": TICKED.findall(page),
        **more,
    }
    answer = (browser or plan.browser).post(plan.address + "spreadsheet/", fields, follow=True)
    return unescape(answer.text)


def test_the_list_of_actions_leads_to_the_sheet_and_back(plan: EditedPlan) -> None:
    page = plan.page("actions/").text
    assert "Actions as Excel" in page
    assert "Bring the sheet back" in page
    viewer = plan.page("actions/", plan.other("Reed", Role.VIEWER)).text
    assert "Actions as Excel" in viewer
    assert "Bring the sheet back" not in viewer


def test_a_sheet_that_nobody_edited_changes_nothing(plan: EditedPlan) -> None:
    page = _sent(plan, _downloaded(plan))
    assert "The plan says what the sheet says" in page
    assert not TICKS.findall(page)


def test_what_was_edited_is_offered_and_changed_when_it_is_chosen(plan: EditedPlan) -> None:
    book = _downloaded(plan)
    book.put("Actions", "Q2", "What will be done", "Rebuild both landing stages")
    book.put("Actions", "Q3", "By when", "June 2029")
    page = _sent(plan, book)
    assert sorted(TICKED.findall(page)) == ["due:quay-3", "text:quay-2"]
    after = _chosen(plan, page, tick=["due:quay-3"])
    assert plan.parts["quay-3"]["due"]["month"] == "2029-06"
    assert plan.parts["quay-2"]["text"] == "Rebuild landing stage 2"
    assert TICKED.findall(after) == ["text:quay-2"]
    assert history(plan.now).done[0].operation == "spreadsheet"


def test_a_date_a_sum_and_a_figure_that_are_not_understood_are_told_before_they_are_chosen(
    plan: EditedPlan,
) -> None:
    book = _downloaded(plan)
    book.put("Actions", "Q1", "By when", "when the tide allows")
    book.put("Actions", "Q2", "Money", "about ten thousand from the lottery")
    book.put("Actions", "Q3", "By when", "June 2029")
    book.put("Actions", "Q3", "Money", "£12,000 from the lottery")
    page = _sent(plan, book)
    noted = dict(NOTED.findall(page))
    assert sorted(noted) == ["due:quay-1", "funding:quay-2"]
    assert "No date could be found" in noted["due:quay-1"]
    assert "“about ten thousand from the lottery”" in noted["funding:quay-2"]
    assert {"due:quay-3", "funding:quay-3"} <= set(TICKED.findall(page))


def test_a_new_row_and_a_measure_without_a_figure_are_told_so(plan: EditedPlan) -> None:
    book = _downloaded(plan)
    row = {"What will be done": "Lay a boardwalk", "Where it stands": "Priority 2"}
    book.add("Actions", {**row, "By when": "as soon as may be"})
    book.sheets["Measures"][1][1] = "People like the landing stages"
    noted = dict(NOTED.findall(_sent(plan, book)))
    assert "No figure that can be followed" in noted.pop("words:boats-1")
    (said,) = noted.values()
    assert "No date could be found" in said


def test_rows_are_added_and_removed_with_their_measures(plan: EditedPlan) -> None:
    book = _downloaded(plan)
    book.drop("Actions", "Q4")
    book.add(
        "Actions",
        {
            "Reference": "P1",
            "What will be done": "Lay a boardwalk",
            "Where it stands": "Priority 2",
        },
    )
    book.add(
        "Measures",
        {"Measure of": "P1", "Measure, as a sentence": "The boardwalk is open by May 2027"},
    )
    page = _sent(plan, book)
    added = TICKED.findall(page)
    assert len(added) == 1
    assert "whole:quay-4" in TICKS.findall(page)
    _chosen(plan, page, tick=[*added, "whole:quay-4"])
    assert "quay-4" not in plan.parts
    assert "boats-4" not in plan.parts
    (new,) = plan.parts.children("paths", "action")
    assert new["text"] == "Lay a boardwalk"
    (measure,) = plan.parts.children(new.key, "measure")
    assert "boardwalk" in measure["text"]


def test_what_somebody_else_changed_meanwhile_is_a_choice(plan: EditedPlan) -> None:
    book = _downloaded(plan)
    book.put("Actions", "Q1", "Status", "Half done")
    book.put("Actions", "Q2", "Status", "Not begun")
    other = plan.other()
    plan.sent("parts/quay-1/change/status/", other, status="Nearly done")
    page = _sent(plan, book)
    assert "Somebody has changed this meanwhile" in page
    assert "Nearly" in page
    assert CHOICES.findall(page) == ["choice:status:quay-1"] * 2
    after = _chosen(plan, page)
    assert plan.parts["quay-1"]["status"] == "Nearly done"
    assert plan.parts["quay-2"]["status"] == "Not begun"
    _chosen(plan, after, **{"choice:status:quay-1": "mine"})
    assert plan.parts["quay-1"]["status"] == "Half done"


def test_what_changes_between_looking_and_choosing_is_not_overwritten(plan: EditedPlan) -> None:
    book = _downloaded(plan)
    book.put("Actions", "Q1", "Status", "Half done")
    page = _sent(plan, book)
    plan.sent("parts/quay-1/change/status/", plan.other(), status="Nearly done")
    after = _chosen(plan, page)
    assert "somebody else has changed the same meanwhile" in after
    assert plan.parts["quay-1"]["status"] == "Nearly done"


def test_what_cannot_be_changed_alone_is_said_and_left(plan: EditedPlan) -> None:
    book = _downloaded(plan)
    book.drop("Actions", "Q4")
    place = book.column("Measures", "Measure of")
    book.sheets["Measures"][4][place] = "Q1"
    page = _sent(plan, book)
    after = _chosen(plan, page, tick=["whole:quay-4"])
    assert "Not all that you chose could be changed" in after
    assert "quay-4" in plan.parts
    assert "Choose at least one" in _chosen(plan, after, tick=[])


def test_a_lead_officer_changes_only_what_their_own_body_leads(plan: EditedPlan) -> None:
    officer = plan.other("Heron", Role.LEAD_OFFICER, plan.body("Harbour Board"))
    book = _downloaded(plan, officer)
    book.put("Actions", "Q1", "Status", "Half done")
    book.put("Actions", "Q1", "What will be done", "Something else")
    book.put("Actions", "Q3", "Status", "Never")
    page = _sent(plan, book, officer)
    assert "Only a plan officer may change this" in page
    _chosen(plan, page, officer, tick=["status:quay-1", "status:quay-3", "text:quay-1"])
    assert plan.parts["quay-1"]["status"] == "Half done"
    assert plan.parts["quay-1"]["text"] == "Rebuild landing stage 1"
    assert plan.parts["quay-3"]["status"] is None


def test_a_page_of_differences_takes_few_queries(
    plan: EditedPlan, django_assert_max_num_queries: Any
) -> None:
    officer = plan.other("Heron", Role.LEAD_OFFICER, plan.body("Harbour Board"))
    book = _downloaded(plan, officer)
    for ref in ("Q1", "Q2", "Q3", "Q4"):
        book.put("Actions", ref, "Status", "Half done")
    plan.sent("parts/quay-1/change/status/", status="Nearly done")
    _sent(plan, book, officer)
    with django_assert_max_num_queries(15):
        page = plan.page("spreadsheet/", officer).text
    assert len(TICKS.findall(page)) == 1
    assert len(CHOICES.findall(page)) == 2


def test_a_sheet_of_another_plan_is_refused(plan: EditedPlan) -> None:
    other = edited_plan(_document())
    page = _sent(plan, _downloaded(other, other.browser))
    assert "was not downloaded from this plan" in page


def test_what_is_no_workbook_is_refused_in_words(plan: EditedPlan) -> None:
    file = SimpleUploadedFile("shore.xlsx", b"not a workbook")
    answer = plan.browser.post(plan.address + "spreadsheet/", {"sheet": file})
    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert "Choose the sheet" in plan.browser.post(plan.address + "spreadsheet/", {}).text


def test_nobody_sees_what_another_person_sent(plan: EditedPlan) -> None:
    book = _downloaded(plan)
    book.put("Actions", "Q1", "Status", "Half done")
    _sent(plan, book)
    assert "Half done" not in plan.page("spreadsheet/", plan.other()).text
    assert "Half" in plan.page("spreadsheet/").text
    plan.sent("spreadsheet/", leave="1")
    assert "Half" not in plan.page("spreadsheet/").text
