"""The people of a partnership with their roles."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.partnership.partners.models import Membership, Partnership
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.reference import Reference, reference


@dataclass(frozen=True, slots=True)
class PersonHere:
    """A member: who they are, as what they belong, for which body they act, and whether it has ended."""

    id: int
    name: str
    email: str
    roles: tuple[Role, ...]
    organisation: Reference | None
    organisation_ended: bool


def people(partnership: Partnership, person: int | None = None) -> list[PersonHere]:
    """The members by name, in one query; only that one where a person is given."""
    rows = Membership.objects.filter(partnership=partnership, person__is_active=True)
    if person is not None:
        rows = rows.filter(person__pk=person)
    found: dict[int, list[Membership]] = {}
    for row in rows.select_related("person", "organisation"):
        found.setdefault(row.person_id, []).append(row)
    return sorted(
        (_person(held) for held in found.values()),
        key=lambda each: (each.name.casefold(), each.id),
    )


def person_here(partnership: Partnership, person: int) -> PersonHere | None:
    """A member, None where nobody with this number belongs to the partnership."""
    return next(iter(people(partnership, person)), None)


def _person(held: list[Membership]) -> PersonHere:
    person = held[0].person
    bodies = [row.organisation for row in held if row.organisation]
    order = list(Role)
    return PersonHere(
        person.pk,
        str(person),
        person.email,
        tuple(sorted((Role(row.role) for row in held), key=order.index)),
        reference(bodies[0].pk, bodies[0].name) if bodies else None,
        bool(bodies and bodies[0].ended),
    )
