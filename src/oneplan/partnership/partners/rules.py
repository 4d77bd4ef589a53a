"""What may be said of partnerships: names that are given, days in their order, who must remain."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oneplan.partnership.partners.naming.names import LONGEST_NAME, key_of
from oneplan.partnership.partners.permissions import Role

_NOT_IN_ADDRESSES = frozenset(' ()<>[],;:"\\')
"""What would make one address look like several, or like a name with an address."""


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


def about_person(name: str) -> str | None:
    """What is wrong with a person's name, which need not be given."""
    return "The name must have at most 200 letters" if len(name) > 200 else None


def about_partnership(name: str) -> str | None:
    """What is wrong with the name of a partnership."""
    if not name:
        return "Enter the name of the partnership"
    return "The name must have at most 200 letters" if len(name) > 200 else None


def may_start(email: str, starters: Collection[str]) -> bool:
    """Whether somebody may start a partnership by themselves.

    ``starters`` are addresses, domains ("@example.org") or "anybody", in small letters.
    """
    address = email.strip().lower()
    named = {"anybody", address, f"@{address.rpartition('@')[2]}"}
    return not named.isdisjoint(starters)


def about_area(code: str) -> str | None:
    """What is wrong with an area's code, which need not be given: a letter and eight digits."""
    if not code or (len(code) == 9 and code[0].isalpha() and code[1:].isdecimal()):
        return None
    return (
        "Enter the code of the area as the Office for National Statistics gives it, like E10000034"
    )


def about_email(address: str) -> str | None:
    """What is wrong with an e-mail address."""
    name, at, host = address.partition("@")
    odd = any(sign in _NOT_IN_ADDRESSES or not sign.isprintable() for sign in address)
    if not address:
        return "Enter an e-mail address"
    if not name or not at or "." not in host.strip(".") or "@" in host or odd or len(address) > 254:
        return "Enter an e-mail address in the right form, like name@example.com"
    return None


def about_somebody(name: str) -> str | None:
    """What is wrong with how somebody is called who need not be able to sign in."""
    return about_person(name) if name else "Choose a person or enter a name"


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who sits on a board: a body, a post, a member of the partnership, or somebody by name."""

    organisation: int | None = None
    post: int | None = None
    person: int | None = None
    name: str = ""


def about_seat(who: Sitter) -> str | None:
    """What is wrong with who is to sit on a board, which must be one and only one."""
    given = (who.organisation, who.post, who.person, who.name or None)
    number = sum(each is not None for each in given)
    if number == 0:
        return "Choose an organisation, a post or a person, or enter a name"
    if number > 1:
        return "Choose only one: an organisation, a post, a person or a name"
    return about_somebody(who.name) if who.name else None
