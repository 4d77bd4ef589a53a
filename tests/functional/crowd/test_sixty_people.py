"""Sixty people at one plan at once: no error page, nothing lost, each change in the history exactly once."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from threading import Event
from urllib.parse import urlsplit

import pytest

from builders.crowd.agreement import Kept, kept_by
from builders.crowd.backups import backed_up, restored
from builders.crowd.browser import SAVED, Browser
from builders.crowd.forms import form_to
from builders.crowd.locks import nobody_else_writes
from builders.crowd.site import TITLE, Crowd, crowd
from builders.crowd.work import KINDS, AtWork
from builders.served_site import served

SECONDS = float(os.environ.get("ONEPLAN_CROWD_SECONDS", "4"))
"""For so long everybody works, and each has two turns at least; `make crowd` gives them a minute."""
TURNS = 2
SHARED = 15
PEOPLE = [f"{kind}{number}" for kind, (_, many) in KINDS.items() for number in range(many)]
WITHOUT_UNDO = {"freeze", "accept findings", "give findings", "open findings again"}
"""What is done to a plan and is not told with a button that takes it back."""


@dataclass(frozen=True)
class Come:
    """What came of it: everybody, with what they were told, what is kept, and a backup of the midst of it."""

    crowd: Crowd
    people: list[AtWork]
    kept: Kept
    backup: Path

    def history(self, who: AtWork, stream: str) -> list[tuple[str, str]]:
        """What a stream of the history tells of somebody: each operation with its batch."""
        return [
            (operation, batch)
            for name, where, operation, batch in self.kept.batches
            if (name, where) == (who.name, stream)
        ]

    def of_the_plan(self, who: AtWork) -> list[tuple[str, str]]:
        """What the plan's history tells of somebody."""
        return self.history(who, self.kept.streams[TITLE])

    def of_kind(self, kind: str) -> list[AtWork]:
        """Those whose names begin so."""
        return [who for who in self.people if who.name.rstrip("0123456789") == kind]


