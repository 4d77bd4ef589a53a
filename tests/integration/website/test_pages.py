from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client, RequestFactory

from builders.site_plans import HARM, told_plan
from oneplan import website
from oneplan.document.files import from_json, from_yaml, to_json
from oneplan.document.lint.rule_list import RULES
from oneplan.document.schema import Statement
from oneplan.website import shelf
from oneplan.website.pages.errors.views import broken

PAGES_OF_A_PLAN = ("plan", "actions", "red-pen", "thread", "recommendations")
PLANS = ("towns", "told", "harm", "many")


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


@pytest.mark.parametrize("plan", PLANS)
def test_every_page_of_a_plan_opens(visitor: Client, plan: str) -> None:
    opened = shelf.plan_named(plan)
    assert opened is not None
    for address in [opened.url(page) for page in PAGES_OF_A_PLAN] + list(opened.part_urls.values()):
        text = _text(visitor, address)
        assert text.count("<h1") == 1, address
        assert "<main" in text


def test_every_rule_has_a_page(visitor: Client) -> None:
    all_rules = _text(visitor, "/rules/")
    for rule in RULES:
        assert f"/rules/{rule.name}/" in all_rules
        assert "Why it matters" in _text(visitor, f"/rules/{rule.name}/")


@pytest.mark.parametrize("address", ["/", "/check/", "/accessibility/", "/privacy/", "/rules/"])
def test_the_sites_own_pages_open(visitor: Client, address: str) -> None:
    assert "<h1" in _text(visitor, address)


def test_the_first_page_lists_the_plans_and_passes_over_what_is_none(visitor: Client) -> None:
    text = _text(visitor, "/")
    assert "Fenshire Towns and Rivers Plan" in text
    assert "Four plans to look at" in text
    assert "broken" not in text


@pytest.mark.parametrize(
    "address",
    [
        "/plans/nowhere/",
        "/plans/..%2Ftowns/",
        "/plans/towns/actions/none/",
        "/plans/towns/elements/none/",
        "/rules/no-such-rule/",
        "/check/nobodys/",
        "/check/nobodys/plan/red-pen/",
        "/elsewhere/",
    ],
)
def test_what_is_not_there_is_said_in_words(visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_an_address_that_only_takes_a_form_says_so(visitor: Client) -> None:
    answer = visitor.get("/check/anything/stop/")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert "A button of another page leads here" in answer.content.decode()


@pytest.mark.parametrize("page", [*PAGES_OF_A_PLAN, "elements", "action"])
def test_markup_in_a_plan_is_shown_as_text(visitor: Client, page: str) -> None:
    opened = shelf.plan_named("harm")
    assert opened is not None
    part = next(iter(opened.elements if page == "elements" else opened.actions))
    address = opened.part_urls[part] if page in ("elements", "action") else opened.url(page)
    text = _text(visitor, address)
    assert HARM not in text
    assert "<script" not in text
    assert "<img" not in text


def test_no_page_holds_script_or_style_of_its_own(visitor: Client) -> None:
    opened = shelf.plan_named("towns")
    assert opened is not None
    for page in PAGES_OF_A_PLAN:
        text = _text(visitor, opened.url(page))
        assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", text), page


def test_a_plan_is_read_without_a_cookie_and_with_safe_headers(visitor: Client) -> None:
    answer = visitor.get("/plans/towns/")
    assert not answer.cookies
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_plan_as_data_is_the_plan(visitor: Client) -> None:
    opened = shelf.plan_named("towns")
    assert opened is not None
    assert from_json(visitor.get("/plans/towns/plan.json").content) == opened.plan
    assert from_yaml(visitor.get("/plans/towns/plan.yaml").content) == opened.plan


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not(data: Path) -> None:
    before = shelf.plan_named("towns")
    assert shelf.plan_named("towns") is before
    file = data / "plans" / "towns.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Clean rivers", "Cleaner rivers yet"), encoding="utf-8")
    after = shelf.plan_named("towns")
    assert after is not None
    assert after is not before
    assert "Cleaner rivers yet" in [p.element.title for p in after.elements.values()]


