from __future__ import annotations

import json

from lxml import html

from builders.plans import make_plan
from oneplan.document.differences.compare import compare_plans
from oneplan.document.schema import PlanDocument
from oneplan.exchange.reports.changes_report import GROUPS, ChangesReport, changes_report
from oneplan.exchange.reports.formats.changes_html import changes_as_html
from oneplan.exchange.reports.formats.changes_json import changes_as_json
from oneplan.exchange.reports.formats.changes_text import changes_as_text


def _report(old: PlanDocument, new: PlanDocument) -> ChangesReport:
    return changes_report(compare_plans(old, new), "old.docx", "new.docx", new)


def _edited() -> tuple[PlanDocument, PlanDocument]:
    old, new = make_plan(5), make_plan(5)
    action = new.elements[0].children[0].actions[0]
    action.leads = ["Head of <Nothing>"]
    new.elements[0].children[0].actions.pop(1)
    return old, new


def test_every_kind_of_change_has_one_group() -> None:
    kinds = [kind for _, of_group in GROUPS for kind in of_group]
    assert len(kinds) == len(set(kinds))


def test_text_has_a_line_for_each_change_under_its_heading() -> None:
    written = changes_as_text(_report(*_edited()))
    assert written.startswith("2 things differ between the two plans: old.docx → new.docx.")
    assert "Gone (1)" in written
    assert "Head of <Nothing> instead of" in written


def test_equal_plans_are_said_to_be_equal() -> None:
    plan = make_plan(5)
    assert changes_as_text(_report(plan, plan)).startswith("The two plans say the same")


def test_json_names_both_versions_and_each_change() -> None:
    content = json.loads(changes_as_json(_report(*_edited())))
    assert (content["old"], content["new"]) == ("old.docx", "new.docx")
    assert {change["kind"] for change in content["changes"]} == {"leads", "removed"}


def test_the_page_escapes_the_plan_and_needs_no_other_file() -> None:
    page = changes_as_html(_report(*_edited()))
    assert "<Nothing>" not in page
    assert "&lt;Nothing&gt;" in page
    tree = html.fromstring(page)
    assert tree.xpath("//script | //link | //img | //@src") == []
    assert tree.xpath("//h2[contains(., 'Gone')]")
