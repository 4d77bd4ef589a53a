"""Pages that say why there is no page: as sound as any other, and what is answered where."""

from __future__ import annotations

import inspect
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from playwright.sync_api import Page, Route, expect

from builders import failing_addresses
from builders.page_faults import page_faults
from builders.site_of_the_cast import NOBODY, SPOILER, SiteOfTheCast, Visit
from oneplan.partnership.partners.permissions import Role
from oneplan.website.pages.errors import views

pytestmark = pytest.mark.browser

VIEWS = {
    name: view
    for name, view in inspect.getmembers(views, inspect.isfunction)
    if view.__module__ == views.__name__
    and inspect.signature(view).return_annotation == "HttpResponse"
    if not name.startswith("_")
}
OF_A_FAILURE = ("Traceback", "RuntimeError", "OperationalError", failing_addresses.INSIDE, ".py")
TOKEN, OTHER_TOKEN = "[name=csrfmiddlewaretoken]", "a" * 64
WORDS = "Train forty wardens before the winter"


def _show(body: bytes, route: Route) -> None:
    route.fulfill(body=body, content_type="text/html")


def _press(page: Page, button: str, status: int) -> None:
    """Presses a button and waits for the page that answers so."""
    with page.expect_navigation() as answered:
        page.get_by_role("button", name=button, exact=True).click()
    assert answered.value
    assert answered.value.status == status


def _is_sound(page: Page) -> bool:
    """Whether the page has no fault, tells nothing of the failure's inside, and leads on."""
    assert page_faults(page) == [], page.url
    assert [each for each in OF_A_FAILURE if each in page.content()] == []
    return page.locator("main a[href], main button").count() > 0


def test_no_page_about_an_error_has_a_fault(visit: Visit) -> None:
    page = visit(NOBODY, bypass_csp=True).new_page()
    wrong = []
    for name, view in VIEWS.items():
        answer: HttpResponse = view(RequestFactory().get("/"))
        page.route("**/wrong/", partial(_show, answer.content))
        page.goto("/wrong/")
        wrong += [f"{name}: {each}" for each in page_faults(page)]
        page.unroute("**/wrong/")
    assert {"not_found", "not_allowed", "broken", "wrong_method"} <= set(VIEWS)
    assert wrong == []


def test_who_is_signed_in_keeps_their_way_around_where_a_page_is_not_theirs(
    cast_site: SiteOfTheCast, visit: Visit
) -> None:
    page = visit(Role.VIEWER, bypass_csp=True).new_page()
    ours = f"/partnerships/{cast_site.examples['partnerships/<slug:partnership>']}/"
    asked = {
        f"{ours}settings/": 403,
        "/nowhere/": 404,
        f"{ours}search/?words=%00": 400,
        "/check/before/stop/": 405,
        "/fails/": 500,
    }
    for path, status in asked.items():
        answer = page.goto(path)
        assert answer
        assert answer.status == status
        assert _is_sound(page), path


def test_a_file_above_the_limit_gets_a_page_and_no_broken_connection(
    visit: Visit, tmp_path: Path
) -> None:
    large = tmp_path / "large.pdf"
    large.write_bytes(bytes(27_000_000))
    page = visit(NOBODY, bypass_csp=True).new_page()
    page.goto("/check/")
    page.get_by_label("The plan’s file").set_input_files(large)
    _press(page, "Read and check it", 413)
    expect(page.get_by_role("heading", level=1)).to_contain_text("larger than 25 MB")
    assert _is_sound(page)


def test_what_a_busy_site_could_not_take_is_kept_to_be_sent_again(
    visit: Visit, settings: Any
) -> None:
    settings.ROOT_URLCONF = failing_addresses.__name__
    page = visit(SPOILER, bypass_csp=True).new_page()
    page.goto("/busy/")
    page.get_by_role("textbox").fill(WORDS)
    _press(page, "Save", 503)
    expect(page.get_by_role("heading", name="What you typed")).to_be_visible()
    expect(page.get_by_role("blockquote")).to_have_text(WORDS)
    assert _is_sound(page)
    _press(page, "Send it again", 503)
    expect(page.get_by_role("blockquote")).to_have_text(WORDS)


def test_what_was_typed_while_the_session_ended_is_saved_after_signing_in(
    cast_site: SiteOfTheCast, visit: Visit
) -> None:
    context = visit(SPOILER, bypass_csp=True)
    page = context.new_page()
    _write(page, cast_site)
    context.clear_cookies()
    _press(page, "Save", 403)
    expect(page.get_by_role("heading", level=1)).to_have_text("You are signed out")
    expect(page.get_by_role("blockquote")).to_have_text(WORDS)
    assert _is_sound(page)
    with context.expect_page() as opened:
        page.get_by_role("link", name="Sign in, in a new tab").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Sign in")
    context.add_cookies(cast_site.cookies(SPOILER))
    page.get_by_role("button", name="Send it again").click()
    expect(page.locator(".op-came-of")).to_contain_text("Saved")


def test_a_form_of_another_session_is_sent_once_more_by_a_button(
    cast_site: SiteOfTheCast, visit: Visit
) -> None:
    page = visit(SPOILER, bypass_csp=True).new_page()
    _write(page, cast_site)
    page.locator(f"main {TOKEN}").evaluate("(field, token) => { field.value = token }", OTHER_TOKEN)
    _press(page, "Save", 403)
    expect(page.get_by_role("heading", level=1)).to_have_text("Send it once more")
    assert _is_sound(page)
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(WORDS)


def _write(page: Page, site: SiteOfTheCast) -> None:
    """Opens the form for an action's words and types others, without sending them."""
    above = f"/partnerships/{site.spoilt['partnerships/<slug:partnership>']}"
    plan, action = site.spoilt["plans/<slug:plan>"], site.spoilt["actions/<str:action>"]
    page.goto(f"{above}/plans/{plan}/parts/{action}/change/text/")
    page.get_by_label("What will be done").fill(WORDS)


def test_a_file_sent_without_the_site_s_cookie_is_refused_with_a_way_on(
    visit: Visit, plan_file: Path
) -> None:
    context = visit(NOBODY, bypass_csp=True)
    page = context.new_page()
    page.goto("/check/")
    page.get_by_label("The plan’s file").set_input_files(plan_file)
    context.clear_cookies()
    _press(page, "Read and check it", 403)
    expect(page.get_by_role("heading", level=1)).to_contain_text("cookies are off")
    assert _is_sound(page)
