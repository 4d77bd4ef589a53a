"""A form that is sent twice, by a second press or from a second tab, does what it does once."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from builders.addresses import Address, addresses
from builders.crowd.forms import forms_of
from builders.filled_forms import filled
from builders.standing_cast import Cast
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.permissions import Role

Stage = tuple[Cast, Cast]
START = "start-a-partnership/"
SENT = [
    pytest.param(address, id=address.route)
    for address in addresses()
    if "POST" in address.methods and (address.of_a_partnership or address.route == START)
]
CHOSEN: dict[str, dict[str, Any]] = {
    "names-all/": {"new": "yes"},
    "boards/<int:number>/members/add/": {"who": ""},
    "parts/<str:part>/move/": {"by": "down"},
    "parts/<str:part>/change/<slug:sheet>/": {"status": "Every lamp is lit"},
    "particulars/change/<slug:sheet>/": {"title": "Another plan"},
}
"""What is sent from pages where that is not enough."""
DOING = (
    START,
    "people/add/",
    "organisations/add/",
    "posts/add/",
    "posts/<int:number>/holders/add/",
    "boards/add/",
    "boards/<int:number>/members/add/",
    "strategies/add/",
    "parts/<str:part>/add/<slug:sort>/",
    "parts/<str:part>/split/",
    "parts/<str:part>/merge/",
    "parts/<str:part>/move/",
    "parts/<str:part>/remove/",
    "undo/<slug:batch>/",
    "versions/freeze/",
    "import/<str:reading>/draft/",
    "names-all/",
    "seats/<int:seat>/remove/",
)
"""Where something is done indeed, when that is sent."""


def _form(page: str) -> dict[str, Any] | None:
    """What is sent from a page; None where it sends nothing, or a file."""
    sending = [each for each in forms_of(page) if each.method == "post"]
    form = next((each for each in sending if each.own), sending[-1] if sending else None)
    return None if form is None or form.takes_file else filled(form)


def _numbered(address: Address, ours: Cast) -> dict[str, Any]:
    """What is numbered is an outcome, not an action."""
    if not address.route.endswith("<str:part>/renumber/"):
        return {}
    return {"parts/<str:part>": ours.examples["elements/<str:element>"]}


def _sent(client: Client, address: Address, path: str) -> dict[str, Any]:
    """What a person sends to an address."""
    chosen = next((given for end, given in CHOSEN.items() if address.route.endswith(end)), {})
    if "GET" not in address.methods:
        return chosen
    answer: Any = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return {**(_form(answer.content.decode()) or {}), **chosen}


def test_who_removes_something_with_two_presses_is_told_that_it_is_done(
    stage: Stage, visitors: dict[Role, Client]
) -> None:
    ours = stage[0]
    path = f"/partnerships/{ours.slug}/seats/{ours.examples['seats/<int:seat>']}/remove/"
    with transaction.atomic():
        answers = [visitors[Role.ADMINISTRATOR].post(path) for _ in range(2)]
        transaction.set_rollback(True)
    assert [answer.status_code for answer in answers] == [302, 404]
    assert "it does was done the first time" in answers[1].content.decode()


@pytest.mark.parametrize("address", SENT)
def test_what_is_sent_twice_is_done_once(
    stage: Stage, visitors: dict[Role, Client], address: Address
) -> None:
    client, path = (
        visitors[Role.ADMINISTRATOR],
        address.path(stage[0].examples | _numbered(address, stage[0])),
    )
    with transaction.atomic():
        sent, before = _sent(client, address, path), Event.objects.count()
        first = client.post(path, sent)
        once = Event.objects.count()
        second = client.post(path, sent)
        twice = Event.objects.count()
        transaction.set_rollback(True)
    assert {first.status_code, second.status_code} <= {200, 302, 404, 409, 422}
    assert twice == once, sent
    assert once > before or not address.route.endswith(DOING), (first.status_code, sent)
