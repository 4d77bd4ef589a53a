"""From where to where a measure goes: each target with the baseline that it starts from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts
from oneplan.document.lint.printed import TIMES, PrintedUnit, unit_beside
from oneplan.document.lint.remembered import remembered
from oneplan.document.periods import Months, due_months, months_of
from oneplan.document.schema import Baseline, Direction, Measure, Target
from oneplan.vocabulary.figures import figure_in_words


@dataclass(frozen=True, slots=True)
class Journey:
    """A baseline with a value and a target with a value, of one measure; their units as printed."""

    measure: Measure
    baseline: Baseline
    target: Target
    start: float
    end: float
    start_unit: PrintedUnit | None
    end_unit: PrintedUnit | None

    @property
    def comparable(self) -> bool:
        """Whether the two values are of one kind, so that they can be set against each other."""
        units = {self.start_unit, self.end_unit} - {None}
        return len(units) < 2 or ("number" in units and not units & _APART and self._bare_fits)

    @property
    def _bare_fits(self) -> bool:
        return "percent" not in (self.start_unit, self.end_unit) or max(self.start, self.end) <= 100

    @property
    def goes(self) -> Direction | None:
        """The way that the values go; None where they are the same. A gap below nought narrows as it rises."""
        if self.start == self.end:
            return None
        rises = self.end > self.start
        if self.start < 0 and self.end <= 0 and _GAP.search(self.measure.text):
            rises = not rises
        return "increase" if rises else "decrease"

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words that the two values stand in, as printed; the whole measure where they are not in it."""
        return words_of(self.measure, self.baseline, self.target)

    def in_words(self) -> str:
        """The two values, "31.9% to 33%"."""
        return f"{figure_in_words(self.start, self.start_unit)} to {figure_in_words(self.end, self.end_unit)}"


_GAP = re.compile(r"\b(?:gaps?|difference|deficit|shortfall)\b", re.I)
_APART: frozenset[PrintedUnit | None] = TIMES | {"money", "rank"}
_MOST = 100


def journeys(measure: Measure) -> list[Journey]:
    """The measure's journeys, a hundred at most: none where it is not certain which target belongs to
    which baseline.
    """
    starts = [baseline for baseline in measure.baselines if baseline.value is not None]
    ends = [target for target in measure.targets if target.value is not None]
    if len(starts) == 1:
        pairs = [(starts[0], target) for target in ends]
    elif len(starts) == len(ends):
        pairs = list(zip(starts, ends, strict=True))
    else:
        pairs = []
    return [_journey(measure, baseline, target) for baseline, target in pairs[:_MOST]]


def _journey(measure: Measure, baseline: Baseline, target: Target) -> Journey:
    start, end = baseline.value or 0.0, target.value or 0.0
    start_unit = unit_beside(start, baseline.text, measure.text)
    end_unit = unit_beside(end, target.text, measure.text)
    return Journey(measure, baseline, target, start, end, start_unit, end_unit)


@remembered
def travelled(facts: PlanFacts) -> list[tuple[PlacedMeasure, list[Journey]]]:
    """The plan's measures that have a journey, with all they have, in plan order."""
    found = ((placed, journeys(placed.measure)) for placed in facts.measures)
    return [(placed, those) for placed, those in found if those]


def words_of(measure: Measure, *figures: Baseline | Target) -> tuple[str, ...]:
    """What is printed of the figures, in the order of the text; the whole measure where it is not found there."""
    printed = {figure.text for figure in figures if figure.text}
    places = {
        text: _place(text, measure.text)
        for text in printed
        if not any(text in other for other in printed - {text})
    }
    if not places or min(places.values()) < 0:
        return (measure.text,)
    return tuple(sorted(places, key=places.__getitem__))


def _place(words: str, text: str) -> int:
    """Where whole words stand in a text, -1 where nowhere: "10" does not stand in "per 100"."""
    at = text.find(words)
    while at >= 0:
        around = text[max(0, at - 1) : at + len(words) + 1].replace(words, "", 1)
        if not any(sign.isalnum() for sign in around):
            return at
        at = text.find(words, at + 1)
    return -1


def says_how_far(target: Target) -> bool:
    """Whether a target names a figure, a change, a relation or a range – or promises one."""
    read = target.value is not None or target.change_by or target.relation or target.to_be_set
    return bool(read) or any(map(str.isdigit, target.text))


def baseline_months(baseline: Baseline) -> Months | None:
    """The months of a baseline's period."""
    return months_of(baseline.period, baseline.year_kind)


def target_months(target: Target) -> Months | None:
    """The months of a target's period."""
    return months_of(target.period, target.year_kind)


def measure_due(placed: PlacedMeasure) -> Months | None:
    """The months in which the measure's action may end."""
    return due_months(placed.action.due) if placed.action else None
