"""What is asked of a board, of those it answers to, and of its members."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort
from oneplan.partnership.partners.queries.names import called
from oneplan.partnership.partners.queries.people import people_called
from oneplan.partnership.partners.rules import BoardKind, SeatRole, Sitter
from oneplan.website.components.choosing import one_of, some_of
from oneplan.website.components.fields import Field, Form, named_options, options
from oneplan.website.pages.people.options import people_options
from oneplan.website.pages.posts.forms import time_fields


def board_fields() -> list[Field]:
    """The name and the kind of a board."""
    kinds = named_options(kind.value for kind in BoardKind)
    return [Field("name", "Name"), Field("kind", "What it is", "choice", options=kinds)]


def ended_field() -> Field:
    """The day on which a board met last."""
    return Field(
        "ended", "The day on which it met last", "day", "Leave it empty if it still meets."
    )


def answer_fields(others: Iterable[Any]) -> list[Field]:
    """The boards to which a board answers."""
    hint = "It may answer to more than one, and to none."
    return [some_of("boards", "It answers to", options(others), hint)]


def role_fields() -> list[Field]:
    """As what and from when to when somebody sits on a board."""
    roles = named_options(role.value for role in SeatRole)
    return [Field("role", "As what", "choice", options=roles), *time_fields("On the board")]


def seat_fields(member: Member) -> list[Field]:
    """Who sits on a board, as what, from when to when."""
    here = member.partnership
    choices = (
        *options(called(here, Sort.ORGANISATION), "Organisations", "organisation:"),
        *options(called(here, Sort.POST), "Posts", "post:"),
        *people_options(people_called(here), "People of the partnership", "person:"),
    )
    hint = "A post is better than a person: whoever holds it then sits here."
    return [
        one_of("who", "An organisation, a post or a person", choices, hint),
        Field("name", "Or the name of somebody else"),
        *role_fields(),
    ]


def sitter(form: Form) -> Sitter:
    """Who was chosen or entered; what was chosen and is not on the list counts as nothing."""
    what, _, number = form.text("who").partition(":")
    chosen = {what: int(number)} if number.isdecimal() and len(number) < 16 else {}
    return Sitter(
        chosen.get("organisation"), chosen.get("post"), chosen.get("person"), form.text("name")
    )
