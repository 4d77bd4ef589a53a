"""Sixty people who edit one plan at once: no error page, no edit lost, each in the history exactly once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

import pytest

from builders.crowd.agreement import Kept, kept_by
from builders.crowd.browser import Browser, Saved
from builders.crowd.site import Crowd, crowd
from builders.postgres_cluster import NoPostgres, cluster
from builders.served_site import environment_of, served

PEOPLE = 60
SHARED = 20
ROUNDS = int(os.environ.get("ONEPLAN_CROWD_ROUNDS", "1"))
"""In each round everybody edits four times; 12 rounds are about a minute on each database."""


@dataclass(frozen=True)
class Come:
    """What came of it: what each person was told is saved, the conflicts told, and what is kept."""

    people: Crowd
    saved: dict[str, list[Saved]]
    conflicts: int
    kept: Kept


@pytest.fixture(scope="module", params=["SQLite", "PostgreSQL"])
def environment(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, str]]:
    """A site with an empty database of each kind, with the settings of one computer."""
    data = tmp_path_factory.mktemp("crowd")
    with ExitStack() as stack:
        address = ""
        if request.param == "PostgreSQL":
            try:
                address = stack.enter_context(cluster())
            except NoPostgres as missing:
                pytest.skip(str(missing))
        yield environment_of(
            data, DJANGO_SETTINGS_MODULE="oneplan.settings.embedded", ONEPLAN_DATABASE=address
        )


@pytest.fixture(scope="module")
def come(environment: Mapping[str, str]) -> Come:
    """What comes of everybody's edits."""
    people = crowd(environment, PEOPLE, SHARED)
    with served(environment) as address, ThreadPoolExecutor(PEOPLE) as pool:
        port = urlsplit(address).port or 0
        browsers = {name: Browser(port, cookie) for name, cookie in people.cookies.items()}
        busy = {
            name: pool.submit(_edit, browsers[name], people, name, number)
            for number, name in enumerate(browsers)
        }
        saved = {name: each.result() for name, each in busy.items()}
    conflicts = sum(browser.conflicts for browser in browsers.values())
    return Come(people, saved, conflicts, kept_by(environment))


def _edit(browser: Browser, people: Crowd, name: str, number: int) -> list[Saved]:
    """One person's edits: their own action, then an action to which three people add their marks, in turn."""
    saved = []
    for turn in range(2 * ROUNDS):
        more, mark = f", and {turn} more", f" {name}/{turn}"
        for key, end, added in ((name, ",", more), (people.shared[number % SHARED], "", mark)):
            saved.append(browser.reworded(people.address, key, partial(_ended, end, added)))
            browser.page(people.address if turn else f"{people.address}actions/{key}/")
    return saved


def _ended(end: str, added: str, text: str) -> str:
    """The text, up to where it is to end if it says so, and what is added to it."""
    return (text.partition(end)[0] if end else text) + added


def test_whoever_is_told_that_an_edit_is_saved_finds_it_in_the_history_exactly_once(
    come: Come,
) -> None:
    told = [
        (name, each.key, each.before, each.after)
        for name, edits in come.saved.items()
        for each in edits
    ]
    assert len(told) == 4 * ROUNDS * PEOPLE
    assert Counter(tuple(edit) for edit in come.kept.edits) == Counter(told)


def test_no_mark_is_lost_that_several_people_add_to_the_same_text(come: Come) -> None:
    texts = come.kept.texts["Ponds for all"]
    for number, key in enumerate(come.people.shared):
        names = [*come.people.cookies][number::SHARED]
        marks = [f"{name}/{turn}" for name in names for turn in range(2 * ROUNDS)]
        assert sorted(texts[key].split()) == sorted(["0", *marks])
        steps = [(before, after) for _, part, before, after in come.kept.edits if part == key]
        assert [before for before, _ in steps] == ["0", *(after for _, after in steps[:-1])]


def test_the_plan_says_what_each_person_wrote_last_in_their_own_action(come: Come) -> None:
    texts = come.kept.texts["Ponds for all"]
    for name, edits in come.saved.items():
        assert texts[name] == [each.after for each in edits if each.key == name][-1]


def test_those_who_write_the_same_text_are_told_of_each_other(come: Come) -> None:
    assert come.conflicts


def test_the_plan_its_history_and_what_was_brought_in_agree_after_all_of_it(come: Come) -> None:
    assert come.kept.wrong == []
