"""Who answers today for the bodies that an action names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from oneplan.partnership.partners.models import Alias, Organisation, Partnership, Post
from oneplan.partnership.partners.naming.names import Printed, key_of
from oneplan.partnership.partners.queries.names import followed
from oneplan.partnership.partners.queries.reference import Reference
from oneplan.partnership.partners.succession import Follows, answering_on


@dataclass(frozen=True, slots=True)
class AnsweredFor:
    """A name as it is printed, whose body was followed: those that answer for it, and since when."""

    printed: str
    since: date
    today: tuple[Reference, ...]


def answered_for(
    partnership: Partnership, leads: Sequence[str], partners: Sequence[str], day: date
) -> tuple[AnsweredFor, ...]:
    """Those of the names whose bodies had been followed by that day, each once.

    What a name means is decided as :class:`Meanings` decides it. One query where no body here was
    followed, five otherwise.
    """
    arrows = [arrow for arrow in followed(partnership) if arrow.on <= day]
    printed = dict.fromkeys(
        [(Printed.LEAD, lead) for lead in leads] + [(Printed.PARTNER, each) for each in partners]
    )
    if not arrows or not printed:
        return ()
    bodies = _bodies(partnership, {key_of(text) for _, text in printed})
    today = answering_on(day, arrows)
    meant = {text: _meant(bodies, kind, text) for kind, text in printed}
    named = {text: body for text, body in meant.items() if body in today}
    names = _names(partnership, {each for body in named.values() for each in today[body]})
    return tuple(
        AnsweredFor(text, _since(arrows, body), tuple(sorted(names[each] for each in today[body])))
        for text, body in named.items()
    )


_Bodies = dict[tuple[Printed, str], int | None]


def _bodies(partnership: Partnership, keys: Collection[str]) -> _Bodies:
    """The body that each name means where it stands; None where it means something of no body."""
    posts: dict[str, list[int | None]] = {}
    rows = Post.objects.filter(partnership=partnership, key__in=keys)
    for key, body in rows.values_list("key", "organisation_id"):
        posts.setdefault(key, []).append(body)
    own: _Bodies = {
        (Printed.LEAD, key): several[0] for key, several in posts.items() if len(several) == 1
    }
    bodies = Organisation.objects.filter(partnership=partnership, key__in=keys)
    own |= {(Printed.PARTNER, key): body for key, body in bodies.values_list("key", "pk")}
    settled = Alias.objects.filter(partnership=partnership, key__in=keys)
    for kind, key, body, of_post in settled.values_list(
        "kind", "key", "organisation_id", "post__organisation_id"
    ):
        own[Printed(kind), key] = body or of_post
    return own


def _meant(bodies: _Bodies, kind: Printed, text: str) -> int:
    """The number of the body; nought, which none has, where the name means none."""
    key = key_of(text)
    body = bodies.get((kind, key))
    if body is None and kind == Printed.LEAD:
        body = bodies.get((Printed.PARTNER, key))
    return body or 0


def _names(partnership: Partnership, bodies: Collection[int]) -> dict[int, Reference]:
    rows = Organisation.objects.filter(partnership=partnership, pk__in=bodies)
    return {number: Reference(name, number) for name, number in rows.values_list("name", "pk")}


def _since(arrows: Sequence[Follows], body: int) -> date:
    return min(arrow.on for arrow in arrows if arrow.earlier == body)
