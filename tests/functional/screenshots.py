"""The pictures of the README: ``PYTHONPATH=tests python tests/functional/screenshots.py``, from the example plans.

Starts the demo on a free port with a folder of its own, works on a plan as its people, and stops it again.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from builders.running_site import port_of_ones_own, running, wait_until_it_answers

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "images"
ON_THE_SHELF = "/plans/worcestershire-2009-10/"
PLAN = "Worcestershire's Children and Young People's Plan 2008-2011 Action Plan 2009-2010"
ACTION = "bh-1-1"
AGREED, OTHERWISE = "85% of schools", "nine schools in ten"
EDITS = (
    ("bh-1-2", "due", "June 2011"),
    ("bh-1-3", "leads", "Director of Public Health"),
    ("bh-1-4", "funding", "£24,000 from the pooled budget"),
    ("bh-1-5", "status", "On track"),
)
"""What the administrator changes besides: the action, the form, what is typed into its first field."""
WIDTH, HEIGHT = 1280, 900


def main() -> int:
    """Writes the pictures; 2 where there is no Chromium."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        sys.stderr.write("Chromium is not installed here.\n")
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        with port_of_ones_own() as port:
            pass
        command = [sys.executable, "-m", "oneplan.commandline.main", "demo", "--no-browser"]
        words = [*command, "--port", str(port), "--data", folder]
        with running(words, Path(folder)) as demo:
            address = f"http://127.0.0.1:{port}"
            wait_until_it_answers(address, demo)
            _take_all(program, address)
    return 0


def _take_all(program: str, address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        officer, administrator = (
            _signed_in(browser, address, role) for role in ("Plan officer", "Administrator")
        )
        officer.goto(address + ON_THE_SHELF)
        _take(officer, "plan-on-a-page")
        plan = _live_plan(officer, address)
        _two_edit_one_text(officer, administrator, plan)
        _take(officer, "two-texts")
        _edit(administrator, plan)
        _go(officer, f"{plan}versions/compare/?old=1.0&new=now", "differ")
        _take(officer, "versions-compared")
        _go(officer, f"{plan}names/", "to settle")
        _take(officer, "names-to-settle")
        _go(officer, f"{plan}actions/{ACTION}/", "National Healthy School Status")
        _take(officer, "living-action")
        browser.close()


def _signed_in(browser: Browser, address: str, role: str) -> Page:
    size = {"width": WIDTH, "height": HEIGHT}
    page = browser.new_page(viewport=size, device_scale_factor=1.5)
    page.goto(address)
    page.get_by_role("button", name=role, exact=True).click()
    expect(page.locator(".op-nav-me")).not_to_contain_text("Sign in")
    return page


def _live_plan(page: Page, address: str) -> str:
    page.goto(f"{address}/partnerships/")
    page.get_by_role("link", name="Worcestershire Children").first.click()
    page.get_by_role("link", name=PLAN).click()
    page.wait_for_url("**/plans/*/")
    return page.url


def _two_edit_one_text(first: Page, second: Page, plan: str) -> None:
    """Both open a text as it is; the first sees what the second has saved meanwhile."""
    texts = {}
    for page in (first, second):
        page.goto(f"{plan}parts/{ACTION}/change/text/")
        texts[page] = page.get_by_label("What will be done")
    written = texts[first].input_value()
    for page, words in ((second, AGREED), (first, OTHERWISE)):
        texts[page].fill(written.replace("80% of schools", words))
        page.get_by_role("button", name="Save", exact=True).click()
    expect(first.get_by_role("heading", level=1)).to_contain_text("Somebody changed this")


def _edit(page: Page, plan: str) -> None:
    for action, sheet, words in EDITS:
        page.goto(f"{plan}parts/{action}/change/{sheet}/")
        page.locator(".op-form :is(input:not([type=hidden]), textarea)").first.fill(words)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator(".op-came-of")).to_contain_text("Saved")


def _go(page: Page, address: str, says: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_contain_text(says)


def _take(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
