"""The people of a partnership with their roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from oneplan.partnership.partners.models import Membership, Partnership
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.reference import Reference, reference
from oneplan.partnership.prepared import Prepared


@dataclass(frozen=True, slots=True)
class PersonHere:
    """A member: who they are, as what they belong, for which body they act, and whether it has ended."""

    id: int
    name: str
    email: str
    roles: tuple[Role, ...]
    organisation: Reference | None
    organisation_ended: bool


_COLUMNS = (
    "person_id", "person__name", "person__email", "role",
    "organisation_id", "organisation__name", "organisation__ended",
)  # fmt: skip
_ALL = Prepared(
    lambda partnership: Membership.objects.filter(
        partnership=partnership, person__is_active=True
    ).values_list(*_COLUMNS)
)
_ONE = Prepared(
    lambda partnership, person: Membership.objects.filter(
        partnership=partnership, person=person, person__is_active=True
    ).values_list(*_COLUMNS)
)


def people(partnership: Partnership) -> list[PersonHere]:
    """The members by name, in one query."""
    found: dict[int, list[Sequence[Any]]] = {}
    for row in _ALL(partnership.pk):
        found.setdefault(row[0], []).append(row)
    return sorted(
        (_person(held) for held in found.values()),
        key=lambda each: (each.name.casefold(), each.id),
    )


def person_here(partnership: Partnership, person: int) -> PersonHere | None:
    """A member, None where nobody with this number belongs to the partnership; in one query."""
    held = _ONE(partnership.pk, person)
    return _person(held) if held else None


def _person(held: Sequence[Sequence[Any]]) -> PersonHere:
    number, name, email, *_ = held[0]
    bodies = [(body, called, ended) for *_, body, called, ended in held if body is not None]
    order = list(Role)
    return PersonHere(
        number,
        name or email,
        email,
        tuple(sorted((Role(row[3]) for row in held), key=order.index)),
        reference(*bodies[0][:2]) if bodies else None,
        bool(bodies and bodies[0][2]),
    )
