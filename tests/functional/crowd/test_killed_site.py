"""The site killed at random moments while people are at work and files come in: all of it agrees afterwards."""

from __future__ import annotations

import json
import os
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from threading import Event, Semaphore

import pytest

from builders.crowd.agreement import Kept
from builders.crowd.browser import SAVED, Browser
from builders.crowd.forms import form_to
from builders.crowd.killed_site import KilledSite, killed_site
from builders.crowd.site import TITLE, crowd
from builders.crowd.work import (
    AtWork,
    Work,
    brings_a_plan_in,
    brings_a_sheet_back,
    freezes,
    measures,
    settles,
    wait_until_read,
    writes,
)
from builders.running_site import PATIENCE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")

KILLS = int(os.environ.get("ONEPLAN_KILLS", "6"))
"""Of each database; two hundred where that is asked for."""
MOST_ANSWERS = 60
LONGEST = 0.05
"""The site is killed when it has given so many answers at most, and seconds after the last, at most."""
LOOKED_AT = 1 + KILLS // 10
"""After so many kills all that is kept is held against itself; what does not agree once does not again."""
TURNS = 1000
"""More than anybody has between two kills."""


def makes_a_draft(who: AtWork, turn: int) -> None:
    """Makes a draft plan of a file that was read before, the next with each kill."""
    if turn % TURNS:
        who.browser.page(who.crowd.imports)
        return
    file = who.crowd.files[turn // TURNS]
    draft = f"{who.crowd.imports}{file}/draft/"
    if who.browser.sent(draft, form_to(who.browser.page(draft), draft)).status == SAVED:
        who.plans.append(file)


AT_WORK: Mapping[str, Work] = {
    "Writer0": writes,
    "Writer1": writes,
    "Measurer": measures,
    "Freezer": freezes,
    "Calculator": brings_a_sheet_back,
    "Namer": settles,
    "Bringer": brings_a_plan_in,
    "Drafter": makes_a_draft,
}


@dataclass(slots=True)
class Killing:
    """A site that is killed while its people are at work, and the folder in which it keeps its files."""

    site: KilledSite
    people: list[AtWork]
    data: Path

    def once(self, kill: int, moment: random.Random) -> None:
        """Lets everybody work at the site, kills it, and begins it again."""
        killed, answered, broken = Event(), Semaphore(0), set(_broken_off(self.data))
        for who in self.people:
            who.browser.answered = answered
        with ThreadPoolExecutor(len(self.people)) as pool:
            busy = [pool.submit(_works, who, kill, killed) for who in self.people]
            self._wait(kill, moment, answered, broken)
            killed.set()
            self.site.kill()
            _broken_off(self.data)
            self.site.serve()
            for each in busy:
                each.result()

    def not_killed(self, kill: int) -> None:
        """Lets everybody have a turn at the site to its end."""
        with ThreadPoolExecutor(len(self.people)) as pool:
            for each in [pool.submit(AT_WORK[who.name], who, kill * TURNS) for who in self.people]:
                each.result()

    def _wait(
        self, kill: int, moment: random.Random, answered: Semaphore, broken: set[Path]
    ) -> None:
        """Waits for answers; or until a file is being stored, or is being read, and a moment more."""
        if kill % 3 == 0:
            for _ in range(moment.randint(0, MOST_ANSWERS)):
                assert answered.acquire(timeout=PATIENCE)
        else:
            until = time.monotonic() + PATIENCE
            seen = self._half_stored if kill % 3 == 1 else self._being_read
            while not seen() - broken:
                assert time.monotonic() < until
                time.sleep(0.004)
        time.sleep(moment.uniform(0, LONGEST))

    def _half_stored(self) -> set[Path]:
        return set(self.data.glob("imports/*/.*"))

    def _being_read(self) -> set[Path]:
        steps = self.data.glob("imports/*/*/step.txt")
        return {step.parent for step in steps if not (step.parent / "end.json").exists()}

    def must_agree(self) -> None:
        """What was told, the database and the files must agree."""
        _files_must_be_whole(self.data)
        _must_agree(self.site.kept(), self.people, {folder.name for folder in _folders(self.data)})

    def finish(self, folder: Path, who: AtWork) -> None:
        """Has a file read again whose reading broke off, as a person does."""
        path = f"{who.crowd.imports}{folder.name}/"
        page = who.browser.page(path)
        assert "The reading broke off" in page
        wait_until_read(who.browser, path)
        assert "Make it a draft plan" in who.browser.page(f"{path}draft/")


def _works(who: AtWork, kill: int, killed: Event) -> None:
    """Somebody's turns until the site is killed, or is not there to answer."""
    turn = kill * TURNS
    with suppress(OSError, HTTPException):
        while not killed.is_set():
            AT_WORK[who.name](who, turn)
            turn += 1


def _folders(data: Path) -> list[Path]:
    """What lies in the folder of plans on their way in, and can be seen."""
    return [folder for folder in data.glob("imports/*/*") if not folder.name.startswith(".")]


def _files_must_be_whole(data: Path) -> None:
    """Each upload is there as it was sent, with what is to be done with it; each spreadsheet too."""
    for folder in _folders(data):
        request = json.loads((folder / "request.json").read_text(encoding="utf-8"))
        assert request["name"] == "plan.json"
        assert json.loads((folder / "upload").read_bytes())["title"]
        if (folder / "end.json").exists():
            assert json.loads((folder / "end.json").read_bytes())["how"] == "read"
            assert json.loads((folder / "plan.json").read_bytes())["title"]
    for sheet in data.glob("sheets/*"):
        if not sheet.name.startswith("."):
            name, _, content = sheet.read_bytes().partition(b"\n")
            assert json.loads(name) == "trees.xlsx"
            assert zipfile.ZipFile(BytesIO(content)).testzip() is None


def _must_agree(kept: Kept, people: list[AtWork], folders: set[str]) -> None:
    """What was told is kept exactly once, nothing else than was asked for, and nothing by halves."""
    assert kept.wrong == []
    batches = Counter(batch for *_, batch in kept.batches)
    told = [batch for who in people for batch in (*who.browser.batches, *who.settled)]
    assert all(batches[batch] == 1 for batch in told)
    saved = [(who.name, each.key, each.before, each.after) for who in people for each in who.saved]
    assert not Counter(saved) - Counter(map(tuple, kept.edits))
    _texts_must_follow_one_another(kept)
    assert {number for who in people for number in who.versions} <= {*kept.versions}
    assert len({*kept.versions}) == len(kept.versions)
    plans = {title for who in people for title in who.plans}
    assert plans <= {*kept.plans}
    assert len({*kept.plans}) == len(kept.plans)
    assert not folders & plans
    assert {*people[0].crowd.files} <= folders | {*kept.plans}


def _texts_must_follow_one_another(kept: Kept) -> None:
    """No text was written twice, and each began where the one before ended."""
    assert max(Counter((part, text) for _, part, _, text in kept.edits).values(), default=1) == 1
    for part in {edit[1] for edit in kept.edits}:
        steps = [(before, after) for _, key, before, after in kept.edits if key == part]
        assert all(one[1] == other[0] for one, other in pairwise(steps)), part
        assert kept.texts[TITLE][part] == steps[-1][1]


def test_what_was_said_to_be_saved_is_there_once_and_nothing_by_halves_however_often_it_is_killed(
    environment: Mapping[str, str],
) -> None:
    moment = random.Random(KILLS)
    made = crowd(environment, AT_WORK, shared=1, files=KILLS + 1)
    data = Path(environment["ONEPLAN_DATA"])
    with killed_site(environment) as site:
        people = [
            AtWork(Browser(site.port, cookie), made, name, number)
            for number, (name, cookie) in enumerate(made.cookies.items())
        ]
        killing = Killing(site, people, data)
        site.serve()
        people[0].browser.page(made.imports)
        for kill in range(KILLS):
            killing.once(kill, moment)
            _files_must_be_whole(data)
            if kill % LOOKED_AT == 0:
                killing.must_agree()
        bringer = next(who for who in people if who.name == "Bringer")
        for folder in _broken_off(data):
            if not folder.name.startswith("."):
                killing.finish(folder, bringer)
        killing.not_killed(KILLS)
        killing.must_agree()
    assert bringer.plans
    assert bringer.crowd.files[-1] in next(who.plans for who in people if who.name == "Drafter")


def _broken_off(data: Path) -> list[Path]:
    """What the last kill broke off: files half stored, and readings, which nobody has watched for a while then."""
    unread = [folder for folder in _folders(data) if not (folder / "end.json").exists()]
    while_ago = time.time() - 60
    for folder in unread:
        for sign in ("request.json", "watched"):
            with suppress(FileNotFoundError):
                os.utime(folder / sign, (while_ago, while_ago))
    return [*unread, *data.glob("imports/*/.*")]
