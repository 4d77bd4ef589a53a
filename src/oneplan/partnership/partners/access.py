"""Who somebody is in a partnership, as every page and operation is told it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from oneplan.partnership.accounts.models import Person
from oneplan.partnership.audit.operations import Actor
from oneplan.partnership.audit.queries import mark_of_stream
from oneplan.partnership.partners.models import Membership, Partnership
from oneplan.partnership.partners.permissions import Permission, Role, granted
from oneplan.partnership.prepared import Prepared

_Asked = ParamSpec("_Asked")
_Done = TypeVar("_Done")


class NotAllowed(Exception):
    """An operation was asked for by somebody whose roles do not allow it."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(f"This needs the permission “{permission.value.replace('_', ' ')}”.")
        self.permission = permission


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a partnership: who they are, what they may do, for which agencies they act.

    ``mark`` is that of all that had been done with the partners when they were asked for, None where
    that was not asked; see :mod:`oneplan.partnership.partners.queries.kept`.
    """

    partnership: Partnership
    actor: Actor
    roles: frozenset[Role]
    organisations: frozenset[int]
    mark: str | None = field(default=None, compare=False)

    @property
    def permissions(self) -> frozenset[Permission]:
        """All that their roles together allow."""
        return granted(self.roles)

    def may(self, permission: Permission) -> bool:
        """Whether their roles allow it."""
        return permission in self.permissions

    def must(self, permission: Permission) -> None:
        """Goes on only where their roles allow it.

        Raises:
            NotAllowed: they do not.
        """
        if not self.may(permission):
            raise NotAllowed(permission)


_PERSON = ("id", "email", "name")
_PARTNERSHIP = tuple(field.attname for field in Partnership._meta.concrete_fields)
_COLUMNS = (
    "role",
    "organisation_id",
    *(f"person__{name}" for name in _PERSON),
    *(f"partnership__{name}" for name in _PARTNERSHIP),
)
_HELD_IN = Prepared(
    lambda person, partnership: Membership.objects.filter(
        person=person, person__is_active=True, partnership__slug=partnership
    ).values_list(mark_of_stream("partnership:", "partnership_id"), *_COLUMNS)
)
_HELD = Prepared(
    lambda person: (
        Membership.objects.filter(person=person, person__is_active=True)
        .order_by("partnership__name")
        .values_list(*_COLUMNS)
    )
)


def member(person: int, partnership: str) -> Member | None:
    """A person as a member of the partnership with this slug, in one query; None for strangers."""
    rows = _HELD_IN(person, partnership)
    return next(iter(_members((row[1:] for row in rows), rows[0][0])), None) if rows else None


def memberships(person: int) -> list[Member]:
    """A person as a member of each partnership they belong to, by its name, in one query."""
    return _members(_HELD(person))


def _members(rows: Iterable[tuple[Any, ...]], mark: str | None = None) -> list[Member]:
    held: dict[tuple[Any, ...], list[tuple[str, int | None]]] = {}
    for role, organisation, *columns in rows:
        held.setdefault(tuple(columns), []).append((role, organisation))
    return [
        _member(
            Partnership.from_db("default", _PARTNERSHIP, columns[len(_PERSON) :]),
            Person.from_db("default", _PERSON, columns[: len(_PERSON)]),
            roles,
            mark,
        )
        for columns, roles in held.items()
    ]


def _member(
    partnership: Partnership,
    person: Person,
    held: Iterable[tuple[str, int | None]],
    mark: str | None,
) -> Member:
    """``held`` are the roles, each with the body for which it is held."""
    roles, bodies = zip(*held, strict=True)
    return Member(
        partnership=partnership,
        actor=Actor(person.key, str(person)),
        roles=frozenset(map(Role, roles)),
        organisations=frozenset(body for body in bodies if body is not None),
        mark=mark,
    )


def requires(
    *permissions: Permission,
) -> Callable[[Callable[_Asked, _Done]], Callable[_Asked, _Done]]:
    """Declares an operation of members: whoever does it, ``by``, must have one of these permissions.

    The operation raises NotAllowed, naming the first of them, before it does anything. What more it
    asks (a lead officer's own actions) and whether the thing is of the member's partnership, it
    must see to itself.
    """

    def declare(operation: Callable[_Asked, _Done]) -> Callable[_Asked, _Done]:
        @wraps(operation)
        def asked(*args: _Asked.args, **kwargs: _Asked.kwargs) -> _Done:
            by = cast(Member, kwargs["by"])
            if not by.permissions.intersection(permissions):
                raise NotAllowed(permissions[0])
            return operation(*args, **kwargs)

        cast(Any, asked).permissions = permissions
        return asked

    return declare


def required(operation: Callable[..., Any]) -> tuple[Permission, ...]:
    """The permissions of which one is needed for an operation; none where it declares none."""
    return tuple(getattr(operation, "permissions", ()))
