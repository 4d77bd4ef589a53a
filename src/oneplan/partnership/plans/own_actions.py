"""What a lead officer may change: the actions that their own agency leads, and of those not all. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from oneplan.partnership.plans.parts.changes import OWNER, Change
from oneplan.partnership.plans.parts.part import Part, Parts

OWN_FIELDS = frozenset({"steps", "due", "status", "funding", "partners", "places"})
"""What an agency may say anew of the actions that it leads; their wording, their leads, their reference
and their place in the plan were agreed by all."""

Bodies = Callable[[Sequence[str]], Iterable[int]]
"""The organisations that printed leads stand for."""


def is_own(action: Part, organisations: frozenset[int], bodies: Bodies) -> bool:
    """Whether one of the organisations leads an action."""
    return bool(organisations) and not organisations.isdisjoint(bodies(action["leads"]))


def not_own(
    changes: Iterable[Change], parts: Parts, organisations: frozenset[int], bodies: Bodies
) -> Change | None:
    """The first change that somebody who acts for these organisations may not make; None if they may all."""
    own: dict[str, bool] = {}

    def leads(key: str) -> bool:
        action = parts.get(key)
        if key not in own:
            own[key] = (
                action is not None
                and action.sort == "action"
                and is_own(action, organisations, bodies)
            )
        return own[key]

    return next((change for change in changes if not _allowed(change, parts, leads)), None)


def _allowed(change: Change, parts: Parts, leads: Callable[[str], bool]) -> bool:
    if change.sort == "action":
        edited = change.before is not None and change.after is not None
        return edited and OWN_FIELDS.issuperset(change.names) and leads(change.key)
    if change.sort != "measure":
        return False
    owners = [
        values[OWNER] for values in (change.before, change.after) if values and OWNER in values
    ]
    part = parts.get(change.key)
    owners += [part.owner] if part else []
    return bool(owners) and all(leads(owner) for owner in owners)
