"""The list of a plan's actions, filtered and sorted as the address asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from oneplan.document.lint.facts import PlacedAction
from oneplan.vocabulary.lists import listed
from oneplan.website.components.action_rows import ActionRow, action_rows
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.components.marks import Marking
from oneplan.website.components.money import stated
from oneplan.website.components.pages import InPages, in_pages
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import counted, sentence, spelled

_SIZE = 50
_MOST_LEADS = 200

SORTS: dict[str, str] = {
    "plan": "Plan order",
    "due": "Due first",
    "lead": "Lead",
    "pen": "Most red-pen findings",
}
LACKS: dict[str, str] = {
    "lead": "a lead",
    "date": "a date",
    "measure": "a measure",
    "money": "money",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a select."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ActionList:
    """The whole page."""

    heading: str
    lead: str
    crumbs: list[Crumb]
    words: str
    parts: list[Choice]
    leads: list[Choice]
    lacks: list[Choice]
    sorts: list[Choice]
    filtered: bool
    asked: list[tuple[str, str]]
    by_status: bool
    in_plan_order: bool
    rows: InPages[ActionRow]


def action_list(
    opened: OpenPlan, asked: Mapping[str, str], own: Collection[str] | None = None
) -> ActionList:
    """The list; what the address asks and the plan does not know is not filtered by.

    ``own`` are the keys of the actions that the visitor's own agency leads, where only those are asked for.
    """
    everything = opened.facts.actions
    found = _ordered(opened, chosen_actions(opened, asked), asked.get("sort", ""))
    if own is not None:
        found = [placed for placed in found if placed.action.id in own]
    query = [(name, value) for name, value in asked.items() if name != "page" and value]
    page = in_pages(found, asked.get("page", ""), _SIZE, query)
    rows = action_rows(opened, page.items)
    chosen = len(found) != len(everything)
    gaps = _gaps(found) if chosen else opened.once(_gaps_of_all)
    return ActionList(
        heading=_heading(len(found), len(everything), gaps),
        lead=_lead(gaps if chosen or len(everything) < 2 else gaps[1:]),
        crumbs=crumbs(opened, here="Actions"),
        words=asked.get("words", ""),
        parts=_part_choices(opened, asked.get("part", "")),
        leads=_lead_choices(opened, asked.get("lead", "")),
        lacks=_choices(LACKS, asked.get("without", ""), "Not asked"),
        sorts=_choices(SORTS, asked.get("sort", "plan")),
        filtered=chosen,
        asked=query,
        by_status=opened.once(Marking).by_status,
        in_plan_order=asked.get("sort", "plan") not in SORTS.keys() - {"plan"},
        rows=InPages(
            rows, page.number, page.pages, page.first, page.last, page.total,
            page.links, page.before, page.after,
        ),
    )  # fmt: skip


def chosen_actions(opened: OpenPlan, asked: Mapping[str, str]) -> list[PlacedAction]:
    """The actions that an address asks for, in plan order."""
    part, lead, without = asked.get("part", ""), asked.get("lead", ""), asked.get("without", "")
    words = asked.get("words", "").casefold().split()
    found = opened.facts.actions
    if part in opened.elements:
        found = [a for a in found if any(element.id == part for element in a.path)]
    if lead:
        found = [a for a in found if lead in a.action.leads]
    if without in LACKS:
        found = [a for a in found if _lacks(a, without)]
    if words:
        found = [a for a in found if _says(a, words)]
    return found


def _lacks(placed: PlacedAction, what: str) -> bool:
    action = placed.action
    return {
        "lead": not action.leads,
        "date": action.due is None,
        "measure": not action.measures,
        "money": stated(action) == "nothing",
    }[what]


def _says(placed: PlacedAction, words: list[str]) -> bool:
    action = placed.action
    measures = (measure.text for measure in action.measures)
    text = " ".join([action.ref or "", action.text, *action.partners, *measures]).casefold()
    return all(word in text for word in words)


def _ordered(opened: OpenPlan, actions: list[PlacedAction], sort: str) -> list[PlacedAction]:
    if sort == "due":
        return sorted(actions, key=_due)
    if sort == "lead":
        return sorted(actions, key=lambda a: (not a.action.leads, "".join(a.action.leads)))
    if sort == "pen":
        return sorted(actions, key=lambda a: -len(opened.findings_at.get(a.action.id or "", ())))
    return actions


def _due(placed: PlacedAction) -> tuple[bool, str]:
    due = placed.action.due
    if due is None or not (due.month or due.period):
        return True, ""
    return False, due.month or f"{(due.period or '')[:4]}-99"


def _heading(found: int, everything: int, gaps: list[tuple[int, str]]) -> str:
    """What is missing most, said of the whole plan; of a choice, how many it left."""
    if found != everything:
        return f"{found} of {counted(everything, 'action')}"
    if not everything:
        return "The plan names no actions"
    if everything == 1:
        return "The one action"
    if not gaps:
        return f"All {counted(everything, 'action')} have a lead, a date and a measure"
    return f"Of {counted(everything, 'action')}, {_want(*gaps[0])}"


def _lead(gaps: list[tuple[int, str]]) -> str:
    """What is missing besides."""
    return f"{sentence(listed([_want(*gap) for gap in gaps]))}." if gaps else ""


def _want(number: int, what: str) -> str:
    return f"{spelled(number)} {'has' if number == 1 else 'have'} no {what}"


def _gaps(found: list[PlacedAction]) -> list[tuple[int, str]]:
    """How many actions want a lead, a date or a measure, the most wanted first."""
    counts = [(sum(_lacks(a, key) for a in found), key) for key in ("lead", "date", "measure")]
    return sorted([gap for gap in counts if gap[0]], key=lambda gap: -gap[0])


def _gaps_of_all(opened: OpenPlan) -> list[tuple[int, str]]:
    return _gaps(opened.facts.actions)


def _part_choices(opened: OpenPlan, chosen: str) -> list[Choice]:
    choices = [Choice("", "All parts", chosen == "")]
    for placed in opened.facts.elements:
        element = placed.element
        depth = len(placed.path)
        if depth < 2 and (element.actions or element.children):
            name = f"{'– ' * depth}{element.title}"
            choices.append(Choice(element.id or "", name, element.id == chosen))
    return choices


def _lead_choices(opened: OpenPlan, chosen: str) -> list[Choice]:
    choices = [
        Choice(name, f"{name} ({number})", name == chosen)
        for name, number in opened.once(_most_leads)
    ]
    return [Choice("", "Every lead", chosen == ""), *choices]


def _most_leads(opened: OpenPlan) -> list[tuple[str, int]]:
    """The leads that are named most by name, with how often."""
    counts = Counter(lead for placed in opened.facts.actions for lead in placed.action.leads)
    return sorted(counts.most_common(_MOST_LEADS))


def _choices(names: Mapping[str, str], chosen: str, none: str | None = None) -> list[Choice]:
    first = [Choice("", none, chosen not in names)] if none else []
    return first + [Choice(value, name, value == chosen) for value, name in names.items()]
