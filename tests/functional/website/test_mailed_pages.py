"""The pages that are mailed: nothing for axe to find, nothing fetched, nothing wider than a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.browsing import SMALLEST, WIDTHS, NewPage, found_by_axe, resize, width_needed
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
def test_a_mailed_page_is_whole_and_accessible(
    new_page: NewPage, tmp_path: Path, name: str
) -> None:
    pages = {
        "findings": lambda: _findings(full_plan()),
        "endless findings": lambda: _findings(endless_plan()),
        "changes": _changes,
    }
    file = tmp_path / "mailed.html"
    file.write_text(pages[name](), encoding="utf-8")
    page = new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    for width in WIDTHS:
        resize(page, width)
        page.goto(file.as_uri())
        assert found_by_axe(page, [width]) == []
    assert width_needed(page, SMALLEST) <= SMALLEST
    assert set(fetched) == {file.as_uri()}
