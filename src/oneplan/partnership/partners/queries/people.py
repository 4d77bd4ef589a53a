"""The people of a partnership with their roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce, Lower, NullIf

from oneplan.partnership.accounts.models import Person
from oneplan.partnership.partners.models import Membership, Partnership
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.found import Found, PreparedRows
from oneplan.partnership.partners.queries.reference import Reference, number_in, reference
from oneplan.partnership.prepared import Among, Given, Prepared


@dataclass(frozen=True, slots=True)
class PersonHere:
    """A member: who they are, as what they belong, for which body they act, and whether it has ended.

    ``has_signed_in`` is False until they have done so for the first time.
    """

    id: int
    name: str
    email: str
    roles: tuple[Role, ...]
    organisation: Reference | None
    organisation_ended: bool
    has_signed_in: bool


_MOST_WORDS = 8
_COLUMNS = (
    "person_id", "person__name", "person__email", "role", "person__last_login",
    "organisation_id", "organisation__name", "organisation__ended",
)  # fmt: skip
_CALLED = Prepared(
    lambda partnership: Membership.objects.filter(
        partnership=partnership, person__is_active=True
    ).values_list("person_id", "person__name", "person__email", "organisation__name")
)
_HAVING = Prepared(
    lambda partnership, role, other: Membership.objects.filter(
        Q(role=role) | Q(role=other), partnership=partnership, person__is_active=True
    ).values_list("person_id")
)
_ONE = Prepared(
    lambda partnership, person: Membership.objects.filter(
        partnership=partnership, person=person, person__is_active=True
    ).values_list(*_COLUMNS)
)


class CalledPerson(NamedTuple):
    """A member as a form offers them: who they are, their address, the body that they act for."""

    id: int
    name: str
    email: str
    organisation: str


def people_called(partnership: Partnership) -> list[CalledPerson]:
    """All members by name, for a form, in one query, quickly enough for ten thousand."""
    found: dict[int, CalledPerson] = {}
    for number, name, email, organisation in _CALLED(partnership.pk):
        if number not in found or organisation:
            found[number] = CalledPerson(number, name or email, email, organisation or "")
    return sorted(found.values(), key=lambda each: (each.name.casefold(), each.id))


def people_at_work(partnership: Partnership, most: int) -> list[int]:
    """The numbers of some lead officers and plan officers, in one query."""
    rows = _HAVING.between(0, most, partnership.pk, Role.LEAD_OFFICER, Role.PLAN_OFFICER)
    return [number for (number,) in rows]


def people_found(partnership: Partnership, words: str = "") -> Found[PersonHere]:
    """The members whose name or e-mail address has all the words, by name; a page takes three queries."""
    if not words:
        return Found(
            PreparedRows(_IN_ORDER, _NUMBER, partnership.pk),
            lambda rows: _named(partnership, rows),
        )
    found = _people(partnership.pk)
    for word in words.split()[:_MOST_WORDS]:
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return Found(_in_order(found), lambda rows: _named(partnership, rows))


def _named(partnership: Partnership, rows: list[tuple[int]]) -> list[PersonHere]:
    """The members with these numbers, in one query."""
    numbers = [number for (number,) in rows]
    held = _by_number(_AMONG(partnership.pk, numbers)) if numbers else {}
    return [held[number] for number in numbers if number in held]


def _here(partnership: int | Given) -> QuerySet[Membership]:
    return Membership.objects.filter(partnership=partnership, person__is_active=True)


def _people(partnership: int | Given) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=_here(partnership).values("person"))


def _in_order(people: QuerySet[Person]) -> QuerySet[Any, Any]:
    named = Lower(Coalesce(NullIf("name", Value("")), "email"))
    return people.order_by(named, "pk").values_list("pk")


_IN_ORDER = Prepared(lambda partnership: _in_order(_people(partnership)))
_NUMBER = Prepared(lambda partnership: number_in(_here(partnership), "person"))
_AMONG = Prepared(
    lambda partnership, people: (
        _here(partnership).filter(person__in=Among(people)).values_list(*_COLUMNS)
    )
)


def person_here(partnership: Partnership, person: int) -> PersonHere | None:
    """A member, None where nobody with this number belongs to the partnership; in one query."""
    held = _ONE(partnership.pk, person)
    return _person(held) if held else None


def _by_number(rows: Iterable[Sequence[Any]]) -> dict[int, PersonHere]:
    held: dict[int, list[Sequence[Any]]] = {}
    for row in rows:
        held.setdefault(row[0], []).append(row)
    return {number: _person(memberships) for number, memberships in held.items()}


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
        held[0][4] is not None,
    )
