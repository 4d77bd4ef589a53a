"""What came of an edit, told once on the next page: what changed, what the red pen says anew, and undo."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest

from oneplan.partnership.partners.access import Member
from oneplan.partnership.plans.operations.change import Changed
from oneplan.partnership.plans.parts.changes import applied, inverse
from oneplan.partnership.plans.parts.document import document_of
from oneplan.vocabulary.findings import Finding
from oneplan.website import live_plans
from oneplan.website.components.changes import ShownChange, shown_changes
from oneplan.website.components.findings import rule_named
from oneplan.website.live_plans import OpenLivePlan
from oneplan.website.pages.editing.affordances import page_of
from oneplan.website.wording import sentence

_DIGITS = re.compile(r"\d+")
_KEPT = "came-of-an-edit"
_MOST_FINDINGS = 5
_MOST_CHANGES = 6


@dataclass(frozen=True, slots=True)
class SaidFinding:
    """What the red pen says: its strokes, its title, what it says, and the page of what it is about."""

    severity: str
    title: str
    message: str
    url: str | None


@dataclass(frozen=True, slots=True)
class CameOf:
    """What came of an edit. ``more_…`` count what there is besides what is listed."""

    words: str
    batch: str
    back: str
    changes: Sequence[Mapping[str, Any]]
    more_changes: int
    caused: Sequence[Mapping[str, Any]]
    more_caused: int
    cured: Sequence[str]
    more_cured: int


def tell(
    request: HttpRequest,
    before: OpenLivePlan,
    changed: Changed,
    *,
    words: str,
    back: str,
    member: Member,
) -> OpenLivePlan:
    """Keeps what came of an edit for the next page of the plan; gives the plan as it stands after it.

    ``back`` is the key of the part to whose page undo leads.
    """
    after = live_plans.open_plan(member, before.name) or before
    caused, cured = _findings(before, after, changed)
    shown = shown_changes(changed.changes, before.live.parts, after.live.parts)
    told = CameOf(
        words=words,
        batch=changed.batch,
        back=back,
        changes=[asdict(each) for each in _worth_telling(shown)[:_MOST_CHANGES]],
        more_changes=max(len(_worth_telling(shown)) - _MOST_CHANGES, 0),
        caused=[asdict(_said(after, each)) for each in caused[:_MOST_FINDINGS]],
        more_caused=max(len(caused) - _MOST_FINDINGS, 0),
        cured=[_title(each) for each in cured[:_MOST_FINDINGS]],
        more_cured=max(len(cured) - _MOST_FINDINGS, 0),
    )
    request.session[_KEPT] = {"plan": before.live.key, **asdict(told)}
    return after


def came_of(request: HttpRequest | None, plan: Any) -> CameOf | None:
    """What came of the edit before, where this is a page of the plan that was edited; said once."""
    if request is None or not isinstance(plan, OpenLivePlan):
        return None
    kept = request.session.get(_KEPT)
    if kept is None or kept["plan"] != plan.live.key:
        return None
    del request.session[_KEPT]
    return CameOf(**{name: value for name, value in kept.items() if name != "plan"})


def _findings(
    before: OpenLivePlan, after: OpenLivePlan, changed: Changed
) -> tuple[list[Finding], list[Finding]]:
    """What the red pen says anew because of an edit, and what it says no more."""
    old = _every(before)
    if before.live.revision + len(changed.changes) != after.live.revision:
        # Others have edited too: the red pen reads the plan as it is without this edit alone.
        without = applied(after.live.parts, inverse(changed.changes))
        old = after.pen.lint(document_of(without))
    cured = _without(old, _every(after))
    edited, gone = {each.key for each in changed.changes}, {_gist(each) for each in cured}
    caused = [
        each
        for each in _without(after.findings, old)
        if _gist(each) not in gone or edited & {each.subject, after.part_of(each)}
    ]
    return _told_once(caused, cured)


def _told_once(caused: list[Finding], cured: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """What is found of the same part in other words is not settled; about many parts, more is not, fewer is."""
    was = {each.rule: _count(each) for each in cured if each.subject is None}
    now = {each.rule: _count(each) for each in caused if each.subject is None}
    both = was.keys() & now.keys()
    grown = {rule for rule in both if now[rule] >= was[rule]}
    still = {_about(each) for each in caused if each.subject}
    shrunk = {(rule, None) for rule in both - grown}
    told = still | {(rule, None) for rule in grown}
    return (
        [each for each in caused if _about(each) not in shrunk],
        [each for each in cured if _about(each) not in told],
    )


def _about(finding: Finding) -> tuple[str, str | None]:
    return finding.rule, finding.subject


def _count(finding: Finding) -> int:
    """How many parts a finding about many is about, as it says itself."""
    said = _DIGITS.search(finding.message)
    return int(said[0]) if said else 0


def _gist(finding: Finding) -> tuple[str, str]:
    """What a finding says but for its numbers: one about many parts counts one more or less."""
    return finding.rule, _DIGITS.sub("", finding.message)


def _every(opened: OpenLivePlan) -> list[Finding]:
    """The findings of a plan, those that people have accepted too: what is accepted is not settled."""
    return [*opened.findings, *(finding for finding, _ in opened.accepted)]


def _without(findings: Iterable[Finding], others: Iterable[Finding]) -> list[Finding]:
    """The findings that are not among the others; one that is there twice must be there twice."""
    left = Counter(each.fingerprint for each in others)
    found = []
    for each in findings:
        if left[each.fingerprint]:
            left[each.fingerprint] -= 1
        else:
            found.append(each)
    return found


def _said(opened: OpenLivePlan, finding: Finding) -> SaidFinding:
    part = opened.part_of(finding)
    url = page_of(opened, part) if part else None
    return SaidFinding(finding.severity, _title(finding), finding.message, url)


def _title(finding: Finding) -> str:
    rule = rule_named(finding.rule)
    return rule.title if rule else sentence(finding.rule.replace("-", " "))


def _worth_telling(changes: Sequence[ShownChange]) -> list[ShownChange]:
    return [each for each in changes if each.values or each.verb != "Changed"]
