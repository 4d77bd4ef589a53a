"""What a person may do in a partnership, role by role: the one table that pages and operations ask."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What a person is in a partnership; one person may be several things."""

    ADMINISTRATOR = "administrator"
    PLAN_OFFICER = "plan_officer"
    LEAD_OFFICER = "lead_officer"
    ANALYST = "analyst"
    BOARD_MEMBER = "board_member"
    VIEWER = "viewer"


class Permission(StrEnum):
    """One thing that somebody may or may not do."""

    SEE_PLANS = "see_plans"
    SEE_HISTORY = "see_history"
    SEE_PARTNERS = "see_partners"
    DOWNLOAD_PLANS = "download_plans"
    EDIT_OWN_ACTIONS = "edit_own_actions"
    EDIT_PLANS = "edit_plans"
    IMPORT_PLANS = "import_plans"
    FREEZE_VERSIONS = "freeze_versions"
    ASSIGN_FINDINGS = "assign_findings"
    ACCEPT_FINDINGS = "accept_findings"
    EDIT_PARTNERS = "edit_partners"
    EDIT_PEOPLE = "edit_people"


_SEEING = frozenset(
    {
        Permission.SEE_PLANS,
        Permission.SEE_HISTORY,
        Permission.SEE_PARTNERS,
        Permission.DOWNLOAD_PLANS,
    }
)
_WRITING = frozenset(
    {
        Permission.EDIT_OWN_ACTIONS,
        Permission.EDIT_PLANS,
        Permission.IMPORT_PLANS,
        Permission.FREEZE_VERSIONS,
        Permission.ASSIGN_FINDINGS,
        Permission.ACCEPT_FINDINGS,
        Permission.EDIT_PARTNERS,
    }
)
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: _SEEING | _WRITING | {Permission.EDIT_PEOPLE},
    Role.PLAN_OFFICER: _SEEING | _WRITING,
    Role.LEAD_OFFICER: _SEEING | {Permission.EDIT_OWN_ACTIONS},
    Role.ANALYST: _SEEING | {Permission.ASSIGN_FINDINGS},
    Role.BOARD_MEMBER: _SEEING,
    Role.VIEWER: _SEEING - {Permission.SEE_HISTORY},
}


def granted(roles: Iterable[Role]) -> frozenset[Permission]:
    """All that somebody with these roles may do."""
    return frozenset().union(*(GRANTS[role] for role in roles))
