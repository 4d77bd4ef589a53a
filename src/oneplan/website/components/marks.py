"""A mark for each action: its delivery status where the plan gives one, else what the red pen says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from oneplan.document.lint.facts import PlacedAction
from oneplan.website.components.severities import SHOWN, pen_count
from oneplan.website.components.status import STATUS_NAMES, status_of
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import short

_PEN_ORDER = ("error", "warning", "info", "clear")
_CLEAR = "nothing to settle"


@dataclass(frozen=True, slots=True)
class Mark:
    """An action as a mark that can be followed. ``shape`` names its drawing."""

    shape: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A line of the key: the drawing, how many, and its meaning."""

    shape: str
    number: int
    name: str


class Marking:
    """How a plan's actions are marked, decided once for the whole plan: ``opened.once(Marking)``."""

    def __init__(self, opened: OpenPlan) -> None:
        self._opened = opened
        self._marks: dict[str | None, Mark] = {}
        self.by_status = any(
            status_of(placed.action.status) != "none" for placed in opened.facts.actions
        )

    def shape(self, placed: PlacedAction) -> str:
        """The name of an action's drawing."""
        if self.by_status:
            return status_of(placed.action.status)
        worst = pen_count(self._opened.findings_at.get(placed.action.id or "", ())).worst
        return worst or "clear"

    def mark(self, placed: PlacedAction) -> Mark:
        """The action's mark, named by its reference or first words and what it shows."""
        found = self._marks.get(placed.action.id)
        if found is None:
            found = self._marks[placed.action.id] = self._mark(placed)
        return found

    def _mark(self, placed: PlacedAction) -> Mark:
        shape = self.shape(placed)
        name = f"{placed.action.ref or short(placed.action.text, 6)}: {self._meaning(shape)}"
        return Mark(shape, name, self._opened.url("action", action=placed.action.id or ""))

    def key(self, actions: Iterable[PlacedAction]) -> list[KeyLine]:
        """The marks that occur, gravest first, with their numbers."""
        counts = Counter(self.shape(placed) for placed in actions)
        order = tuple(STATUS_NAMES) if self.by_status else _PEN_ORDER
        return [
            KeyLine(shape, counts[shape], self._meaning(shape, counts[shape]))
            for shape in order
            if counts[shape]
        ]

    def _meaning(self, shape: str, number: int = 1) -> str:
        if self.by_status:
            return next(name for status, name in STATUS_NAMES.items() if status == shape)
        shown = next((each for each in SHOWN.values() if each.severity == shape), None)
        return shown.name_for(number) if shown else _CLEAR
