"""Leads that a cell ran together with its partners, known from where the plan prints them alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from oneplan.document.schema import Action, Element

_FEWEST_WORDS = 2
_MOST_WORDS = 12


def part_known_leads(elements: Sequence[Element]) -> None:
    """Give actions without a lead the post that their last partner ends with, where others have it."""
    actions = list(_actions(elements))
    known: dict[str, set[str]] = defaultdict(set)
    for action in actions:
        for lead in action.leads:
            if len(lead.split()) >= _FEWEST_WORDS:
                known[lead.split()[-1]].add(lead)
    for action in actions:
        if not action.leads and action.partners:
            _part(action, known)


def _part(action: Action, known: dict[str, set[str]]) -> None:
    words = action.partners[-1].split()
    leads = known.get(words[-1], set())
    for start in range(max(0, len(words) - _MOST_WORDS), len(words) - _FEWEST_WORDS + 1):
        lead = " ".join(words[start:])
        if lead in leads:
            partner = " ".join(words[:start])
            action.partners[-1:] = [partner] if partner else []
            action.leads = [lead]
            return


def _actions(elements: Sequence[Element]) -> Iterator[Action]:
    pending = list(elements)
    while pending:
        element = pending.pop()
        yield from element.actions
        pending.extend(element.children)
