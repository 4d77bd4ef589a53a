"""What works by a script alone is found where a page has it; pages that look again need none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route

from builders.page_faults import page_faults
from builders.site_of_the_cast import NOBODY, UNDER_WAY, Visit
from builders.without_script import missed_without_script

pytestmark = pytest.mark.browser

FAULTY = """<!DOCTYPE html><html lang="en-GB"><title>Streets – oneplan</title>
<p hidden id="later">Shown by a click</p><p id="only"></p>
<noscript><p>Turn scripts on to see the streets</p></noscript>
<a href="#">Show</a> <a href="#nowhere">Part</a> <a href="/no-such-page/">Streets</a> <a href="/sign-out/" onclick="this">Out</a>
<span tabindex="0">A menu</span>
<button>Alone</button>
<form action="/"><input type="hidden" name="token" required><button type="button">Copy</button><button disabled>Send</button></form>
<script>document.getElementById("only").textContent = "Written by a script"</script>"""
FOUND = {
    "is never shown: <p hidden": "what a script would uncover",
    "text by a script only: Written by a script": "what a script writes",
    "text without a script only: Turn scripts on": "a page that asks for scripts",
    'leads nowhere: <a href="#"': "a link that only a script follows",
    "leads to what is not there: <a": "a link into the page that leads nowhere",
    "leads to no page: /no-such-page/": "a link to no page",
    "does something by a script only: <a": "a handler",
    "takes the focus for nothing: <span": "a control that a script would make",
    "is in no form: <button>Alone": "a button outside forms",
    'does nothing: <button type="button"': "a button that sends nothing",
    "does nothing: <button disabled": "a button that a script would wake",
    "waits for a script: <input": "a field that a script would fill",
}


def _show(route: Route) -> None:
    route.fulfill(body=FAULTY, content_type="text/html")


def test_what_works_by_a_script_alone_is_found(visit: Visit) -> None:
    pages = [visit(NOBODY, java_script_enabled=on).new_page() for on in (False, True)]
    for page in pages:
        page.route("**/faulty/", _show)
        page.goto("/faulty/")
    said = missed_without_script(*pages)
    missed = [
        what for begins, what in FOUND.items() if not any(each.startswith(begins) for each in said)
    ]
    assert missed == []
    assert len(said) == len(FOUND), said


def test_a_page_of_work_under_way_looks_again_by_itself_and_by_a_link(visit: Visit) -> None:
    page = visit(NOBODY, java_script_enabled=False).new_page()
    page.goto(f"/check/{UNDER_WAY}/")
    page.wait_for_event("response", lambda answer: answer.request.is_navigation_request())
    stop = page.get_by_role("link", name="Stop it doing so").get_attribute("href")
    still = page.context.new_page()  # the first one may be looking again at this moment
    still.goto(f"/check/{UNDER_WAY}/{stop}")
    still.get_by_role("link", name="Look again").click()
    still.wait_for_url(f"**/check/{UNDER_WAY}/")


def test_pages_of_work_under_way_have_no_fault(visit: Visit) -> None:
    page = visit(NOBODY, bypass_csp=True).new_page()
    page.goto(f"/check/{UNDER_WAY}/?refresh=no")
    assert page_faults(page) == []
