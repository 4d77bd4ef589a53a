"""The pages that are mailed: nothing for axe to find, nothing fetched, nothing wider than a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from builders.site_plans import endless_plan, full_plan, told_plan
from oneplan.document.differences.compare import compare_plans
from oneplan.document.identity import with_ids
from oneplan.document.lint.lint import lint
from oneplan.document.schema import PlanDocument
from oneplan.exchange.reports.changes_report import changes_report
from oneplan.exchange.reports.formats.changes_html import changes_as_html
from oneplan.exchange.reports.formats.html import findings_as_html

pytestmark = pytest.mark.browser


def _findings(plan: PlanDocument) -> str:
    plan = with_ids(plan)
    return findings_as_html(lint(plan), "plan.docx", plan=plan)


def _changes() -> str:
    old, new = with_ids(full_plan()), with_ids(told_plan())
    return changes_as_html(changes_report(compare_plans(old, new), "old.docx", "new.docx", new))


@pytest.mark.parametrize("name", ["findings", "endless findings", "changes"])
def test_a_mailed_page_is_whole_and_accessible(browser: Browser, tmp_path: Path, name: str) -> None:
    pages = {
        "findings": lambda: _findings(full_plan()),
        "endless findings": lambda: _findings(endless_plan()),
        "changes": _changes,
    }
    file = tmp_path / "mailed.html"
    file.write_text(pages[name](), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    found = []
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(file.as_uri())
        found += Axe().run(page).response["violations"]
    page.set_viewport_size({"width": 320, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [(each["id"], each["nodes"][0]["html"][:160]) for each in found] == []
    assert wide <= 320
    assert set(fetched) == {file.as_uri()}
