"""The people of the demo: one for each role, known by their addresses."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.partnership.partners.permissions import Role


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody made up: what they are in which partnership, and their address, which reaches nobody."""

    role: Role
    email: str
    name: str
    does: str
    partnership: str

    @property
    def slug(self) -> str:
        """The role as part of an address, "plan-officer"."""
        return self.role.value.replace("_", "-")


def _person(role: Role, does: str, partnership: str = "worcestershire") -> DemoPerson:
    spoken = role.value.replace("_", " ")
    address = f"{role.value.replace('_', '-')}@demo.invalid"
    return DemoPerson(role, address, f"Demo {spoken}", does, partnership)


PEOPLE = (
    _person(Role.ADMINISTRATOR, "adds people and says what they may do"),
    _person(Role.PLAN_OFFICER, "brings plans in, edits them and freezes versions"),
    _person(Role.LEAD_OFFICER, "edits the actions of their own agency"),
    _person(Role.ANALYST, "looks into findings"),
    _person(Role.BOARD_MEMBER, "reads the plan and its history"),
    _person(Role.VIEWER, "reads the plan"),
)
