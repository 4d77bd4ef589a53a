"""What whoever keeps a server does for people, as it is typed."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from builders.partnerships import joined, number_of, started
from builders.signing_in import history, invited, signed_in_by_code, with_app
from builders.typed_commands import Typed
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import member
from oneplan.partnership.partners.permissions import Role

pytestmark = pytest.mark.usefixtures("transactional_db")


def test_whoever_lost_their_app_is_let_in_without_it_and_told(typed: Typed) -> None:
    person = invited("ada@example.org")
    visitor = Client()
    signed_in_by_code(visitor)
    with_app(visitor)
    told = [typed("manage", "remove-second-step", "Ada@example.org") for _ in range(2)]
    assert told == [
        (0, "The second step of ada@example.org is off.\n", ""),
        (0, "The second step of ada@example.org was already off.\n", ""),
    ]
    assert mail.outbox[-1].subject == "oneplan: The second step was turned off for your account"
    assert visitor.get("/account/").status_code == 302
    assert history(person)[-1] == "remove_second_step"


def test_nobody_is_let_in_whom_nobody_knows(typed: Typed) -> None:
    status, told, why = typed("manage", "remove-second-step", "eve@example.org")
    assert (status, told) == (2, "")
    assert "Nobody signs in with eve@example.org." in why


def test_whoever_is_shut_out_is_out_at_once_and_what_they_were_comes_back(typed: Typed) -> None:
    first = started()
    person = number_of(joined(first, "Birch", Role.ANALYST))
    visitor = Client()
    signed_in_by_code(visitor, "birch@fenshire.example")
    page = f"/partnerships/{first.partnership.slug}/"
    assert visitor.get(page).status_code == 200
    assert typed("manage", "shut-out", "Birch@fenshire.example") == (
        0,
        "birch@fenshire.example can no longer sign in.\n",
        "",
    )
    assert visitor.get(page).status_code == 302
    assert member(person, first.partnership.slug) is None
    assert typed("manage", "shut-out", "birch@fenshire.example")[0] == 2
    assert typed("manage", "let-in-again", "birch@fenshire.example")[0] == 0
    again = member(person, first.partnership.slug)
    assert again
    assert again.roles == {Role.ANALYST}
    assert visitor.get(page).status_code == 302
    assert typed("manage", "let-in-again", "birch@fenshire.example")[0] == 2


def test_a_partnership_that_loses_its_administrator_is_named_and_given_another(
    typed: Typed,
) -> None:
    first = started()
    joined(first, "Birch", Role.VIEWER)
    slug = first.partnership.slug
    _, _, said = typed("manage", "shut-out", "ash@fenshire.example")
    assert f"oneplan manage add-administrator {slug} EMAIL" in said
    status, told, _ = typed("manage", "add-administrator", slug, "birch@fenshire.example")
    assert (status, told) == (
        0,
        "birch@fenshire.example is an administrator of Fenshire Partnership.\n",
    )
    event = Event.objects.get(operation="appoint_administrator")
    assert event.after
    assert (event.actor_label, event.after["roles"]) == (
        "oneplan manage",
        ["administrator", "viewer"],
    )
    assert mail.outbox[-1].to == ["birch@fenshire.example"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere", "ada@example.org"), "There is no partnership nowhere."),
        (("fenshire-partnership", "ada"), "in the right form"),
    ],
)
def test_nobody_is_appointed_where_or_who_cannot_be(
    typed: Typed, words: tuple[str, ...], said: str
) -> None:
    started()
    status, told, why = typed("manage", "add-administrator", *words)
    assert (status, told) == (2, "")
    assert said in why
