"""Every form stays small, however many people, bodies and parts of a plan there are to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from builders.addresses import Address, addresses
from builders.crowded import crowd
from builders.partnerships import started
from builders.standing_cast import OURS, THEIRS, Cast, cast, signed_in
from oneplan.partnership.partners.permissions import Role

MOST_BYTES, MOST_QUERIES = 40_000, 15
FEWEST = 12
"""Questions with many answers, at least: the test looks at none where the site has lost them."""
FORMS = [
    pytest.param(each, id=each.route)
    for each in addresses()
    if each.of_a_partnership and {"GET", "POST"} <= set(each.asked)
]


@dataclass(frozen=True)
class Crowded:
    """A crowded partnership, and the browser of an administrator."""

    cast: Cast
    browser: Client
    analyst: Client
    viewer: Client


@pytest.fixture(scope="module")
def crowded(
    django_db_setup: None,  # noqa: ARG001 - the database must stand first
    django_db_blocker: Any,
    data_folder: Path,  # noqa: ARG001 - the same
) -> Iterator[Crowded]:
    """Two thousand people, five hundred bodies and a plan of five hundred actions, undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = cast(OURS, 500)
        crowd(made.people[Role.ADMINISTRATOR].partnership, OURS)
        crowd(started(f"{THEIRS} Partnership", THEIRS).partnership, THEIRS, people=30, bodies=30)
        yield Crowded(
            made,
            *(
                signed_in(made.people[role])
                for role in (Role.ADMINISTRATOR, Role.ANALYST, Role.VIEWER)
            ),
        )
        transaction.set_rollback(True)


def _is_small(crowded: Crowded, path: str, sent: dict[str, Any] | None = None) -> str:
    with CaptureQueriesContext(connection) as asked:
        answer: Any = (
            crowded.browser.get(path) if sent is None else crowded.browser.post(path, sent)
        )
    assert answer.status_code in (200, 422), answer.status_code
    assert len(answer.content) < MOST_BYTES
    assert len(asked) <= MOST_QUERIES
    return str(answer.text)


@pytest.mark.parametrize("address", FORMS)
def test_a_form_is_small(
    crowded: Crowded,
    db: None,  # noqa: ARG001 - what pages note is undone
    address: Address,
) -> None:
    _is_small(crowded, address.path(crowded.cast.examples))


def test_many_actions_are_changed_and_findings_given_by_small_forms(
    crowded: Crowded,
    db: None,  # noqa: ARG001 - what pages note is undone
) -> None:
    examples = crowded.cast.examples
    plan = f"/partnerships/{examples['partnerships/<slug:partnership>']}/plans/{crowded.cast.plan.slug}/"
    page = _is_small(crowded, f"{plan}actions-at-once/", {"all": "1"})
    assert "data-suggest" not in page
    marks = re.findall(
        r'name="finding" value="([^"]+)"', crowded.browser.get(f"{plan}red-pen/").text
    )
    sent = {"finding": marks[:1], "to-words": f"{OURS} person 17", "to-for": ""}
    assert "data-suggest" in _is_small(crowded, f"{plan}red-pen/give/?finding={marks[0]}")
    assert crowded.analyst.post(f"{plan}red-pen/give/", sent).status_code == 302
    assert f"Given to {OURS} Person 17" in crowded.browser.get(f"{plan}red-pen/").text


def test_what_is_suggested_is_little_and_of_ones_own_partnership(
    crowded: Crowded,
    db: None,  # noqa: ARG001 - what pages note is undone
) -> None:
    asked = 0
    for address in (each.values[0] for each in FORMS):
        path = address.path(crowded.cast.examples)
        names = re.findall(r'data-suggest="([^"]+)"', crowded.browser.get(path).text)
        for name in names:
            for word, most in ((OURS[:5].lower(), 20), (THEIRS[:5].lower(), 0), ("", 20)):
                answer: Any = crowded.browser.post(path, {"suggest": name, f"{name}-words": word})
                assert (answer.status_code, "<html" in answer.text) == (200, False), path
                assert answer.text.count("<option") <= most, (path, word)
                assert THEIRS not in answer.text
                assert "no-store" in answer.headers["Cache-Control"]
            assert crowded.viewer.post(path, {"suggest": name}).status_code == 403
        asked += len(names)
    assert asked >= FEWEST
