"""The site killed at random moments while people edit, freeze versions and bring plans in: all of it agrees."""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from threading import Event, Semaphore

import pytest

from builders.crowd.agreement import Kept
from builders.crowd.browser import Browser
from builders.crowd.killed_site import KilledSite, killed_site
from builders.crowd.site import Crowd, crowd
from builders.postgres_cluster import NoPostgres, cluster
from builders.running_site import PATIENCE
from builders.served_site import environment_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")

KILLS = int(os.environ.get("ONEPLAN_KILLS", "6"))
"""Of each database; two hundred where that is asked for."""
EDITORS = 3
MOST_ANSWERS = 60
LONGEST = 0.05
"""The site is killed when it has given so many answers at most, and seconds after the last, at most."""


@dataclass(slots=True)
class Told:
    """What the site has said is saved: edits (who, part, before, after), versions, plans brought in."""

    edits: list[tuple[str, ...]] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """A site with an empty database of each kind, with the settings of one computer."""
    with ExitStack() as stack:
        address = ""
        if request.param == "PostgreSQL":
            try:
                address = stack.enter_context(cluster())
            except NoPostgres as missing:
                pytest.skip(str(missing))
        yield environment_of(
            tmp_path, DJANGO_SETTINGS_MODULE="oneplan.settings.embedded", ONEPLAN_DATABASE=address
        )


def _until_killed(work: Callable[[int], None], killed: Event) -> None:
    """Does something over and over until the site is killed, or is not there to answer."""
    turn = 0
    with suppress(OSError, HTTPException):
        while not killed.is_set():
            work(turn)
            turn += 1


@dataclass(slots=True)
class Killing:
    """A site that is killed while its people are at work, and what it has told them."""

    site: KilledSite
    people: Crowd
    told: Told = field(default_factory=Told)
    answered: Semaphore = field(default_factory=Semaphore)

    def once(self, kill: int, answers: int, moment: float) -> None:
        """Lets everybody work at the site, kills it after so many answers and seconds, and begins it again."""
        killed = Event()
        work = [*self._editing(kill), self._freezing(kill), self._bringing_in(kill)]
        with ThreadPoolExecutor(len(work)) as pool:
            busy = [pool.submit(_until_killed, each, killed) for each in work]
            for _ in range(answers):
                assert self.answered.acquire(timeout=PATIENCE)
            killed.wait(moment)
            killed.set()
            self.site.kill()
            self.site.serve()
            for each in busy:
                each.result()
        self._browser(self.people.administrator).page(self.people.imports)

    def _editing(self, kill: int) -> Iterator[Callable[[int], None]]:
        for number, (name, cookie) in enumerate(self.people.cookies.items()):
            key = self.people.shared[0] if number else name
            yield self._edits(self._browser(cookie), name, key, kill)

    def _edits(self, browser: Browser, name: str, key: str, kill: int) -> Callable[[int], None]:
        def edit(turn: int) -> None:
            text = f"{name} digs pond {kill}-{turn}"
            saved = browser.reworded(self.people.address, key, lambda _: text)
            self.told.edits.append((name, key, saved.before, saved.after))

        return edit

    def _freezing(self, kill: int) -> Callable[[int], None]:
        browser = self._browser(self.people.administrator)

        def freeze(turn: int) -> None:
            if browser.frozen(self.people.address, f"{kill}.{turn}"):
                self.told.versions.append(f"{kill}.{turn}")

        return freeze

    def _bringing_in(self, kill: int) -> Callable[[int], None]:
        browser = self._browser(self.people.administrator)
        file = self.people.files[kill]

        def bring_in(turn: int) -> None:
            if turn:
                browser.page(self.people.imports)
            elif browser.made_a_plan(self.people.imports, file):
                self.told.plans.append(file)

        return bring_in

    def _browser(self, cookie: str) -> Browser:
        return Browser(self.site.port, cookie, answered=self.answered)


def _must_agree(kept: Kept, told: Told, folders: set[str], files: list[str]) -> None:
    """What was told is kept exactly once, nothing else than was asked for, and nothing by halves."""
    assert kept.wrong == []
    edits = Counter(tuple(edit) for edit in kept.edits)
    assert not Counter(told.edits) - edits
    after = Counter((part, text) for _, part, _, text in kept.edits)
    assert max(after.values(), default=1) == 1
    for part in {edit[1] for edit in kept.edits}:
        texts = [edit[3] for edit in kept.edits if edit[1] == part]
        befores = [edit[2] for edit in kept.edits if edit[1] == part]
        assert befores[1:] == texts[:-1]
        assert kept.texts["Ponds for all"][part] == texts[-1]
    assert {*told.versions} <= {*kept.versions}
    assert len({*kept.versions}) == len(kept.versions)
    assert {*told.plans} <= {*kept.plans}
    assert len({*kept.plans}) == len(kept.plans)
    assert not folders & {*told.plans}
    assert {*files} <= folders | {*kept.plans}


def test_what_was_said_to_be_saved_is_there_once_and_nothing_by_halves_however_often_it_is_killed(
    environment: Mapping[str, str],
) -> None:
    moments = random.Random(KILLS)
    people = crowd(environment, EDITORS, shared=1, files=KILLS)
    imports = Path(environment["ONEPLAN_DATA"]) / "imports"
    with killed_site(environment) as site:
        killing = Killing(site, people)
        site.serve()
        Browser(site.port, people.administrator).page(people.imports)
        for kill in range(KILLS):
            killing.once(kill, moments.randint(0, MOST_ANSWERS), moments.uniform(0, LONGEST))
            folders = {folder.name for folder in imports.glob("*/*")}
            _must_agree(site.kept(), killing.told, folders, people.files)
    assert killing.told.edits
    assert killing.told.versions
    assert killing.told.plans
