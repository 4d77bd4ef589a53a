"""What every answer has in its head, whoever asks for whatever."""

from __future__ import annotations

import pytest
from django.test import Client

from builders.addresses import Address, addresses
from builders.safe_answers import unsafe
from builders.standing_cast import OF_THE_SITE, Cast, asked_for, signed_in
from oneplan.partnership.partners.permissions import Role

Stage = tuple[Cast, Cast]
EVERY = [pytest.param(each, id=each.route or "front") for each in addresses()]
SENDING = [pytest.param(each, id=each.route) for each in addresses() if "POST" in each.methods]


@pytest.mark.parametrize("address", EVERY)
def test_every_answer_is_safe_and_what_is_one_s_own_is_kept_by_no_cache(
    stage: Stage, address: Address
) -> None:
    path = address.path(OF_THE_SITE | stage[0].examples)
    visitor = signed_in(stage[0].people[Role.VIEWER])
    assert unsafe(asked_for(Client(), address.asked[0], path)) == []
    for method in ("PUT", *address.asked):
        own = asked_for(visitor, method, path)
        assert unsafe(own, private=True) == [], (method, own.status_code)


@pytest.mark.parametrize("address", SENDING)
def test_no_other_site_can_send_a_form(stage: Stage, address: Address) -> None:
    visitor = signed_in(stage[0].people[Role.ADMINISTRATOR])
    visitor.handler.enforce_csrf_checks = True
    path = address.path(OF_THE_SITE | stage[0].examples)
    answer = visitor.post(path, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "cookies are off" in answer.text


@pytest.mark.parametrize(
    "path", ["/static/oneplan/frame.css", "/static/../settings", "/no/such/page"]
)
def test_files_and_what_there_is_not_are_as_safe(path: str) -> None:
    answer = Client().get(path)
    answer.getvalue()  # which closes the file
    assert unsafe(answer) == []