def test_the_plan_on_a_page_has_a_mark_for_every_action(visitor: Client) -> None:
    text = _text(visitor, "/plans/towns/")
    assert "One plan, 2 actions: 2025–28 on a page" in text
    assert text.count('class="op-mk"') == 2
    assert 'aria-label="LT 1.1: green"' in text
    assert 'aria-label="LT 2.1: red"' in text
    assert "1 of 1" in text


def test_a_told_plan_counts_its_promises_and_names_its_empty_areas_together(
    visitor: Client,
) -> None:
    text = _text(visitor, "/plans/told/")
    assert "One plan, 1 outcome, on a page" in text
    assert "To be heard on buses" in text
    assert "Foreword" not in text
    assert 'data-label="To be done">1' in text


def test_an_action_shows_its_facts_measures_and_neighbours(visitor: Client) -> None:
    opened = shelf.plan_named("towns")
    assert opened is not None
    text = _text(visitor, opened.part_urls["lt-1-1"])
    assert "31 March 2026" in text
    assert "The plan says “March 2026”" in text
    assert "£12,500" in text
    assert "Head of Libraries" in text
    assert "From 20% in March 2024 to 45% in March 2026" in text
    assert "Peer challenge 2024, page 12" in text
    assert opened.part_urls["lt-2-1"] in text
    assert "From 2024/25" in text


def test_a_faulty_measure_is_dashed_and_leads_to_its_finding(visitor: Client) -> None:
    opened = shelf.plan_named("towns")
    assert opened is not None
    text = _text(visitor, opened.part_urls["lt-1-1"])
    assert "f-way-faulty" in text
    found = re.search(r'Not judged: <a href="#(finding-\d+)"', text)
    assert found
    assert f'id="{found[1]}"' in text


def test_a_recommendation_stands_with_what_answers_it(visitor: Client) -> None:
    text = _text(visitor, "/plans/towns/recommendations/")
    assert "One action answers what one report asked for" in text
    assert "Page 12" in text
    assert "Set up a town board in each district" in text


def test_the_thread_is_drawn_and_stands_as_a_table(visitor: Client) -> None:
    text = _text(visitor, "/plans/towns/thread/")
    assert text.count('role="img"') == 3
    assert "Lively high streets" in text
    assert "f-strand-loose" in text
    assert "<table" in text


def test_data_with_nothing_in_it_is_no_error(visitor: Client, data: Path) -> None:
    (data / "plans" / "empty.json").write_text('{"title": ""}', encoding="utf-8")
    opened = shelf.plan_named("empty")
    assert opened is not None
    for page in PAGES_OF_A_PLAN:
        assert visitor.get(opened.url(page)).status_code == 200, page


def test_a_site_without_plans_says_how_to_get_some(data: Path) -> None:
    for file in (data / "plans").iterdir():
        file.unlink()
    assert "No plan is on the shelf yet" in _text(Client(), "/")


def test_a_fault_of_ours_is_said_in_words(data: Path) -> None:  # noqa: ARG001
    answer = broken(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.content.decode()


def test_the_front_end_has_no_reserved_typeface_crest_or_outside_address() -> None:
    vendor = Path(website.__file__).parent / "static" / "vendor"
    css = (vendor / "govuk-frontend.css").read_text(encoding="utf-8")
    assert ".govuk-button{" in css
    for reserved in (
        "GDS Transport",
        "crest",
        "crown",
        "url(/",
        "url(http",
        "@import",
        "@font-face",
    ):
        assert reserved not in css, reserved
    assert len(list((vendor / "fonts").glob("*.woff2"))) == 4


def test_static_files_are_served_as_they_lie_in_the_wheel(visitor: Client) -> None:
    sheets = re.findall(r'href="(/static/[^"]+)"', _text(visitor, "/"))
    assert len(sheets) == 10
    for sheet in sheets:
        assert re.search(r"\?v=[0-9a-f]{10}$", sheet), sheet


def test_recommendations_without_any_action_are_said_to_have_none(
    visitor: Client, data: Path
) -> None:
    plan = told_plan()
    plan.statements.append(Statement(kind="recommendation", text="Set up a night bus."))
    (data / "plans" / "asked.json").write_text(to_json(plan), encoding="utf-8")
    text = _text(visitor, "/plans/asked/recommendations/")
    assert "<h1>One recommendation, and no action that could answer</h1>" in text
    assert "Inspection" in text
    assert "Inspection" not in _text(visitor, "/plans/told/")
