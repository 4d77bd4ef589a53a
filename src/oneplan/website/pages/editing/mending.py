"""Where a finding is mended: the form of what it is about, for those who may change that."""

from __future__ import annotations

from collections.abc import Iterable

from oneplan.website.components.findings import ShownFinding
from oneplan.website.pages.editing.affordances import Editing, WayToChange

_OF_ACTIONS = {
    "due": (
        "by-when-after-plan-end",
        "impossible-date",
        "missing-by-when",
        "target-after-by-when",
    ),
    "steps": ("step-after-by-when",),
    "leads": ("lead-is-not-a-post", "missing-lead", "several-leads"),
    "funding": (
        "duplicate-resource",
        "funding-not-secured",
        "funding-points-elsewhere",
        "missing-funding",
        "resource-unlabelled",
    ),
    "ref": ("action-without-reference", "duplicate-reference"),
    "links": ("cross-reference-not-mutual", "cross-reference-without-target"),
    "groups": ("plan-in-group-column",),
    "text": (
        "action-is-a-finding-not-an-action",
        "action-is-an-outcome",
        "duplicate-action",
    ),
}
"""The form of an action in which the findings of a rule are mended; other rules may be about any of them."""
_SHEETS = {rule: sheet for sheet, rules in _OF_ACTIONS.items() for rule in rules}


def ways_to_mend(mine: Editing | None, findings: Iterable[ShownFinding]) -> dict[str, WayToChange]:
    """The forms in which findings are mended, by fingerprint; those that no single form mends are missing."""
    if mine is None:
        return {}
    found = ((each.fingerprint, _way(mine, each)) for each in findings)
    return {fingerprint: way for fingerprint, way in found if way}


def _way(mine: Editing, finding: ShownFinding) -> WayToChange | None:
    part = mine.parts.get(finding.subject or "")
    if part is None:
        return None
    if part.sort != "action":
        return mine.change(part.key, "text")
    if finding.rule == "missing-measure":
        return WayToChange(url, "the measures") if (url := _new_measure(mine, part.key)) else None
    sheet = _SHEETS.get(finding.rule)
    return mine.change(part.key, sheet) if sheet else None


def _new_measure(mine: Editing, action: str) -> str | None:
    if not mine.may_measure(mine.parts[action]):
        return None
    return mine.opened.url("add", part=action, sort="measure")
