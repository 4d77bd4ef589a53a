"""The red pen's page: how many findings, where they lie, and each of them with its cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oneplan.document.lint.acceptances import Acceptance
from oneplan.vocabulary.findings import SEVERITIES, Finding
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.components.findings import ShownFinding, rule_named, shown_finding
from oneplan.website.components.pages import InPages, in_pages
from oneplan.website.components.rug import NARROW, WIDE, Rug, in_plan_order, rug
from oneplan.website.components.severities import SHOWN, PenCount, ShownSeverity, pen_count
from oneplan.website.open_plan import OpenPlan, Receiver
from oneplan.website.wording import sentence, short, spelled, spelled_count, title

_SIZE = 20
_MOST_ACCEPTED = 200
_READER = "the reading of the file"
_NOBODY = "-"


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of the filter, with how many findings it has."""

    value: str
    name: str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks to see; empty means everything."""

    severities: frozenset[str]
    family: str
    lead: str
    part: str
    rule: str
    given: str


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
        leads=Counter(lead for finding in everything for lead in _leads_of(opened, finding)),
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
    found = [finding for finding in everything if _wanted(opened, finding, asked, given)]
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
        families=_families(whole.families, asked.family),
        rules=_rules(whole.rules, asked.rule),
        leads=_leads(whole.leads, len(everything), asked.lead),
        people=_people(given, everything, asked.given),
        given=given,
        kept=[("part", asked.part)] if asked.part else [],
        about_part=_part_title(opened, asked.part),
        about_rule=_title(asked.rule) if asked.rule else "",
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


def asked_for(given: Mapping[str, str], severities: Sequence[str]) -> Asked:
    """The filter of an address; no box ticked is all of them."""
    known = frozenset(each for each in severities if each in SHOWN)
    return Asked(
        severities=known or frozenset(SEVERITIES),
        family=given.get("about", ""),
        lead=given.get("lead", ""),
        part=given.get("part", ""),
        rule=given.get("rule", ""),
        given=given.get("given", ""),
    )


def family_of(finding: Finding) -> str:
    """The family of a finding's rule."""
    rule = rule_named(finding.rule)
    return rule.family if rule else _READER


def _wanted(
    opened: OpenPlan, finding: Finding, asked: Asked, given: Mapping[str, Receiver]
) -> bool:
    return (
        finding.severity in asked.severities
        and asked.family in ("", family_of(finding))
        and asked.rule in ("", finding.rule)
        and asked.given in ("", _given_to(given, finding))
        and (not asked.lead or asked.lead in _leads_of(opened, finding))
        and (not asked.part or asked.part in opened.parts_above(finding))
    )


def _leads_of(opened: OpenPlan, finding: Finding) -> list[str]:
    placed = opened.actions.get(opened.part_of(finding) or "")
    return placed.action.leads if placed else []


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


def _families(counts: Counter[str], chosen: str) -> list[Choice]:
    choices = [Choice("", "Everything", counts.total(), chosen == "")]
    return choices + [
        Choice(name, sentence(name), number, name == chosen) for name, number in counts.items()
    ]


def _rules(counts: Counter[str], chosen: str) -> list[Choice]:
    """Every rule that found something by its title, the most frequent first."""
    choices = [Choice("", "Every kind", counts.total(), chosen == "")]
    return choices + [
        Choice(rule, _title(rule), number, rule == chosen) for rule, number in counts.most_common()
    ]


def _leads(counts: Counter[str], findings: int, chosen: str) -> list[Choice]:
    choices = [Choice("", "Every lead officer", findings, chosen == "")]
    return choices + [Choice(name, name, counts[name], name == chosen) for name in sorted(counts)]


def _given_to(given: Mapping[str, Receiver], finding: Finding) -> str:
    """The number of whom a finding was given to; a dash for nobody."""
    receiver = given.get(finding.fingerprint or "")
    return str(receiver.person) if receiver else _NOBODY


def _people(
    given: Mapping[str, Receiver], findings: Sequence[Finding], chosen: str
) -> list[Choice]:
    """Those whom findings were given to, once anybody was."""
    if not given:
        return []
    counts = Counter(_given_to(given, finding) for finding in findings)
    names = {str(each.person): each.name for each in given.values()}
    people = sorted((name, number) for number, name in names.items() if counts[number])
    options = [("", "Anybody or nobody", len(findings)), (_NOBODY, "Nobody", counts[_NOBODY])]
    options += [(number, name, counts[number]) for name, number in people]
    return [Choice(value, name, count, value == chosen) for value, name, count in options]


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


def _title(rule: str) -> str:
    known = rule_named(rule)
    return known.title if known else rule
