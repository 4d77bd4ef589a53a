"""The whole way of a plan in a real browser, from a file to versions that tell exactly what was edited."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import expect

from builders.documents.word import write_docx
from builders.edited_books import Book
from builders.layouts import Layout, in_layout_order, lay_out
from builders.plan_officer import NewOfficer, PlanOfficer
from builders.shared import SEEDS
from oneplan.document.files import from_yaml

pytestmark = pytest.mark.browser

ADA, BEA = "ada@vale.example", "bea@vale.example"
CLUB = "Fenshire Rowing Club"


def _as_word(folder: Path) -> Path:
    """The example action plan as somebody may have typed it in Word."""
    example = files("oneplan.examples") / "worcestershire-2009-10.yaml"
    plan = in_layout_order(from_yaml(example.read_bytes()))
    file = folder / "action plan.docx"
    file.write_bytes(write_docx(lay_out(plan, Layout.drawn(Random(1)))))
    return file


@pytest.fixture
def action_plan(tmp_path: Path) -> Path:
    """An action plan of 135 actions as a file: as it was published where that is at hand, else as Word."""
    return next(SEEDS.glob("003_*.txt")) if SEEDS else _as_word(tmp_path)


def _settle(officer: PlanOfficer) -> None:
    """Settles the names of one kind at once, two by themselves, then all, then what was left to be looked at."""
    page = officer.page
    heading = page.get_by_role("heading", level=1)
    officer.press(page.get_by_role("button", name=re.compile("new names among posts")))
    expect(page.get_by_role("heading", name="Posts: all settled")).to_be_visible()
    officer.press(officer.button("Add it"))
    officer.sees("to settle of")
    officer.press(officer.link("It is another one"))
    officer.sees("mean?")
    officer.press(officer.button("Settle it"))
    officer.sees("to settle of")
    officer.press(page.locator("form.op-go button").last)
    expect(page.locator(".op-came-of")).to_contain_text("Settled")
    while officer.button("Make new").count():
        before = heading.inner_text()
        officer.press(officer.button("Make new"))
        expect(heading).not_to_have_text(before)
    officer.sees("names are settled")


def _look_and_settle(officer: PlanOfficer) -> None:
    expect(officer.page.locator("main")).to_contain_text("The source beside its reading")
    officer.press(officer.link("Go on to the names"))
    officer.sees("names to settle")
    _settle(officer)
    officer.press(officer.link("Go on to the red pen"))
    officer.sees("The red pen found")


def _correct_and_accept(officer: PlanOfficer) -> None:
    """A measure is typed anew, a finding mended by that, another one accepted."""
    page = officer.page
    officer.change("actions/bh-6-0/", "Change the measure", lambda said: said.replace("85%", "86%"))
    expect(page.locator("main")).to_contain_text("86% target")
    page.goto(f"{officer.plan}red-pen/?severity=error")
    found = page.locator("article", has_text="A year that cannot be")
    officer.press(found.get_by_role("link", name="BH 5.5", exact=True))
    officer.sees("choice of services")
    wrong = page.locator("li", has_text="2007/07").get_by_role("link", name=re.compile("^Change"))
    officer.press(wrong.first)
    field = page.get_by_label("The measure, as a sentence")
    officer.type(field, field.input_value().replace("2007/07", "2007/08"))
    expect(page.locator("#understood")).to_contain_text("2007/08")
    officer.save()
    expect(page.locator(".op-came-of")).to_contain_text("Settled by this: A year that cannot be")
    page.goto(f"{officer.plan}red-pen/?severity=error")
    officer.tick(page.get_by_label("Choose").first)
    officer.press(officer.button("Accept those chosen"))
    officer.type(page.get_by_label("Why it may stay as it is"), "The list is quoted as it was")
    officer.press(officer.button("Accept"))
    expect(page.locator(".op-notice").first).to_contain_text("1 finding accepted")
    expect(page.locator("main")).to_contain_text("The list is quoted as it was")


def _edit_ten(officer: PlanOfficer) -> list[str]:
    """Changes ten actions in ten ways; gives how a comparison begins to tell each."""
    officer.change("actions/bh-1-1/", "Change what will be done", lambda said: f"{said} Together")
    officer.change("actions/bh-1-2/", "Change by when", "June 2011")
    officer.change("actions/bh-1-3/", "Change who leads it", "Head of Quiet Tyres")
    officer.change("actions/bh-1-4/", "Change the money", "£9,000 from the ferry fund")
    officer.change("actions/bh-6-0/", "Change the measure", lambda said: said.replace("86%", "88%"))
    officer.change("actions/bh-2-2/", "Change the partners", lambda said: f"{said}\n{CLUB}")
    officer.change("actions/bh-3-1/", "Add steps", "Ask the rowers first")
    officer.change("actions/ss-1-3/", "Add status", "On track")
    officer.change("actions/ss-1-2/", "Add where", "Quillshire")
    officer.change("actions/ss-1-1/", "Change the reference", "SS 1.11")
    return [
        "BH 1.1 is reworded",
        "BH 1.2 is due later: June 2011 instead of March 2011",
        "BH 1.3 has another lead: Head of Quiet Tyres instead of ",
        "BH 1.4 now has money: £9,000 (from the ferry fund)",
        "The target of BH 6.0 is raised from 86% in March 2010 to 88% in March 2010",
        f"BH 2.2 gains {CLUB} (partner)",
        "BH 3.1 has a new step: Ask the rowers first",
        "The status of SS 1.3 is On track, was not stated",
        "SS 1.2 gains Quillshire (place)",
        "SS 1.1 is now SS 1.11",
    ]


def _edit_sheet(book: Book) -> list[str]:
    """Edits the actions in Excel in every way; gives how a comparison begins to tell what is chosen of it."""
    book.put("Actions", "BH 2.3", "Status", "Begun")
    book.put("Actions", "EA 1.3", "Status", "Begun")
    book.put("Actions", "BH 2.4", "By when", "June 2012")
    words = book.at("Actions", "BH 3.2", "What will be done")
    book.put("Actions", "BH 3.2", "What will be done", f"{words} Together")
    book.put("Actions", "BH 4.1", "Led by", book.at("Actions", "BH 1.3", "Led by"))
    sentence = book.at("Measures", "BH 6.0", "Measure, as a sentence")
    book.put("Measures", "BH 6.0", "Measure, as a sentence", sentence.replace("88%", "89%"))
    below = book.sheets["Actions"].index(book.row("Actions", "EA 1.2")) + 1
    where = book.at("Actions", "EA 1.2", "Where it stands")
    boats = {"Reference": "EA 1.9", "Where it stands": where, "What will be done": "Lend boats"}
    book.add("Actions", boats, at=below)
    book.drop("Actions", "EA 2.2")
    moved, before = _swapped(book)
    return [
        "The status of BH 2.3 is Begun, was not stated",
        "BH 2.4 is due later: June 2012 instead of March 2011",
        "BH 3.2 is reworded",
        "BH 4.1 has another lead: Head of Quiet Tyres instead of ",
        "The target of BH 6.0 is raised from 88% in March 2010 to 89% in March 2010",
        "EA 1.9 is new: Lend boats",
        "EA 2.2 is gone: ",
        f"{moved} stands after {before} now",
    ]


def _swapped(book: Book) -> tuple[str, str]:
    """Moves a row up, past one of the same area; gives it and what it stands behind now."""
    rows, where = book.sheets["Actions"], book.column("Actions", "Where it stands")
    at = rows.index(book.row("Actions", "SS 3.3"))
    area = rows[at][where]
    assert area == rows[at - 1][where] == rows[at - 2][where]
    rows[at - 1], rows[at] = rows[at], rows[at - 1]
    return rows[at - 1][0], rows[at - 2][0]


def _by_excel(ada: PlanOfficer, bea: PlanOfficer) -> list[str]:
    """Ada edits the sheet while Bea edits the pages; gives how a comparison begins to tell what came of it."""
    book = ada.workbook()
    edits = _edit_sheet(book)
    bea.change("actions/bh-2-3/", "Add status", "Nearly done")
    bea.change("actions/ss-2-1/", "Add status", "Not begun")
    ada.bring_back(book)
    ada.sees("in 9 things")
    page = ada.page
    conflict = page.locator("fieldset", has_text="Somebody has changed this meanwhile")
    expect(conflict).to_have_count(1)
    expect(conflict).to_contain_text("Nearly done")
    ada.tick(conflict.get_by_label("Put what the sheet says"))
    page.locator("section", has_text="EA 1.3").get_by_role("checkbox").uncheck()
    gone = page.locator("section", has_text="EA 2.2").get_by_role("checkbox")
    expect(gone).not_to_be_checked()
    ada.tick(gone)
    ada.press(ada.button("Change what is chosen"))
    expect(page.locator(".op-came-of")).to_contain_text("Taken from the sheet")
    ada.sees("The sheet differs from the plan in 1 thing")
    ada.press(ada.button("Leave the rest"))
    page.wait_for_url("**/actions/")
    return [*edits, "The status of SS 2.1 is Not begun, was not stated"]


def _tells_exactly(told: list[str], expected: list[str]) -> None:
    """Each sentence is expected, and each that is expected is told, once."""
    beginnings = [next((each for each in expected if said.startswith(each)), said) for said in told]
    assert sorted(beginnings) == sorted(expected)


def test_a_plan_goes_from_a_file_to_a_version_and_its_edits_are_told_exactly(
    new_officer: NewOfficer, action_plan: Path
) -> None:
    ada, bea = new_officer(ADA), new_officer(BEA)
    ada.start_partnership(f"Vale {action_plan.suffix.strip('.')} Partnership")
    ada.send(action_plan)
    _look_and_settle(ada)
    ada.make_draft()
    _correct_and_accept(ada)
    ada.freeze("1.0")
    _tells_exactly(ada.compared("1.0"), [])
    edits = _edit_ten(ada)
    _tells_exactly(ada.compared("1.0"), edits)
    ada.freeze("1.1")
    ada.add_officer(BEA, "Bea Holt")
    bea.plan = ada.plan
    ada.page.goto(ada.plan)
    chosen = _by_excel(ada, bea)
    _tells_exactly(ada.compared("1.1"), chosen)
    assert len(ada.compared("1.0")) == len(edits) + len(chosen) - 1  # a target was raised twice
