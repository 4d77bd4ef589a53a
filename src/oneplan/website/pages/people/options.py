"""The people of a partnership as options of a form, known by their names and addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from oneplan.partnership.partners.queries.people import CalledPerson
from oneplan.website.components.fields import Option


def people_options(
    people: Sequence[CalledPerson], group: str = "", before: str = ""
) -> tuple[Option, ...]:
    """Each by name, with the body that they act for, and the address of those who share a name.

    ``before`` stands before the number that is sent.
    """
    named = Counter(each.name for each in people)
    return tuple(
        Option(
            f"{before}{each.id}",
            each.name,
            group,
            note=_note(each) if named[each.name] > 1 else each.organisation,
            also=(each.email,),
        )
        for each in people
    )


def _note(person: CalledPerson) -> str:
    return ", ".join(filter(None, (person.organisation, person.email)))
