"""Numbers, keys and marks of another partnership, put by hand into every form of one's own."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from builders.addresses import Address, addresses
from builders.crowd.forms import forms_of
from builders.filled_forms import filled
from builders.standing_cast import OURS, THEIRS, Cast
from builders.trespass import Twins, crossings
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.models import Holding, Post
from oneplan.partnership.partners.permissions import Role

Stage = tuple[Cast, Cast]
_MOST = 4
"""Of what is theirs, put into one field in turn."""
SEEN = [
    pytest.param(address, id=address.route)
    for address in addresses()
    if address.of_a_partnership and "GET" in address.methods
]


@pytest.fixture(scope="module")
def twins(made: Stage) -> Twins:
    """What of theirs stands where something of ours does."""
    ours, theirs = made
    return Twins(
        (OURS, ours.people[Role.ADMINISTRATOR].partnership),
        (THEIRS, theirs.people[Role.ADMINISTRATOR].partnership),
    )


def _trespasses(page: str, path: str, twins: Twins) -> list[tuple[str, dict[str, list[str]]]]:
    """Where each form of a page leads and what it sends, with one field that names what is theirs."""
    found = []
    for form in forms_of(page):
        if form.method != "post":
            continue
        plain = filled(form)
        plain.pop("csrfmiddlewaretoken", None)
        for name in plain.keys() | form.options.keys():
            offered = [*plain.get(name, []), *form.options.get(name, [])]
            for value in sorted({twin for each in offered for twin in twins.of(each)})[:_MOST]:
                found.append((form.action or path, plain | {name: [value]}))
    return found


def _answer(client: Client, path: str, sent: dict[str, list[str]]) -> str:
    """What a form leads to: the page itself, or the one after it."""
    answer: Any = client.post(path, sent, follow=True)
    assert answer.status_code < 500, (path, sent, answer.status_code)
    body = b"".join(answer) if answer.streaming else answer.content
    return str(body.decode(errors="replace"))


@pytest.mark.parametrize("address", SEEN)
def test_what_is_another_partnership_s_cannot_be_named_in_a_form(
    stage: Stage, visitors: dict[Role, Client], twins: Twins, address: Address
) -> None:
    client, path = visitors[Role.ADMINISTRATOR], address.path(stage[0].examples)
    for to, sent in _trespasses(_shown(client, path), path, twins):
        with transaction.atomic():
            before = _told(stage[1])
            page = _answer(client, to, sent)
            found = crossings()
            after = _told(stage[1])
            transaction.set_rollback(True)
        assert found == [], (to, sent)
        assert THEIRS not in page, (to, sent)
        assert after == before, (to, sent)


def test_a_row_that_points_across_is_told(stage: Stage) -> None:
    ours, theirs = stage
    here = ours.people[Role.ADMINISTRATOR].partnership
    body = theirs.examples["organisations/<int:number>"]
    post = Post.objects.create(partnership=here, name="Astray", organisation_id=body)
    person = theirs.examples["people/<int:number>"]
    holding = Holding.objects.create(post=post, person_id=person, name="Astray")
    assert crossings() == [f"Post {post.pk} by organisation", f"Holding {holding.pk} by person"]


def _shown(client: Client, path: str) -> str:
    answer: Any = client.get(path)
    return "" if answer.streaming else str(answer.content.decode(errors="replace"))


def _told(made: Cast) -> int:
    here = made.people[Role.ADMINISTRATOR].partnership
    return Event.objects.filter(partnership=here.key).count()
