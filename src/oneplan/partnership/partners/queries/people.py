"""The people of a partnership with their roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Lower, NullIf

from oneplan.partnership.accounts.models import Person
from oneplan.partnership.partners.models import Membership, Partnership
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.found import Found, PreparedRows
from oneplan.partnership.partners.queries.reference import Reference, reference
from oneplan.partnership.prepared import Given, Prepared


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
    found = _by_number(_ALL(partnership.pk)).values()
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def people_found(partnership: Partnership, words: str = "") -> Found[PersonHere]:
    """The members whose name or e-mail address has all the words, by name; a page takes three queries."""

    def made(rows: list[tuple[int]]) -> list[PersonHere]:
        numbers = [number for (number,) in rows]
        held = _here(partnership.pk).filter(person__pk__in=numbers).values_list(*_COLUMNS)
        found = _by_number(list(held))
        return [found[number] for number in numbers if number in found]

    if not words:
        return Found(PreparedRows(_NUMBERS, _MANY, partnership.pk), made)
    rows = _people(partnership.pk)
    for word in words.split()[:_MOST_WORDS]:
        rows = rows.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return Found(_by_name(rows), made)


def _here(partnership: int | Given) -> QuerySet[Membership]:
    return Membership.objects.filter(partnership=partnership, person__is_active=True)


def _people(partnership: int | Given) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=_here(partnership).values("person"))


def _by_name(people: QuerySet[Person]) -> QuerySet[Any, Any]:
    called = Lower(Coalesce(NullIf("name", Value("")), "email"))
    return people.order_by(called, "pk").values_list("pk")


_NUMBERS = Prepared(lambda partnership: _by_name(_people(partnership)))
_MANY = Prepared(
    lambda partnership: (
        _here(partnership)
        .values("partnership")
        .annotate(number=Count("person", distinct=True))
        .values_list("number")
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
