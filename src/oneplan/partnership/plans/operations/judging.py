"""What people say of the red pen's findings: accept with a reason, open again, give to somebody."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.people import PersonHere, person_here
from oneplan.partnership.partners.refusals import Refused, refuse
from oneplan.partnership.plans.happened import ACCEPTED, GIVEN
from oneplan.partnership.plans.models.findings import AcceptedFinding, GivenFinding
from oneplan.partnership.plans.operations.locked import Doing, locked, recorded
from oneplan.partnership.plans.operations.storable import storable

_SORT = "finding"
_LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True)
class NamedFinding:
    """A finding as the history names it: its fingerprint, its rule and what it is about."""

    fingerprint: str
    rule: str
    where: str


@requires(Permission.ACCEPT_FINDINGS)
@transaction.atomic
def accept_findings(
    *, plan: str, findings: Sequence[NamedFinding], reason: str, by: Member, at: datetime
) -> None:
    """Lets findings be as they are, with a reason; what was accepted before gets the new one.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not accept findings.
        Refused: no finding is named, or there is no reason, or one that is too long.
    """
    reason = str(storable(reason)).strip()
    refuse(finding=_about_choice(findings), reason=_about_reason(reason))
    row = locked(plan, by)
    named = [each.fingerprint for each in findings]
    held = {
        each.fingerprint: each.reason
        for each in AcceptedFinding.objects.filter(plan=row, fingerprint__in=named)
    }
    happened = [
        _happened(each, _reason(held.get(each.fingerprint)), _reason(reason))
        for each in findings
        if held.get(each.fingerprint) != reason
    ]
    if not happened:
        return
    AcceptedFinding.objects.filter(plan=row, fingerprint__in=named).delete()
    AcceptedFinding.objects.bulk_create(
        AcceptedFinding(plan=row, reason=reason, **_said(each, by, at)) for each in findings
    )
    recorded(Doing(row, by, at, "accept findings"), happened)


@requires(Permission.ACCEPT_FINDINGS)
@transaction.atomic
def reopen_findings(*, plan: str, fingerprints: Collection[str], by: Member, at: datetime) -> None:
    """Takes back that findings were accepted; nothing happens for those that were not.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not accept findings.
    """
    row = locked(plan, by)
    held = list(AcceptedFinding.objects.filter(plan=row, fingerprint__in=fingerprints))
    if not held:
        return
    happened = [
        _happened(NamedFinding(each.fingerprint, each.rule, each.where), _reason(each.reason), None)
        for each in held
    ]
    AcceptedFinding.objects.filter(pk__in=[each.pk for each in held]).delete()
    recorded(Doing(row, by, at, "open findings again"), happened)


@requires(Permission.ASSIGN_FINDINGS)
@transaction.atomic
def give_findings(
    *, plan: str, findings: Sequence[NamedFinding], to: int | None, by: Member, at: datetime
) -> None:
    """Gives findings to a member of the partnership to settle; to nobody where ``to`` is None.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not give findings to people.
        Refused: no finding is named, or the person is no member.
    """
    refuse(finding=_about_choice(findings))
    receiver = _receiver(to, by)
    row = locked(plan, by)
    named = [each.fingerprint for each in findings]
    held = GivenFinding.objects.filter(plan=row, fingerprint__in=named).select_related("person")
    had = {each.fingerprint: each.person for each in held}
    new = _to(receiver.id, receiver.name) if receiver else None
    happened = [
        _happened(each, _to(old.pk, str(old)) if old else None, new)
        for each in findings
        for old in [had.get(each.fingerprint)]
        if (old.pk if old else None) != to
    ]
    if not happened:
        return
    GivenFinding.objects.filter(plan=row, fingerprint__in=named).delete()
    if receiver is not None:
        GivenFinding.objects.bulk_create(
            GivenFinding(plan=row, person_id=receiver.id, **_said(each, by, at))
            for each in findings
        )
    recorded(Doing(row, by, at, "give findings"), happened)


def _receiver(to: int | None, by: Member) -> PersonHere | None:
    if to is None:
        return None
    found = person_here(by.partnership, to)
    if found is None:
        raise Refused({"to": "Choose somebody who belongs to the partnership"})
    return found


def _about_choice(findings: Sequence[NamedFinding]) -> str | None:
    return None if findings else "Choose at least one finding"


def _about_reason(reason: str) -> str | None:
    if not reason:
        return "Say why it may stay as it is"
    if len(reason) > _LONGEST_REASON:
        return f"The reason must have at most {_LONGEST_REASON} characters"
    return None


def _said(finding: NamedFinding, by: Member, at: datetime) -> dict[str, Any]:
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "where": finding.where,
        "by_key": by.actor.key,
        "by_label": by.actor.label[:300],
        "at": at,
    }


def _happened(
    finding: NamedFinding, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> Happened:
    label = f"{finding.rule}, {finding.where}" if finding.where else finding.rule
    return Happened(_SORT, finding.fingerprint, label[:300], before, after)


def _reason(reason: str | None) -> dict[str, Any] | None:
    return None if reason is None else {ACCEPTED: reason}


def _to(person: int, name: str) -> dict[str, Any]:
    return {GIVEN: {"person": person, "text": name}}
