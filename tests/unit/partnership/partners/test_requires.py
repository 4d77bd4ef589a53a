"""An operation that declares whom it is for refuses everybody else before it begins."""

from __future__ import annotations

import pytest

from oneplan.partnership.audit.operations import Actor
from oneplan.partnership.partners.access import Member, NotAllowed, required, requires
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.partners.permissions import Permission, Role

DONE: list[str] = []


@requires(Permission.EDIT_PLANS, Permission.EDIT_OWN_ACTIONS)
def paint_the_bridge(*, colour: str, by: Member) -> str:
    """Paints it."""
    DONE.append(by.actor.label)
    return f"painted {colour}"


def _member(*roles: Role) -> Member:
    return Member(
        Partnership(slug="fens", name="Fens"),
        Actor("person:1", "Warden"),
        frozenset(roles),
        frozenset(),
    )


@pytest.mark.parametrize("role", [Role.PLAN_OFFICER, Role.LEAD_OFFICER])
def test_one_of_the_permissions_is_enough(role: Role) -> None:
    assert paint_the_bridge(colour="green", by=_member(role)) == "painted green"


def test_nothing_is_done_by_whoever_has_none_of_them() -> None:
    DONE.clear()
    with pytest.raises(NotAllowed, match="edit plans"):
        paint_the_bridge(colour="green", by=_member(Role.VIEWER, Role.BOARD_MEMBER))
    assert DONE == []


def test_what_an_operation_requires_can_be_read_from_it() -> None:
    assert required(paint_the_bridge) == (Permission.EDIT_PLANS, Permission.EDIT_OWN_ACTIONS)
    assert required(_member) == ()
