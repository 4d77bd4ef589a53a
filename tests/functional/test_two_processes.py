"""Two processes serve one site: what one of them saves, the other shows at the next request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from builders.crowd.browser import Browser
from builders.crowd.forms import form_to
from builders.crowd.site import Crowd, crowd
from builders.served_site import environment_of, served

EDITOR, ADMINISTRATOR, APPOINTED = "Editor", "Appointer", "Appointed"
NEW = "Clear the reeds at Long Pool"


@dataclass(frozen=True, slots=True)
class TwoProcesses:
    """The site, and the ports of the two processes that serve it."""

    crowd: Crowd
    one: int
    other: int

    def browsers(self, cookie: str) -> tuple[Browser, Browser]:
        """Somebody's browser at the one process, and at the other."""
        return Browser(self.one, cookie), Browser(self.other, cookie)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoProcesses]:
    environment: Mapping[str, str] = environment_of(tmp_path_factory.mktemp("two"))
    made = crowd(environment, [EDITOR, ADMINISTRATOR, APPOINTED], shared=1)
    with served(environment) as one, served(environment) as other:
        yield TwoProcesses(made, urlsplit(one).port or 0, urlsplit(other).port or 0)


def _freeze(browser: Browser, plan: str, number: str) -> None:
    path = f"{plan}versions/freeze/"
    assert browser.sent(path, form_to(browser.page(path)), number=number, note="").leads_to


def _heading(page: str) -> str:
    return page.partition("<h1>")[2].partition("</h1>")[0]


def test_an_edit_in_one_process_is_on_every_page_of_the_other(site: TwoProcesses) -> None:
    plan = site.crowd.address
    key = site.crowd.shared[0]
    here, there = site.browsers(site.crowd.cookies[EDITOR])
    _freeze(here, plan, "1.0")
    paths = [
        f"{plan}{page}"
        for page in (
            "actions/",
            f"actions/{key}/",
            "history/",
            f"parts/{key}/history/",
            "versions/compare/?old=1.0",
            "versions/1.0/go-back/",
        )
    ]
    then = [f"{plan}versions/1.0/plan/actions/{key}/", f"{plan}as-it-stood/1/actions/{key}/"]
    before = [there.page(path) for path in (*paths, *then)]
    assert not any(NEW in page for page in before)
    assert here.reworded(plan, key, lambda _: NEW)
    assert all(NEW in there.page(path) for path in paths)
    assert [there.page(path) for path in then] == before[len(paths) :]


def test_a_version_that_one_process_froze_is_listed_and_compared_by_the_other(
    site: TwoProcesses,
) -> None:
    plan = site.crowd.address
    here, there = site.browsers(site.crowd.cookies[ADMINISTRATOR])
    _freeze(here, plan, "2.0")
    assert "Version 2.0 is the latest" in there.page(f"{plan}versions/")
    _freeze(there, plan, "2.1")
    assert "Version 2.1 is the latest" in here.page(f"{plan}versions/")
    assert "between version 2.0 and version 2.1" in here.page(
        f"{plan}versions/compare/?old=2.0&new=2.1"
    )


def test_names_that_one_process_settled_are_settled_in_the_other(site: TwoProcesses) -> None:
    path = f"{site.crowd.address}names/"
    here, there = site.browsers(site.crowd.cookies[ADMINISTRATOR])
    before = _heading(there.page(path))
    form = form_to(here.page(path), "names-all/")
    assert here.sent(path, form, new="yes").leads_to
    assert _heading(there.page(path)) == _heading(here.page(path)) != before


def test_a_role_that_one_process_took_away_is_missed_by_the_other(site: TwoProcesses) -> None:
    plan = site.crowd.address
    here, there = site.browsers(site.crowd.cookies[APPOINTED])
    pages = [f"{plan}versions/", f"{plan}history/", f"{plan}as-it-stood/1/"]
    assert [there.asked("GET", path).status for path in pages] == [200, 200, 200]
    administrator = Browser(site.one, site.crowd.cookies[ADMINISTRATOR])
    path = f"/partnerships/{site.crowd.partnership}/people/{site.crowd.appointed}/"
    form = form_to(administrator.page(path))
    assert administrator.sent(path, form, roles="viewer").status == 302
    for browser in (here, there):
        assert [browser.asked("GET", path).status for path in pages] == [403, 403, 403]
