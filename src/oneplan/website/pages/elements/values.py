"""An element's page: what it says, what measures it, what is done under it."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.document.lint.facts import PlacedAction, PlacedElement
from oneplan.document.schema import Element, Indicator, Statement, StatementKind
from oneplan.website.components.action_rows import ActionRow, action_rows
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.components.findings import ShownFinding, Stretch, numbered, underlined
from oneplan.website.components.levels import level_name, plural, usual_name
from oneplan.website.components.marks import Mark, Marking
from oneplan.website.components.measures import ShownMeasure, measures_heading, shown_measures
from oneplan.website.components.severities import PenCount, pen_count
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import counted, spelled, spelled_count, title

_HEADINGS: dict[StatementKind, str] = {
    "said": "We said",
    "achieved": "We achieved",
    "vision": "Vision",
    "value": "Values",
    "context": "Why this matters",
    "evidence": "What is known",
    "approach": "How it will be done",
    "activity": "What will be done",
    "success": "What success looks like",
    "recommendation": "Recommended",
    "scrutiny": "Points from scrutiny",
    "other": "Also said",
}


@dataclass(frozen=True, slots=True)
class SaidStatement:
    """A statement: its place among those of the element from nought, and its words."""

    place: int
    words: list[Stretch]


@dataclass(frozen=True, slots=True)
class Said:
    """Statements of one kind under their heading."""

    heading: str
    statements: list[SaidStatement]
    list_like: bool


@dataclass(frozen=True, slots=True)
class Child:
    """A part below, with its actions as marks."""

    level: str
    code: str | None
    title: str
    url: str
    marks: list[Mark]
    holds: str
    pen: PenCount


@dataclass(frozen=True, slots=True)
class ElementPage:
    """The whole page."""

    id: str
    level: str
    code: str | None
    title: str
    lead: str
    crumbs: list[Crumb]
    said: list[Said]
    indicators: list[Indicator]
    measures: list[ShownMeasure]
    measures_heading: str
    members: list[str]
    children_heading: str
    children: list[Child]
    unsaid: list[tuple[str, str]]
    actions_heading: str
    actions: list[ActionRow]
    by_status: bool
    findings: list[ShownFinding]
    pen_below: PenCount
    pen_url: str


def element_page(opened: OpenPlan, placed: PlacedElement) -> ElementPage:
    """The page of one element."""
    element = placed.element
    findings = numbered(opened, opened.findings_at.get(element.id or "", ()))
    marking = opened.once(Marking)
    path = (*placed.path, element)
    actions = [PlacedAction(action, path) for action in element.actions]
    measures = shown_measures(element.measures, findings)
    return ElementPage(
        id=element.id or "",
        level=level_name(element),
        code=element.code,
        title=title(element.title),
        lead=_lead(element),
        crumbs=crumbs(opened, placed.path),
        said=_said(element.statements, findings),
        indicators=element.indicators,
        measures=measures,
        measures_heading=measures_heading(measures),
        members=element.members,
        children_heading=_children_heading(element),
        children=[_child(opened, marking, child) for child in element.children],
        unsaid=[
            (sheet, words)
            for sheet, words, value in (
                ("indicators", "indicators", element.indicators),
                ("members", "members", element.members),
            )
            if not value
        ],
        actions_heading=_actions_heading(element),
        actions=action_rows(opened, actions),
        by_status=marking.by_status,
        findings=findings,
        pen_below=pen_count(opened.findings_within(element)),
        pen_url=f"{opened.url('red-pen')}?part={element.id}",
    )


def _lead(element: Element) -> str:
    holds = _holds(element)
    return f"{holds}." if holds else ""


def _holds(element: Element) -> str:
    actions = sum(len(part.actions) for part in _within(element))
    measures = sum(len(part.measures) for part in _within(element))
    measures += sum(len(action.measures) for part in _within(element) for action in part.actions)
    parts = [
        counted(len(element.children), *_child_names(element)) if element.children else "",
        counted(actions, "action") if actions else "",
        counted(measures, "measure") if measures else "",
    ]
    return ", ".join(part for part in parts if part)


def _child_names(element: Element) -> tuple[str, str]:
    name = usual_name(element.children).lower()
    return name, plural(name)


def _within(element: Element) -> list[Element]:
    found, pending = [], [element]
    while pending:
        current = pending.pop()
        found.append(current)
        pending += current.children
    return found


def _said(statements: list[Statement], findings: list[ShownFinding]) -> list[Said]:
    said = []
    for kind, heading in _HEADINGS.items():
        found = [
            SaidStatement(place, underlined(statement.text, findings))
            for place, statement in enumerate(statements)
            if statement.kind == kind
        ]
        if found:
            said.append(Said(heading, found, list_like=len(found) > 1))
    return said


def _child(opened: OpenPlan, marking: Marking, child: Element) -> Child:
    below = [PlacedAction(action, ()) for part in _within(child) for action in part.actions]
    return Child(
        level=level_name(child),
        code=child.code,
        title=title(child.title),
        url=opened.url("element", element=child.id or ""),
        marks=[marking.mark(placed) for placed in below],
        holds=_holds(child),
        pen=pen_count(opened.findings_within(child)),
    )


def _children_heading(element: Element) -> str:
    if not element.children:
        return ""
    names = _child_names(element)
    return f"{spelled_count(len(element.children), *names).capitalize()} under it"


def _actions_heading(element: Element) -> str:
    if not element.actions:
        return ""
    without = sum(not action.leads for action in element.actions)
    total = spelled_count(len(element.actions), "action").capitalize()
    if without == len(element.actions):
        return f"{total}, none with a lead" if without > 1 else f"{total}, without a lead"
    if without:
        return f"{total}, {spelled(without)} without a lead"
    return f"{total}, each with a lead" if len(element.actions) > 1 else f"{total}, with a lead"
