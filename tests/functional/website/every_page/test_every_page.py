"""Every page, as every role that may see it: accessible, whole on a telephone, working without a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import APIResponse, ConsoleMessage

from builders.addresses import Address, addresses
from builders.browsing import SMALLEST, WIDTHS
from builders.page_faults import page_faults
from builders.seen_pieces import SeenPieces
from builders.site_of_the_cast import NOBODY, SiteOfTheCast, Visit
from builders.without_script import missed_without_script
from oneplan.partnership.partners.permissions import GRANTS, Role
from oneplan.website.pages.editing.sheets.all_sheets import SHEETS

pytestmark = pytest.mark.browser

BEGINNINGS = {
    "partnerships": "partnerships/<slug:partnership>/",
    "imports": "partnerships/<slug:partnership>/import/",
    "plans": "partnerships/<slug:partnership>/plans/<slug:plan>/",
    "versions": "partnerships/<slug:partnership>/plans/<slug:plan>/versions/<str:number>/",
    "past states": "partnerships/<slug:partnership>/plans/<slug:plan>/as-it-stood/<int:revision>/",
    "public": "",
}
"""What the addresses of a group begin with; each belongs to the longest."""
LEADS_ELSEWHERE = {
    "sign-out/",
    "sign-in/code/",
    "sign-in/second-step/",
    "account/address/code/",
    "account/second-step/remove/",
    "account/second-step/codes/",
    "account/second-step/codes/new/",
}
"""Pages that come after another one has been answered; what else leads on is a fault."""
ASKS_WHO_IT_IS = "sign-in/"
"""Whoever is signed in is led on from there."""
OF_AN_OLD_PLAN = {"versions", "past states"}
"""Their pages are those of the plan as it is: the rich one has all of them."""
QUESTIONS = {
    "search/": ("words=lamps", "words=nothing-of-the-kind"),
    "posts/": ("on=never",),
    "history/": ("words=nothing-of-the-kind", "since=never"),
    "plans/<slug:plan>/actions/": ("words=nothing-of-the-kind",),
    "plans/<slug:plan>/red-pen/": ("severity=error", "severity=info&part=nowhere"),
    "plans/<slug:plan>/as-it-stood/": ("day=never",),
}
"""What is asked of pages that list, find nothing, or do not understand."""
FOUND = {200, 422}
"""A page, or one that says what is wrong with what was asked."""
NOT_UNDERSTOOD = (
    "Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)"
)
"""What the browser itself says of such a page."""
PART, SHEET = "parts/<str:part>", "change/<slug:sheet>"
OF_A_DIRECTORY = "<slug:provider_id>"
PHONE = {"width": SMALLEST, "height": 900}
ROLES = (*Role, NOBODY)


def _group(address: Address) -> str:
    fitting = [name for name, start in BEGINNINGS.items() if address.route.startswith(start)]
    return max(fitting, key=lambda name: len(BEGINNINGS[name]))


def _shown(group: str) -> list[Address]:
    return [
        each
        for each in addresses()
        if "GET" in each.asked and _group(each) == group and OF_A_DIRECTORY not in each.route
    ]


def _may(address: Address, role: str) -> bool:
    access = address.access
    if address.route.startswith(ASKS_WHO_IT_IS):
        return role == NOBODY
    if access is None or not access.signed_in:
        return role in {NOBODY, Role.ADMINISTRATOR, Role.VIEWER}
    if role == NOBODY:
        return False
    return not access.permissions or not GRANTS[Role(role)].isdisjoint(access.permissions)


def _paths(site: SiteOfTheCast, address: Address, role: str) -> Iterator[str]:
    """The addresses of one pattern: with the cast's examples, with others that suffice for it, with questions."""
    if role == Role.ADMINISTRATOR and PART in address.parameters:
        yield from _of_parts(site, address)
    if _group(address) not in OF_AN_OLD_PLAN:
        yield address.path(site.examples)
    for others in site.others:
        if address.parameters and set(address.parameters) <= set(others):
            yield address.path(others)
    for question in QUESTIONS.get(address.route.rpartition("<slug:partnership>/")[2], ()):
        yield f"{address.path(site.examples)}?{question}"


def _of_parts(site: SiteOfTheCast, address: Address) -> Iterator[str]:
    """All forms of one part of each sort; of other pages that of an element."""
    of_sheets = SHEET in address.parameters
    for sort, key in site.parts.items():
        for sheet in SHEETS[sort] if of_sheets else [""]:
            if of_sheets or sort == "element":
                yield address.path(site.others[0] | {PART: key, SHEET: sheet})


@pytest.mark.parametrize("group", BEGINNINGS)
def test_no_page_has_a_fault(cast_site: SiteOfTheCast, visit: Visit, group: str) -> None:
    seen = SeenPieces(_names(cast_site))
    wrong: dict[str, tuple[str, str]] = {}
    said: list[str] = []
    context = visit(NOBODY, bypass_csp=True, viewport=PHONE)
    without = visit(NOBODY, java_script_enabled=False, viewport=PHONE)
    page, plain = context.new_page(), without.new_page()
    page.on("console", lambda message: said.extend(_complaints(message)))
    page.on("pageerror", lambda error: said.append(str(error)))
    for role in ROLES:
        for each in (context, without):
            each.add_cookies(cast_site.cookies(role))
        for address in _shown(group):
            for path in _paths(cast_site, address, role) if _may(address, role) else ():
                answer = context.request.get(path, max_redirects=0)
                if answer.status not in FOUND:
                    if address.route not in LEADS_ELSEWHERE:
                        wrong[f"answers {answer.status}"] = role, path
                elif _is_page(answer) and not seen.all_seen(answer.text()):
                    plain.goto(path)
                    page.goto(path)
                    own = address.parameters and path == address.path(cast_site.examples)
                    found = missed_without_script(plain, page)
                    found += page_faults(page, WIDTHS if own else WIDTHS[-1:])
                    wrong |= dict.fromkeys(found, (role, path))
    assert not wrong, "\n".join(
        f"{path} as {role}: {fault}" for fault, (role, path) in wrong.items()
    )
    assert [each for each in said if each != NOT_UNDERSTOOD] == []


def _complaints(message: ConsoleMessage) -> list[str]:
    """What the browser says beside its advice to those who build forms."""
    return [message.text] if message.type in {"error", "warning"} else []


def _is_page(answer: APIResponse) -> bool:
    return answer.headers["content-type"].startswith("text/html") and (
        "content-disposition" not in answer.headers
    )


def _names(site: SiteOfTheCast) -> Iterable[str]:
    people = [f"Quillshire-{role.value}" for role in Role]
    return [*people, *map(str, site.sessions.values())]
