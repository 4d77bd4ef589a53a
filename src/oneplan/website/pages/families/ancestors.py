"""What the pages of an action's ancestry show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from oneplan.document.schema import Action
from oneplan.partnership.plans.queries.links import LinkedAction, linked_actions
from oneplan.partnership.plans.queries.live import PlanLine
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.live_plans import OpenLivePlan
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.families.words import ACTIONS, sent
from oneplan.website.wording import heading, sentence, short, spelled_count

_MOST = 25
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Kin:
    """Another action: what it is to this one, in which plan, and what to send to take that back."""

    words: str
    ref: str | None
    title: str
    url: str
    in_plan: str
    plan: str
    key: str
    tie: str


@dataclass(frozen=True, slots=True)
class AncestryPage:
    """The actions that one comes from and those that came of it; ``brought_forward`` as it is printed."""

    title: str
    heading: str
    id: str
    kin: list[Kin]
    brought_forward: str | None
    way: list[Crumb]


@dataclass(frozen=True, slots=True)
class AncestorChoice:
    """The actions to choose from in one plan; ``more`` are not shown."""

    title: str
    back: str
    plans: list[tuple[str, str]]
    chosen: str
    words: str
    found: list[tuple[str, str, str]]
    more: int
    ties: list[tuple[str, str]]
    tie: str


def ancestry_page(opened: OpenLivePlan, key: str, linked: Sequence[LinkedAction]) -> AncestryPage:
    """The page of an action of the plan, by its key."""
    action = opened.actions[key].action
    return AncestryPage(
        title=_name(action),
        heading=_heading(linked),
        id=key,
        kin=kin_of(opened, linked),
        brought_forward=action.brought_forward_from,
        way=way_to_ancestry(opened, key),
    )


def kin(opened: OpenPlan, key: str) -> list[Kin]:
    """The same for an action of any plan; none where it is no plan that lives in a partnership."""
    if not isinstance(opened, OpenLivePlan):
        return []
    return kin_of(opened, linked_actions(opened.live, key))


def ways_to_kin(opened: OpenPlan, key: str) -> list[tuple[str, str]]:
    """The link to the page of an action's ancestry, where it has one."""
    if not isinstance(opened, OpenLivePlan):
        return []
    return [(opened.url("ancestry", action=key), "Where it comes from")]


def kin_of(opened: OpenLivePlan, linked: Sequence[LinkedAction]) -> list[Kin]:
    """The actions that one comes from, then those that came of it."""
    return [_kin(opened, each) for each in sorted(linked, key=lambda each: not each.upward)]


def _kin(opened: OpenLivePlan, linked: LinkedAction) -> Kin:
    own = {"partnership": opened.partnership, "plan": linked.plan, "action": linked.key}
    return Kin(
        words=ACTIONS[linked.tie, linked.upward],
        ref=linked.ref,
        title=heading(linked.text),
        url="" if linked.gone else reverse("live:action", kwargs=own),
        in_plan="" if linked.plan == opened.name else linked.plan_title,
        plan=linked.plan,
        key=linked.key,
        tie=sent(linked.tie, upward=linked.upward),
    )


def _heading(linked: Sequence[LinkedAction]) -> str:
    up = sum(each.upward for each in linked)
    down = len(linked) - up
    if not linked:
        return "Nothing is said of where it comes from"
    parts = [f"comes from {spelled_count(up, 'action')}"] if up else []
    if down:
        parts.append(f"{spelled_count(down, 'action')} came of it")
    return sentence(f"it {parts[0]}" if up else parts[0]) + (f"; {parts[1]}" if up and down else "")


def ancestor_choice(
    *,
    opened: OpenLivePlan,
    action: str,
    plans: Sequence[PlanLine],
    other: OpenLivePlan,
    words: str,
    tie: str,
) -> AncestorChoice:
    """What can be chosen: the actions of the other plan that have all the words, but not the one itself.

    Where no words are given, those that share most words with the action come first.
    """
    itself = action if other.name == opened.name else ""
    found = _matching(other, words.casefold().split(), itself)
    if not words:
        found = _likest_first(found, opened.actions[action].action)
    return AncestorChoice(
        title=_name(opened.actions[action].action),
        back=opened.url("ancestry", action=action),
        plans=[(each.slug, each.title) for each in plans],
        chosen=other.name,
        words=words,
        found=[(each.id or "", each.ref or "", short(each.text, 24)) for each in found[:_MOST]],
        more=max(len(found) - _MOST, 0),
        ties=[(sent(each, upward=up), said) for (each, up), said in ACTIONS.items()],
        tie=tie,
    )


def _matching(other: OpenLivePlan, wanted: Sequence[str], itself: str) -> list[Action]:
    return [
        placed.action
        for key, placed in other.actions.items()
        if key != itself and all(word in _said(placed.action) for word in wanted)
    ]


def _likest_first(found: list[Action], action: Action) -> list[Action]:
    own = _telling(action)
    return sorted(found, key=lambda each: len(own & _telling(each)), reverse=True)


def _telling(action: Action) -> set[str]:
    """The words of an action that are long enough to tell it from others."""
    return {word for word in _WORD.findall(action.text.casefold()) if len(word) >= _SHORTEST}


def _said(action: Action) -> str:
    return f"{action.ref or ''} {action.text}".casefold()


def way_to_ancestry(opened: OpenLivePlan, key: str, *further: str) -> list[Crumb]:
    """The way to an action's ancestry and what comes after."""
    placed = opened.actions[key]
    own = Crumb(placed.action.ref or short(placed.action.text, 6), opened.url("action", action=key))
    here = Crumb("Ancestry", opened.url("ancestry", action=key) if further else None)
    return [*crumbs(opened, placed.path), own, here, *(Crumb(each) for each in further)]


def _name(action: Action) -> str:
    return f"{action.ref or ''} {heading(action.text)}".strip()
