"""A partnership with very many people, bodies, posts, boards and strategies, put into the database at once."""

from __future__ import annotations

from typing import Any

from oneplan.partnership.accounts.models import Person
from oneplan.partnership.partners.models import (
    Board,
    Membership,
    Organisation,
    Partnership,
    Post,
    Strategy,
)
from oneplan.partnership.partners.naming.names import key_of
from oneplan.partnership.partners.permissions import Role

PEOPLE, BODIES, OTHERS = 2000, 500, 300


def crowd(partnership: Partnership, word: str, people: int = PEOPLE, bodies: int = BODIES) -> None:
    """Puts them into a partnership; their names are of the ``word`` and end with a number."""
    parishes = [
        Organisation(**_named(partnership, f"{word} Parish {each}")) for each in range(bodies)
    ]
    Organisation.objects.bulk_create(parishes)
    crowd = [
        Person(email=f"{word.lower()}-{each}@fenshire.example", name=f"{word} Person {each}")
        for each in range(people)
    ]
    Person.objects.bulk_create(crowd)
    Membership.objects.bulk_create(
        Membership(
            partnership=partnership,
            person=person,
            role=Role.VIEWER,
            organisation=parishes[number % bodies],
        )
        for number, person in enumerate(crowd)
    )
    Post.objects.bulk_create(
        Post(**_named(partnership, f"{word} Clerk {each}"), organisation=parishes[each])
        for each in range(min(OTHERS, bodies))
    )
    Board.objects.bulk_create(
        Board(**_named(partnership, f"{word} Board {each}")) for each in range(min(OTHERS, bodies))
    )
    Strategy.objects.bulk_create(
        Strategy(**_named(partnership, f"{word} Strategy {each}"))
        for each in range(min(OTHERS, bodies))
    )


def _named(partnership: Partnership, name: str) -> dict[str, Any]:
    return {"partnership": partnership, "name": name, "key": key_of(name)}