@pytest.fixture(scope="module")
def come(environment: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Come:
    """What comes of everybody's work, while the site is backed up."""
    backup = tmp_path_factory.mktemp("backups") / "today"
    made = crowd(environment, PEOPLE, SHARED)
    with served(environment, workers=2, threads=4) as address:
        port = urlsplit(address).port or 0
        people = [
            AtWork(_browser(port, name, made), made, name, n) for n, name in enumerate(PEOPLE)
        ]
        with ThreadPoolExecutor(len(people) + 1) as pool:
            copying = pool.submit(backed_up, environment, backup)
            until, broken = time.monotonic() + SECONDS, Event()
            turns = list(pool.map(lambda who: _turns(who, until, broken), people))
    print(*_lines(people, turns), sep="\n")
    return Come(made, people, kept_by(environment), copying.result())


def _browser(port: int, name: str, made: Crowd) -> Browser:
    if name.startswith("Guest"):
        return Browser(port)
    return Browser(
        port, made.cookies[name], put_up_with={403} if name.startswith("Appointed") else ()
    )


def _turns(who: AtWork, until: float, broken: Event) -> int:
    """Somebody's turns, until it is time to stop or somebody's has gone wrong; gives how many they had."""
    work, _ = KINDS[who.name.rstrip("0123456789")]
    turn = 0
    try:
        while not broken.is_set() and (turn < TURNS or time.monotonic() < until):
            work(who, turn)
            turn += 1
    except BaseException:
        broken.set()
        raise
    return turn


def _lines(people: Iterable[AtWork], turns: Iterable[int]) -> Iterator[str]:
    """For each kind of work the turns, the forms that were sent, and how long they took to be answered."""
    yield f"{'':12} turns  forms  half within   95 %  longest  conflicts"
    done = list(zip(people, turns, strict=True))
    for kind in (*KINDS, ""):
        own = [(who, number) for who, number in done if who.name.startswith(kind)]
        seconds = [each for who, _ in own for each in who.browser.seconds]
        parts = quantiles(seconds or [0.0], n=20, method="inclusive") if seconds[1:] else [0.0] * 19
        yield (
            f"{kind or 'all':12} {sum(number for _, number in own):5} {len(seconds):6} "
            f"{parts[9]:9.2f} s {parts[18]:6.2f} s {max(seconds, default=0):6.2f} s "
            f"{sum(who.browser.conflicts for who, _ in own):6}"
        )


def test_each_change_that_was_told_is_in_the_history_exactly_once_and_no_other_is(
    come: Come,
) -> None:
    for who in come.people:
        kept = [batch for what, batch in come.of_the_plan(who) if what not in WITHOUT_UNDO]
        assert Counter(kept) == Counter(who.browser.batches), who.name
    assert sum(len(who.browser.batches) for who in come.people) > len(come.people)


def test_what_was_said_of_findings_is_in_the_history_as_often_as_it_was_said(come: Come) -> None:
    for who in [*come.of_kind("Judge"), *come.of_kind("Giver")]:
        assert Counter(what for what, _ in come.of_the_plan(who)) == who.done
        assert who.done


def test_versions_and_plans_are_those_that_were_told(come: Come) -> None:
    frozen = [number for who in come.people for number in who.versions]
    assert Counter(come.kept.versions) == Counter(frozen)
    brought = [title for who in come.people for title in who.plans]
    assert Counter(come.kept.plans) == Counter([TITLE, *brought])
    assert len(brought) >= TURNS * len(come.of_kind("Bringer"))


def test_names_are_settled_and_taken_back_as_was_told(come: Come) -> None:
    partnership = next(
        stream for name, stream, what, _ in come.kept.batches if what == "start_partnership"
    )
    for who in come.of_kind("Namer"):
        kept = [batch for _, batch in come.history(who, partnership)]
        assert len(kept) == len(who.settled) + who.done["names taken back"]
        assert {*who.settled} <= {*kept}
        assert who.settled
    (appointer,) = come.of_kind("Appointer")
    told = Counter(what for what, _ in come.history(appointer, partnership))
    assert told == appointer.done


def test_no_text_is_lost_that_somebody_was_told_is_saved(come: Come) -> None:
    for who in [*come.of_kind("Writer"), *come.of_kind("Appointed")]:
        told = Counter((who.name, each.key, each.before, each.after) for each in who.saved)
        assert Counter(tuple(edit) for edit in come.kept.edits if edit[0] == who.name) == told
        assert who.saved


def test_each_change_of_a_text_begins_where_the_one_before_ended(come: Come) -> None:
    texts = come.kept.texts[TITLE]
    for key in {edit[1] for edit in come.kept.edits}:
        steps = [(before, after) for _, part, before, after in come.kept.edits if part == key]
        assert all(one[1] == other[0] for one, other in pairwise(steps)), key
        assert texts.get(key, steps[-1][1]) == steps[-1][1]


def test_no_mark_is_lost_that_several_people_add_to_the_same_text(come: Come) -> None:
    for key in come.crowd.shared:
        marks = [
            each.after.removeprefix(each.before).strip()
            for who in come.people
            for each in who.saved
            if each.key == key
        ]
        assert sorted(come.kept.texts[TITLE][key].split()) == sorted(["0", *marks])


def test_those_who_write_the_same_text_are_told_of_each_other(come: Come) -> None:
    assert sum(who.browser.conflicts for who in come.people)


def test_the_plan_its_history_and_what_was_kept_of_it_agree_after_all_of_it(come: Come) -> None:
    assert come.kept.wrong == []


def test_what_was_backed_up_meanwhile_is_the_plan_as_it_was_at_one_moment(
    come: Come, environment: Mapping[str, str], tmp_path: Path
) -> None:
    then = kept_by(restored(environment, come.backup, tmp_path / "data"))
    assert then.wrong == []
    assert then.edits == come.kept.edits[: len(then.edits)]
    assert {*map(tuple, then.batches)} <= {*map(tuple, come.kept.batches)}
    assert {*then.versions} <= {*come.kept.versions}
    for folder in (come.backup / "imports").glob("*/*"):
        assert (folder / "request.json").is_file()


def test_what_was_typed_is_kept_on_the_page_that_says_that_the_database_is_busy(
    come: Come, environment: Mapping[str, str]
) -> None:
    path = f"{come.crowd.address}parts/rest-1/change/text/"
    typed = "Look after bench 1, and paint it “blue & green” <twice>"
    impatient = {**environment, "DJANGO_SETTINGS_MODULE": "builders.impatient_site"}
    with served(impatient) as address:
        cookie = come.crowd.cookies["Reader0"]
        browser = Browser(urlsplit(address).port or 0, cookie, put_up_with={503})
        form = form_to(browser.page(path))
        with nobody_else_writes(environment):
            answer = browser.sent(path, form, text=typed)
        assert answer.status == 503
        assert "Sending it again does no harm" in answer.page
        again = form_to(answer.page, path)
        assert again.text("text") == typed
        for _ in range(2):
            assert browser.sent(path, again).status == SAVED
    steps = [edit for edit in kept_by(environment).edits if edit[1] == "rest-1"]
    assert steps == [["Reader0", "rest-1", "Look after bench 1", typed]]
