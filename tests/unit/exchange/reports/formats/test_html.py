from __future__ import annotations

import re

from lxml import html

from builders.reported import ACCEPTED, FILE, FINDINGS, PLAN
from oneplan.exchange.reports.formats.html import findings_as_html


def _page(findings=FINDINGS, accepted=ACCEPTED):
    return html.fromstring(findings_as_html(findings, FILE, plan=PLAN, accepted=accepted))


def test_the_heading_counts():
    assert _page().findtext(".//h1") == (
        "The red pen found 2 things to settle before anyone agrees this plan"
    )


def test_findings_stand_in_groups_by_severity():
    headings = [" ".join(h2.text_content().split()) for h2 in _page().iter("h2")]
    assert headings == ["Cannot be right (1)", "Worth a look (1)", "Accepted (1)"]


def test_the_quoted_words_are_underlined():
    assert next(span.text for span in _page().find_class("pen")) == "in four towns"


def test_a_finding_shows_place_post_and_rule():
    aside = _page().find_class("beside")[0].text_content()
    assert re.findall(r"FP 1\.1|Line 5|Head of Parks|Rule duplicate-reference", aside) == [
        "FP 1.1",
        "Line 5",
        "Head of Parks",
        "Rule duplicate-reference",
    ]


def test_a_stroke_stands_where_the_finding_lies():
    assert len(_page().xpath("//svg[@class='rug']/path")) == len(FINDINGS)


def test_the_accepted_finding_shows_reason_name_and_day():
    assert "The post is advertised (Plan officer, 2026-03-01)" in _page().text_content()


def test_words_of_the_plan_are_never_markup():
    source = findings_as_html(FINDINGS, FILE, plan=PLAN)
    assert "<script" not in source
    assert "&lt;script&gt;" in source
    assert "\x1b" not in source


def test_the_page_needs_no_other_file():
    source = findings_as_html(FINDINGS, FILE, plan=PLAN)
    assert not re.search(r"https?://|\bsrc=|\bhref=|@import|url\(", source)


def test_a_plan_without_findings_gets_a_page_too():
    page = _page([], [])
    assert page.findtext(".//h1") == "The red pen found nothing to settle"
    assert not page.findall(".//article")


def test_a_plan_whose_parts_have_no_place_in_a_file_is_reported_all_the_same():
    plan = PLAN.model_copy(deep=True)
    for element in plan.elements:
        element.source = None
    page = html.fromstring(findings_as_html(FINDINGS, FILE, plan=plan))
    assert page.findtext(".//h1") is not None
