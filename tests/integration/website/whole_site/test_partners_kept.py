"""What is kept of partners is never shown when it is old: every operation, and every page of a partnership after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import Client

from builders.declared_operations import Operation, operations
from builders.every_operation import EXAMPLES, LATER, Scene, scene
from builders.standing_cast import signed_in
from oneplan.partnership.last_used import LastUsed
from oneplan.partnership.partners.queries import kept
from oneplan.partnership.plans.queries import live

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
_OF_PLANS = ("", "history/", "removed-plans/")
_OF_PARTNERS = (
    "", "organisations/", "posts/", "posts/?vacant=yes", "boards/",
    "strategies/", "names/", "people/", "organisations/{council}/", "organisations/{trust}/",
    "posts/{post}/", "posts/{vacant}/", "boards/{board}/", "boards/{group}/",
    "strategies/{strategy}/",
)  # fmt: skip


def _paths(on: Scene, pages: tuple[str, ...]) -> list[str]:
    numbers = {name: getattr(on.made, name) for name in on.made.__slots__}
    return [f"/partnerships/{on.by.partnership.slug}/{page.format(**numbers)}" for page in pages]


def _seen(browser: Client, paths: list[str]) -> list[str]:
    """The pages but for what is different at every asking."""
    answers = [browser.get(path) for path in paths]
    return [f"{answer.status_code} {_TOKEN.sub('', answer.text)}" for answer in answers]


@contextmanager
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in a process that has just been started."""
    with monkeypatch.context() as forgotten:
        forgotten.setattr(kept, "_KEPT", LastUsed(1000))
        forgotten.setattr(live, "_FIGURES", LastUsed(1000))
        yield


def _pages(operation: Operation) -> tuple[str, ...]:
    return _OF_PARTNERS if operation.room == "partners" else _OF_PLANS


def test_whatever_is_done_is_seen_at_once_and_seen_no_more_when_it_is_taken_back(
    db: None,  # noqa: ARG001 - it lies there
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on = scene()
    browser = signed_in(on.by)
    before = {pages: _seen(browser, _paths(on, pages)) for pages in (_OF_PLANS, _OF_PARTNERS)}
    assert all(page.startswith("200") for pages in before.values() for page in pages)
    for operation in operations():
        name, pages = f"{operation.room}.{operation.name}", _pages(operation)
        with transaction.atomic():
            operation.function(**EXAMPLES[name](on), by=on.by, at=LATER)
            seen = _seen(browser, _paths(on, pages))
            with _nothing_remembered(monkeypatch):
                assert seen == _seen(browser, _paths(on, pages)), name
            transaction.set_rollback(True)
    for pages, first in before.items():
        assert _seen(browser, _paths(on, pages)) == first


def test_pages_seen_before_ask_only_who_is_there_and_in_which_state_things_are(
    db: None,  # noqa: ARG001 - it lies there
    django_assert_num_queries: pytest.FixtureRequest,
) -> None:
    on = scene()
    browser = signed_in(on.by)
    for path in _paths(on, tuple(page for page in _OF_PARTNERS if page not in ("", "people/"))):
        browser.get(path)
        with django_assert_num_queries(3):
            browser.get(path)
