"""The red pen's page: how many findings, where they lie, and each of them with its cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oneplan.document.lint.acceptances import Acceptance
from oneplan.vocabulary.findings import SEVERITIES, Finding
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.components.findings import ShownFinding, shown_finding
from oneplan.website.components.pages import InPages, in_pages
from oneplan.website.components.rug import NARROW, WIDE, Rug, in_plan_order, rug
from oneplan.website.components.severities import SHOWN, PenCount, ShownSeverity, pen_count
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.red_pen.filters import (
    Asked,
    Choice,
    family_choices,
    family_of,
    lead_choices,
    leads_of,
    people_choices,
    rule_choices,
    rule_title,
    wanted,
)
from oneplan.website.said_of_findings import Receiver
from oneplan.website.wording import sentence, short, spelled, spelled_count, title

_SIZE = 20
_MOST_ACCEPTED = 200


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one severity on this page; ``whole`` is how many there are on all pages."""

    shown: ShownSeverity
    whole: int
    findings: list[ShownFinding]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that somebody accepted, with who, when and why."""

    finding: ShownFinding
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class RedPenPage:
    """The whole page."""

    heading: str
    lead: str
    crumbs: list[Crumb]
    pen: PenCount
    rug_heading: str
    rugs: tuple[Rug, Rug]
    severities: list[tuple[ShownSeverity, int, bool]]
    families: list[Choice]
    rules: list[Choice]
    leads: list[Choice]
    people: list[Choice]
    given: Mapping[str, Receiver]
    kept: list[tuple[str, str]]
    about_part: str
    about_rule: str
    filtered: bool
    groups: list[Group]
    pages: InPages[Finding]
    noticed: list[Finding]
    accepted: list[Accepted]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the page says of a plan whatever it is asked: its findings by severity, counts, drawings."""

    findings: list[Finding]
    pen: PenCount
    rug_heading: str
    rugs: tuple[Rug, Rug]
    families: Counter[str]
    rules: Counter[str]
    leads: Counter[str]
    accepted: list[Accepted]


def _whole(opened: OpenPlan) -> _Whole:
    everything = in_plan_order(opened, opened.findings)
    return _Whole(
        findings=sorted(everything, key=lambda finding: SEVERITIES.index(finding.severity)),
        pen=pen_count(everything),
        rug_heading=_rug_heading(opened, everything),
        rugs=(rug(opened, everything, WIDE), rug(opened, everything, NARROW)),
        families=Counter(family_of(finding) for finding in everything),
        rules=Counter(finding.rule for finding in everything),
        leads=Counter(lead for finding in everything for lead in leads_of(opened, finding)),
        accepted=_accepted(opened),
    )


def red_pen_page(
    opened: OpenPlan,
    asked: Asked,
    page: str,
    query: Sequence[tuple[str, str]],
    given: Mapping[str, Receiver],
) -> RedPenPage:
    """The page of a plan's findings; ``given`` says whom they are given to as this page is asked for."""
    whole = opened.once(_whole)
    everything, pen = whole.findings, whole.pen
    found = [finding for finding in everything if wanted(opened, finding, asked, given)]
    pages = in_pages(found, page, _SIZE, query)
    return RedPenPage(
        heading=_heading(pen),
        lead=_lead(pen),
        crumbs=crumbs(opened, here="Red pen"),
        pen=pen,
        rug_heading=whole.rug_heading,
        rugs=whole.rugs,
        severities=[
            (SHOWN[each], pen.by_severity[each], each in asked.severities) for each in SEVERITIES
        ],
        families=family_choices(whole.families, asked.family),
        rules=rule_choices(whole.rules, asked.rule),
        leads=lead_choices(whole.leads, len(everything), asked.lead),
        people=people_choices(given, everything, asked.given),
        given=given,
        kept=[("part", asked.part)] if asked.part else [],
        about_part=_part_title(opened, asked.part),
        about_rule=rule_title(asked.rule) if asked.rule else "",
        filtered=len(found) != len(everything),
        groups=_groups(opened, found, pages),
        pages=pages,
        noticed=[*opened.about_acceptances, *opened.plan.findings],
        accepted=whole.accepted,
    )


def _accepted(opened: OpenPlan) -> list[Accepted]:
    return [
        Accepted(shown_finding(opened, finding, number), said.reason, _signed(said))
        for number, (finding, said) in enumerate(opened.accepted[:_MOST_ACCEPTED], start=1)
    ]


def _signed(said: Acceptance) -> str:
    day = f"{said.on.day} {said.on:%B %Y}" if said.on else ""
    return ", ".join(filter(None, (said.by, day)))


def _heading(pen: PenCount) -> str:
    if not pen.total:
        return "The red pen found nothing to settle in this plan"
    things = "one thing" if pen.total == 1 else f"{pen.total} things"
    return f"The red pen found {things} to settle before anyone agrees this plan"


def _lead(pen: PenCount) -> str:
    if not pen.total:
        return "That is not a promise that the plan is right: it read the words, not the world."
    errors = pen.errors
    first = {
        0: "None of it is plainly wrong.",
        1: "One cannot be right as written.",
    }.get(errors, f"{sentence(spelled(errors))} cannot be right as written.")
    rest = "" if errors == pen.total else " The others are questions for the people who wrote it."
    return f"{first}{rest} Nothing has been changed."


def _rug_heading(opened: OpenPlan, findings: Sequence[Finding]) -> str:
    tops = opened.plan.elements
    if len(tops) < 2 or not findings:
        return "Where they lie in the plan"
    counts = {top.id: sum(1 for _ in opened.findings_within(top)) for top in tops}
    most = max(tops, key=lambda top: counts[top.id])
    free = [top for top in tops if not counts[top.id]]
    if not free:
        return f"No part is free of them; “{short(title(most.title), 9)}” has the most, {counts[most.id]}"
    words = spelled_count(len(free), "part is", "parts are")
    return f"“{short(title(most.title), 9)}” has the most, {counts[most.id]}; {words} free of them"


def _groups(opened: OpenPlan, found: Sequence[Finding], pages: InPages[Finding]) -> list[Group]:
    whole = pen_count(found)
    shown = [
        shown_finding(opened, finding, number)
        for number, finding in enumerate(pages.items, start=pages.first)
    ]
    return [
        Group(SHOWN[severity], whole.by_severity[severity], here)
        for severity in SEVERITIES
        if (here := [each for each in shown if each.shown.severity == severity])
    ]


def _part_title(opened: OpenPlan, part: str) -> str:
    if part in opened.elements:
        return short(opened.elements[part].element.title, 12)
    return opened.actions[part].where if part in opened.actions else ""
