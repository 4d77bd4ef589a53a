"""What is asked of a post and of whoever holds it."""

from __future__ import annotations

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort
from oneplan.partnership.partners.queries.names import called
from oneplan.partnership.partners.queries.people import people_called
from oneplan.website.components.choosing import BY_NAME_OR_ADDRESS, one_of
from oneplan.website.components.fields import DAY_HINT, Field, options
from oneplan.website.pages.people.options import people_options


def post_fields(member: Member) -> list[Field]:
    """The title of a post and the body that it belongs to."""
    bodies = options(called(member.partnership, Sort.ORGANISATION))
    return [
        Field("title", "Title of the post", hint="As plans print it, like Head of Libraries."),
        one_of(
            "organisation",
            "The organisation that it belongs to",
            bodies,
            "Actions that the post leads are this organisation’s own.",
        ),
    ]


def ended_field() -> Field:
    """The last day of a post that is no more."""
    return Field(
        "ended", "The day on which the post was ended", "day", "Leave it empty if it goes on."
    )


def holding_fields(member: Member) -> list[Field]:
    """Who holds a post, from when to when."""
    return [
        one_of(
            "person",
            "Somebody who belongs to the partnership",
            people_options(people_called(member.partnership)),
            how=BY_NAME_OR_ADDRESS,
        ),
        Field("name", "Or the name of somebody else"),
        *time_fields("In the post"),
    ]


def time_fields(what: str) -> list[Field]:
    """From when to when."""
    return [
        Field("start", f"{what} since", "day", DAY_HINT),
        Field("end", f"{what} until", "day", "The last day. Leave it empty if that is open."),
    ]
