"""What is asked of a person who is to belong to a partnership."""

from __future__ import annotations

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.names import called
from oneplan.website.components.choosing import one_of
from oneplan.website.components.fields import Field, Option, options

MEANING = {
    Role.ADMINISTRATOR: "looks after the people, and may do everything that the others may",
    Role.PLAN_OFFICER: "writes the plans and looks after bodies, posts and boards",
    Role.LEAD_OFFICER: "changes the actions of their own agency",
    Role.ANALYST: "sees everything and hands out findings",
    Role.BOARD_MEMBER: "sees the plans and their history",
    Role.VIEWER: "sees the plans",
}
"""What each role is for, to be read after its name."""


def said(role: Role) -> str:
    """A role in words, "plan officer"."""
    return role.value.replace("_", " ")


def role_fields(member: Member) -> list[Field]:
    """The roles of a person and the body that they act for."""
    roles = tuple(
        Option(role.value, f"{said(role).capitalize()}: {what}") for role, what in MEANING.items()
    )
    return [
        Field("roles", "What they are here", "ticks", options=roles),
        one_of(
            "organisation",
            "The organisation that they act for",
            options(called(member.partnership, Sort.ORGANISATION)),
            "A lead officer may change the actions of this one.",
        ),
    ]


def person_fields(member: Member) -> list[Field]:
    """Who the person is, and as what they belong."""
    hint = "They sign in with it, and are told by e-mail that they belong."
    return [
        Field("email", "E-mail address", "email", hint),
        Field("name", "Name", hint="As others are to see it."),
        *role_fields(member),
    ]
