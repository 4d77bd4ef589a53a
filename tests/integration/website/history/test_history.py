"""The history of a partnership on its page and in its files."""

from __future__ import annotations

import csv
import json
import re
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from builders.histories import recorded
from builders.partnerships import bodies, joined, started
from builders.standing_cast import OURS, cast, signed_in
from oneplan.partnership.audit.models import Event
from oneplan.partnership.audit.operations import Actor
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import Organisation
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.merging import merge
from oneplan.partnership.partners.permissions import Role

PAGE = "/partnerships/fenshire-partnership/history/"
RHYS = Actor("person:99", "Rhys Ranger")
HERE = timezone.get_default_timezone()


@pytest.fixture
def ash(db: None) -> Member:  # noqa: ARG001 - the partnership lies there
    return started()


@pytest.fixture
def visitor(ash: Member) -> Client:
    """The administrator of a partnership in which something was done."""
    key = ash.partnership.key
    recorded("lamps", "bridges", partnership=key, at=datetime(2026, 5, 3, 9, tzinfo=HERE))
    recorded(
        "ferries",
        partnership=key,
        by=RHYS,
        sort="ferry_line",
        at=datetime(2026, 5, 4, 23, 59, tzinfo=HERE),
    )
    recorded("=cmd|' /C calc'!A0", partnership=key, at=datetime(2026, 5, 5, tzinfo=HERE))
    return signed_in(ash)


def _page(visitor: Client, **asked: str) -> str:
    answer = visitor.get(PAGE, asked)
    assert answer.status_code == 200
    return str(answer.content.decode())


def _file(visitor: Client, name: str, **asked: str) -> str:
    answer: Any = visitor.get(f"{PAGE}{name}", asked)
    assert answer.status_code == 200
    assert re.fullmatch(
        rf'attachment; filename="history-fenshire-partnership-[\d-]+\.{name.partition(".")[2]}"',
        answer.headers["Content-Disposition"],
    )
    return b"".join(answer.streaming_content).decode()


def _labels(text: str) -> list[str]:
    return [name for name in ("lamps", "bridges", "ferries", "calc") if name in text]


def test_the_page_tells_who_did_what_and_when(visitor: Client) -> None:
    page = _page(visitor)
    assert "Added the partnership “Fenshire Partnership”" in page
    assert "Changed the action “bridges”" in page
    assert "Rhys Ranger" in page
    assert "4 May 2026</h2>" in page
    assert ">23:59</time>" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "ferries"}, ["ferries"]),
        ({"who": "rhys"}, ["ferries"]),
        ({"sort": "ferry_line"}, ["ferries"]),
        ({"since": "4 May 2026", "until": "4/5/2026"}, ["ferries"]),
        ({"until": "3 May 2026"}, ["lamps", "bridges"]),
        ({"words": "was", "since": "2026-05-05"}, ["calc"]),
        ({"words": "nothing like it"}, []),
    ],
)
def test_the_form_finds_what_is_asked(
    visitor: Client, asked: dict[str, str], found: list[str]
) -> None:
    page = _page(visitor, **asked)
    assert _labels(page.partition("</form>")[2]) == found
    assert ("Nothing in the history is like that" in page) == (not found)


def test_what_was_asked_stays_in_the_form_and_in_the_files(visitor: Client) -> None:
    page = _page(visitor, who="Rhys", since="1 May 2026")
    assert 'value="Rhys"' in page
    asked = re.search(r'history/events\.csv\?([^"]+)"', page)
    assert asked
    assert parse_qs(asked[1].replace("&amp;", "&")) == {"who": ["Rhys"], "since": ["1 May 2026"]}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": "yesterday"}, "Enter a day like"),
        (
            {"since": "4 May 2026", "until": "3 May 2026"},
            "Enter a day that is not before the first",
        ),
    ],
)
def test_a_day_that_cannot_be_is_said_at_its_field(
    visitor: Client, asked: dict[str, str], said: str
) -> None:
    answer = visitor.get(PAGE, asked)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_long_history_is_turned_page_by_page(visitor: Client, ash: Member) -> None:
    later = datetime(2026, 6, 1, tzinfo=HERE)
    for number in range(120):
        recorded(
            f"lock-{number:03}", partnership=ash.partnership.key, at=later + timedelta(hours=number)
        )
    seen: list[str] = []
    page = _page(visitor, words="lock")
    while True:
        seen += re.findall(r"“(lock-\d+)”", page)
        older = re.search(r'href="\?([^"]+)" rel="next"', page)
        if not older:
            break
        page = str(visitor.get(f"{PAGE}?{older[1].replace('&amp;', '&')}").content.decode())
    assert seen == [f"lock-{number:03}" for number in reversed(range(120))]
    assert 'rel="prev"' in page


