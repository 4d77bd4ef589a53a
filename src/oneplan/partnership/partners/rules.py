"""What may be said of partnerships: names that are given, days in their order, who must remain."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum

from oneplan.partnership.partners.naming.names import LONGEST_NAME, key_of
from oneplan.partnership.partners.permissions import Role


class BodyKind(StrEnum):
    """What sort of body an organisation is."""

    COUNCIL = "council"
    NHS = "NHS body"
    POLICE = "police"
    FIRE = "fire and rescue"
    SCHOOL = "school or college"
    CHARITY = "charity or voluntary group"
    COMPANY = "company"
    GOVERNMENT = "government body"
    PARTNERSHIP = "partnership"
    OTHER = "other"


class BoardKind(StrEnum):
    """What sort of board or group it is."""

    BOARD = "board"
    PARTNERSHIP = "partnership"
    COMMITTEE = "committee"
    EXECUTIVE = "executive or Cabinet"
    SCRUTINY = "scrutiny"
    FORUM = "forum"
    GROUP = "working group"
    OTHER = "other"


class SeatRole(StrEnum):
    """As what somebody sits on a board."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    MEMBER = "member"
    OBSERVER = "observer"


def about_name(name: str, taken: Mapping[str, str], what: str) -> str | None:
    """What is wrong with a name, None where nothing is; ``taken`` holds the names that are, by key."""
    if not name:
        return f"Enter the name of the {what}"
    if len(name) > LONGEST_NAME:
        return f"The name of the {what} must have at most {LONGEST_NAME} letters"
    there = taken.get(key_of(name))
    return f"There is “{there}” already. Choose another name, or use that {what}" if there else None


def about_choice(chosen: str, choices: Collection[str], what: str) -> str | None:
    """What is wrong with a choice; nothing chosen is allowed."""
    return f"Choose {what} from the list" if chosen and chosen not in choices else None


def about_days(start: date | None, end: date | None) -> str | None:
    """What is wrong with a time from one day to another, either of which may be open."""
    if start and end and end < start:
        return "The last day must not be before the first"
    return None


def about_roles(roles: Collection[Role]) -> str | None:
    """What is wrong with the roles that a person is given."""
    return None if roles else "Choose at least one role"


def about_administrators(
    holders: Mapping[int, Collection[Role]], person: int, roles: Collection[Role]
) -> str | None:
    """What is wrong with a person having these roles from now on, given what everybody has today."""
    others = any(Role.ADMINISTRATOR in held for each, held in holders.items() if each != person)
    if others or Role.ADMINISTRATOR in roles:
        return None
    if Role.ADMINISTRATOR not in holders.get(person, ()):
        return None
    return "Make somebody else an administrator first: a partnership needs one"
