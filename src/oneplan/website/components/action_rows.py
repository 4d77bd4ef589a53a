"""Actions as rows of a table: mark, reference, words, lead, date, money, red pen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oneplan.document.lint.facts import PlacedAction
from oneplan.vocabulary.lists import listed
from oneplan.website.components.marks import Mark, Marking
from oneplan.website.components.money import Stated, stated
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import abridged, due_in_words, short, title


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action in a list."""

    id: str
    mark: Mark
    ref: str | None
    text: str
    url: str
    leads: str
    due: str
    money: Stated
    measures: int
    findings: int
    part: str
    part_url: str | None


def action_rows(opened: OpenPlan, actions: Iterable[PlacedAction]) -> list[ActionRow]:
    """A row for each action, made once for the plan."""
    made = opened.once(_rows)
    marking = opened.once(Marking)
    rows = []
    for placed in actions:
        key = placed.action.id or ""
        if key not in made:
            made[key] = _row(opened, marking, placed)
        rows.append(made[key])
    return rows


def _rows(_: OpenPlan) -> dict[str, ActionRow]:
    """The rows that have been made of a plan's actions, by the action's id."""
    return {}


def _row(opened: OpenPlan, marking: Marking, placed: PlacedAction) -> ActionRow:
    action = placed.action
    part = placed.path[-1] if placed.path else None
    return ActionRow(
        id=action.id or "",
        mark=marking.mark(placed),
        ref=action.ref,
        text=short(action.text, 22),
        url=opened.url("action", action=action.id or ""),
        leads=listed(action.leads),
        due=due_in_words(action.due),
        money=stated(action),
        measures=len(action.measures),
        findings=len(opened.findings_at.get(action.id or "", ())),
        part=abridged(title(part.title), 110) if part else "",
        part_url=opened.url("element", element=part.id or "") if part else None,
    )