def test_the_table_holds_every_change_and_nothing_that_a_spreadsheet_would_calculate(
    visitor: Client,
) -> None:
    rows = list(
        csv.DictReader(StringIO(_file(visitor, "events.csv", since="1 May 2026"), newline=""))
    )
    assert [(row["who"], row["thing"], row["field"], row["after"]) for row in rows] == [
        ("Wilma Wárden", "lamps", "Words", "lamps"),
        ("Wilma Wárden", "bridges", "Words", "bridges"),
        ("Rhys Ranger", "ferries", "Words", "ferries"),
        ("Wilma Wárden", "'=cmd|' /C calc'!A0", "Words", "'=cmd|' /C calc'!A0"),
    ]


def test_lines_of_json_hold_every_field(visitor: Client) -> None:
    lines = _file(visitor, "events.jsonl", who="rhys").splitlines()
    (event,) = map(json.loads, lines)
    assert (event["operation"], event["before"], event["after"], len(event["mark"])) == (
        "edit_action", {"text": "was"}, {"text": "ferries"}, 64,
    )  # fmt: skip


def test_two_that_were_made_one_are_taken_apart_by_a_button(ash: Member) -> None:
    council, twin = bodies(ash, "Fenshire Council", "Council of Fenshire")
    merge(thing=Thing(Sort.ORGANISATION, twin), into=council, by=ash, at=timezone.now())
    joined(ash, "Birch", Role.VIEWER)
    browser = signed_in(ash)
    undo, *_ = re.findall(rf'action="({PAGE}deeds/\w+/undo/)"', _page(browser))
    text = browser.post(undo, follow=True).text
    assert "It is undone" in text
    assert Organisation.objects.filter(pk=twin).exists()
    assert "Something else was done since with “Council of Fenshire" in (
        browser.post(undo, follow=True).text
    )


def test_nobody_is_offered_to_undo_what_they_may_not(ash: Member) -> None:
    bodies(ash, "Fenshire Council")
    browser = signed_in(joined(ash, "Birch", Role.ANALYST))
    assert "Fenshire Council" in _page(browser)
    assert "/undo/" not in _page(browser)
    batch = Event.objects.filter(operation="add_organisation")[0].batch
    assert browser.post(f"{PAGE}deeds/{batch}/undo/").status_code == 403
    started("Brackland Partnership", "Elm")
    elsewhere = PAGE.replace("fenshire", "brackland")
    elm = signed_in(started("Bog Partnership", "Elm"))
    assert elm.post(f"{elsewhere}deeds/{batch}/undo/").status_code == 404


def test_a_viewer_is_not_shown_the_way_to_the_history(ash: Member) -> None:
    viewer = signed_in(joined(ash, "Vi", Role.VIEWER))
    assert PAGE not in viewer.get("/partnerships/fenshire-partnership/").content.decode()
    assert viewer.get(PAGE).status_code == 403


def test_the_page_asks_the_database_as_often_for_a_long_history(
    visitor: Client, ash: Member, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    recorded(*map(str, range(100)), partnership=ash.partnership.key)
    with django_assert_max_num_queries(15):
        visitor.get(PAGE)


def test_what_was_done_to_a_plan_names_it_and_leads_to_its_histories(
    data: Path,  # noqa: ARG001 - imports lie there
) -> None:
    made = cast(OURS, 3)
    visitor = signed_in(made.people[Role.PLAN_OFFICER])
    plan = f"/partnerships/{made.slug}/plans/{made.plan.slug}/"
    page = visitor.get(f"/partnerships/{made.slug}/history/").content.decode()
    assert f'in <a href="{plan}">' in page
    part = re.search(rf'href="({plan}parts/[^"]+/history/)"', page)
    assert part
    assert visitor.get(part[1]).status_code == 200
    whole = visitor.get(f"{plan}history/").content.decode()
    assert "Froze the version “1.0”" in whole
    assert re.search(r'action="[^"]+/undo/[^"]+"', whole)
