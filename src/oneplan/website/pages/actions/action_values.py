"""An action's page: its facts, its measures drawn, its words with the red pen beside them."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.document.lint.actions.posts import is_a_post
from oneplan.document.lint.facts import PlacedAction
from oneplan.document.schema import Action, ActionCategory
from oneplan.vocabulary.findings import Finding
from oneplan.vocabulary.lists import listed
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.components.findings import ShownFinding, Stretch, numbered, underlined
from oneplan.website.components.measures import ShownMeasure, measures_heading, shown_measures
from oneplan.website.components.money import MoneyFact, money_fact
from oneplan.website.components.status import STATUS_NAMES, Status, status_of
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import due_in_words, heading, month_in_words, sentence, short, spelled

_CATEGORIES: dict[ActionCategory, str] = {
    "core": "",
    "narrow_the_gap": "To narrow the gap",
    "support_families": "To support families",
    "improve_access": "To improve access",
    "recommendation": "From a recommendation",
    "other": "Under another heading",
}


_UNSAID = {
    "status": "status",
    "ref": "reference",
    "steps": "steps",
    "partners": "partners",
    "strategies": "what it supports",
    "groups": "for whom",
    "places": "where",
    "links": "what it points to",
    "answers": "reports it answers",
    "brought_forward_from": "brought forward from",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the facts under the title; ``mark`` is a status to draw before it.

    ``sheet`` names the form in which it is changed.
    """

    name: str
    value: str
    note: str
    sheet: str
    mark: Status | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A name with a page, or without one where the plan has none for it."""

    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """A step of the action and the month that it names."""

    stretches: list[Stretch]
    month: str


@dataclass(frozen=True, slots=True)
class ActionPage:
    """The whole page."""

    id: str
    ref: str | None
    title: str
    category: str
    crumbs: list[Crumb]
    facts: list[Fact]
    measures: list[ShownMeasure]
    measures_heading: str
    words: list[Stretch]
    steps: list[WrittenStep]
    money_words: list[list[Stretch]]
    due_words: list[Stretch]
    lists: list[tuple[str, list[str], str]]
    answers: list[str]
    points_to: list[Link]
    pointed_from: list[Link]
    brought_forward: str | None
    unsaid: list[tuple[str, str]]
    findings: list[ShownFinding]
    place: str
    before: Link | None
    after: Link | None


def action_page(opened: OpenPlan, placed: PlacedAction) -> ActionPage:
    """The page of one action."""
    action = placed.action
    findings = numbered(opened, _in_reading_order(opened, action))
    measures = shown_measures(action.measures, findings)
    before, after = _neighbours(opened, action)
    return ActionPage(
        id=action.id or "",
        ref=action.ref,
        title=heading(action.text),
        category=_CATEGORIES[action.category],
        crumbs=crumbs(opened, placed.path),
        facts=_facts(action),
        measures=measures,
        measures_heading=measures_heading(measures),
        words=underlined(action.text, findings),
        steps=[
            WrittenStep(underlined(step.text, findings), month_in_words(step.month or ""))
            for step in action.steps
        ],
        money_words=[underlined(money.text, findings) for money in action.funding],
        due_words=underlined(action.due.text, findings) if action.due else [],
        lists=_lists(action),
        answers=[_report(each.report, each.page) for each in action.recommendations],
        points_to=[_pointed(opened, each.target, each.text) for each in action.cross_references],
        pointed_from=_pointing(opened, action),
        brought_forward=action.brought_forward_from,
        unsaid=_unsaid(action),
        findings=findings,
        place=sentence(action.source.in_words()) if action.source else "",
        before=before,
        after=after,
    )


def _in_reading_order(opened: OpenPlan, action: Action) -> list[Finding]:
    """The action's findings in the order in which the page shows the words that they quote."""
    texts = [action.text, *(step.text for step in action.steps)]
    texts += [measure.text for measure in action.measures]
    texts += [action.due.text] if action.due else []
    texts += [money.text for money in action.funding]

    def place(finding: Finding) -> int:
        quoted = [quote.removesuffix(" …") for quote in finding.quotes]
        found = (at for at, text in enumerate(texts) if any(quote in text for quote in quoted))
        return next(found, len(texts))

    return sorted(opened.findings_at.get(action.id or "", ()), key=place)


def _facts(action: Action) -> list[Fact]:
    facts = []
    if action.status:
        status = status_of(action.status)
        said = f"The plan says “{short(action.status, 8)}”"
        facts.append(Fact("Status", sentence(STATUS_NAMES[status]), said, "status", status))
    money: MoneyFact = money_fact(action)
    return [
        *facts,
        Fact("Due", due_in_words(action.due) or "No date", _due_note(action), "due"),
        Fact("Lead", listed(action.leads) or "No one named", _lead_note(action), "leads"),
        Fact("Money", money.value, money.note, "funding"),
    ]


def _due_note(action: Action) -> str:
    return f"The plan says “{action.due.text}”" if action.due else "The plan gives no date"


def _lead_note(action: Action) -> str:
    if not action.leads:
        return "Nobody can be asked how it goes"
    posts = [lead for lead in action.leads if is_a_post(lead)] or action.leads
    return f"{sentence(spelled(len(posts)))} answer for it" if len(posts) > 1 else ""


def _lists(action: Action) -> list[tuple[str, list[str], str]]:
    lists = [
        ("Partners", action.partners, "partners"),
        ("Supports", action.strategies, "strategies"),
        ("For", action.groups, "groups"),
        ("Where", action.places, "places"),
    ]
    return [(name, items, sheet) for name, items, sheet in lists if items]


def _unsaid(action: Action) -> list[tuple[str, str]]:
    """The forms for what the action says nothing of, each with the words of its link."""
    said = {
        "status": action.status,
        "ref": action.ref,
        "steps": action.steps,
        "partners": action.partners,
        "strategies": action.strategies,
        "groups": action.groups,
        "places": action.places,
        "links": action.cross_references,
        "answers": action.recommendations,
        "brought_forward_from": action.brought_forward_from,
    }
    return [(sheet, _UNSAID[sheet]) for sheet, value in said.items() if not value]


def _report(report: str, page: str | None) -> str:
    return f"{report}, page {page}" if page else report


def _pointed(opened: OpenPlan, target: str | None, text: str) -> Link:
    name = target or text
    action = opened.actions_by_reference.get(name)
    if action:
        return Link(f"{name} {short(action.action.text, 8)}", _url(opened, action.action))
    element = opened.elements_by_code.get(name.casefold())
    if element:
        url = opened.url("element", element=element.element.id or "")
        return Link(f"{name}: {element.element.title}", url)
    return Link(f"{name} (not in this plan)", None)


def _pointing(opened: OpenPlan, action: Action) -> list[Link]:
    if not action.ref:
        return []
    return [
        Link(f"{other.where} {short(other.action.text, 8)}", _url(opened, other.action))
        for other in opened.actions_by_target.get(action.ref, ())
    ]


def _neighbours(opened: OpenPlan, action: Action) -> tuple[Link | None, Link | None]:
    at = opened.order[action.id or ""]
    actions = opened.facts.actions
    before = actions[at - 1] if at > 0 else None
    after = actions[at + 1] if at + 1 < len(actions) else None
    return _neighbour(opened, before), _neighbour(opened, after)


def _neighbour(opened: OpenPlan, placed: PlacedAction | None) -> Link | None:
    if placed is None:
        return None
    return Link(placed.action.ref or short(placed.action.text, 6), _url(opened, placed.action))


def _url(opened: OpenPlan, action: Action) -> str:
    return opened.url("action", action=action.id or "")
