"""The whole way of a plan, from signing in to a comparison of versions, without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from builders.plan_officer import NewOfficer, PlanOfficer

pytestmark = pytest.mark.browser

CAI = "cai@vale.example"
REASON = "The van makers say so"


def _bring_in(officer: PlanOfficer, file: Path) -> None:
    officer.start_partnership("Vale Keyboard Partnership")
    officer.send(file)
    officer.press(officer.link("Go on to the names"))
    officer.sees("to settle")
    officer.press(officer.button("Add"))
    officer.sees("settled")
    officer.press(officer.link("Go on to the red pen"))
    officer.sees("The red pen found")
    officer.make_draft()


def _mend(officer: PlanOfficer) -> None:
    """An action is reworded, a measure typed anew as a sentence, a finding accepted with a reason."""
    page = officer.page
    officer.press(officer.link("Actions"))
    page.wait_for_url("**/actions/")
    officer.press(officer.link("QN 1.1"))
    officer.sees("Fit quieter tyres")
    officer.press(officer.link("Change the measure"))
    sentence = page.get_by_label("The measure, as a sentence")
    expect(sentence).to_be_focused()
    officer.type(sentence, "Cut complaints from 90 in March 2026 to 60 in March 2027")
    expect(page.locator("#understood")).to_contain_text("60, March 2027")
    officer.save()
    expect(page.locator(".op-came-of")).to_contain_text("Settled by this")
    officer.press(officer.link("Red pen"))
    officer.sees("The red pen found")
    officer.tick(page.get_by_label("Choose").first)
    officer.press(officer.button("Accept those chosen"))
    officer.type(page.get_by_label("Why it may stay as it is"), REASON)
    officer.press(officer.button("Accept"))
    expect(page.locator("main")).to_contain_text(REASON)


def test_the_whole_way_is_gone_by_keyboard_alone(new_officer: NewOfficer, plan_file: Path) -> None:
    cai = new_officer(CAI, by_keyboard=True)
    _bring_in(cai, plan_file)
    _mend(cai)
    cai.freeze("1.0")
    cai.press(cai.link("Actions"))
    cai.page.wait_for_url("**/actions/")
    cai.press(cai.link("QN 1.2"))
    cai.sees("Move bin rounds")
    cai.press(cai.link("Change by when"))
    cai.type(cai.page.locator(".op-form input:not([type=hidden])").first, "August 2026")
    cai.save()
    [told] = cai.compared("1.0")
    assert told == "QN 1.2 is due later: August 2026 instead of June 2026"
