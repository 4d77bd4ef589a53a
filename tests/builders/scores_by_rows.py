"""Results worked out one row at a time by the published methods of the library."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import isfinite, sqrt
from typing import Any

from builders.any_observations import AUTHORITIES, DEFINITIONS, DISTRICTS, ENGLAND, REGIONS
from oneplan.evidence.benchmarks.compare import Compared, Polarity, Rule, compare
from oneplan.evidence.benchmarks.neighbours import neighbours_mean
from oneplan.evidence.benchmarks.rank import Good, ranked
from oneplan.evidence.statistics.proportion import proportion
from oneplan.evidence.statistics.rate import rate
from oneplan.evidence.statistics.trend import Point, recent_trend
from oneplan.vocabulary.estimates import Impossible

Row = dict[str, Any]
Key = tuple[str, str, str, str]
_METHODS = {"proportion": proportion, "rate": rate}
_POLARITIES: dict[str | None, Polarity] = {"high": "high_is_good", "low": "low_is_good"}
_LEVELS = (AUTHORITIES, DISTRICTS)


@dataclass
class Figure:
    """An observation's value and limits, and the counts that gave them."""

    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    lower_998: float | None = None
    upper_998: float | None = None
    method: str | None = None
    events: float | None = None
    people: float | None = None


def figure_of(row: Row) -> Figure:
    """Value and limits of a row, by ``proportion`` and ``rate`` where it has the counts for them."""
    if row["status"] != "ok":
        return Figure()
    said = {name: _finite(row[name]) for name in row if isinstance(row[name], float)}
    definition = DEFINITIONS[row["indicator"]]
    events, people = said.get("numerator"), said.get("denominator")
    method = _METHODS.get(definition.kind or "")
    if method is not None and events is not None and people is not None:
        try:
            near = method(events, people, 0.95, definition.scale)
            far = method(events, people, 0.998, definition.scale)
        except Impossible:
            return _published(said)
        counted = (events, people) if method is proportion else (None, None)
        return Figure(
            near.value, near.lower, near.upper, far.lower, far.upper, near.method, *counted
        )
    if definition.kind == "mean" and said.get("value") is None and events is not None and people:
        return Figure(value=events * definition.scale / people, method="value only")
    if definition.kind == "count" and said.get("value") is None and events is not None:
        return Figure(value=events, method="value only")
    return _published(said)


def _finite(figure: float) -> float | None:
    return figure if isfinite(figure) else None


def _published(said: dict[str, float | None]) -> Figure:
    if said.get("value") is None:
        return Figure()
    limited = said.get("lower") is not None and said.get("upper") is not None
    names = ("value", "lower", "upper", "lower_998", "upper_998")
    return Figure(
        *(said.get(name) for name in names), method="published" if limited else "value only"
    )


class ScoredByRows:
    """All rows of a table of observations, each judged by itself."""

    def __init__(
        self, rows: list[Row], regions: dict[str, str], neighbours: dict[str, list[str]]
    ) -> None:
        self.figures = {_key(row): figure_of(row) for row in rows}
        self._regions, self._neighbours = regions, neighbours
        self._years = sorted({key[2] for key in self.figures})

    def against(self, key: Key, other: str) -> str:
        """The comparison with a whole, in the words of results."""
        figure, whole = self.figures[key], self._at(key, other)
        if key[1] == other or DEFINITIONS[key[0]].kind == "count":
            return "not_tested"
        compared = Compared(figure.value, figure.lower, figure.upper, comparator=whole.value)
        return self._word(key, compared, "single_95")

    def region(self, key: Key) -> Figure | None:
        """The figure of an area's region."""
        region = self._regions.get(key[1])
        return self._at(key, region) if region else None

    def neighbours(self, key: Key) -> tuple[float | None, int, str]:
        """The mean of an area's neighbours, how many have a value, and the comparison with it."""
        figures = [self._at(key, other) for other in self._neighbours.get(key[1], [])]
        known = [figure for figure in figures if figure.value is not None]
        mean = neighbours_mean([figure.value for figure in figures])
        halves = [
            (figure.upper - figure.lower) / 2
            for figure in known
            if figure.upper is not None and figure.lower is not None
        ]
        if mean is None or len(halves) < len(known) or DEFINITIONS[key[0]].kind == "count":
            return mean, len(known), "not_tested"
        reach = sqrt(sum(half * half for half in halves)) / len(known)
        own = self.figures[key]
        compared = Compared(
            own.value,
            own.lower,
            own.upper,
            comparator_lower95=mean - reach,
            comparator_upper95=mean + reach,
        )
        return mean, len(known), self._word(key, compared, "double_95")

    def ranks(self) -> dict[Key, tuple[int | None, str | None, int]]:
        """Rank, band and number ranked of every authority and district, where one can be ranked."""
        sets: dict[tuple[str, str, str, int], list[Key]] = defaultdict(list)
        for key in self.figures:
            for level, areas in enumerate(_LEVELS):
                if key[1] in areas:
                    sets[key[0], key[2], key[3], level].append(key)
        found = {}
        for members in sets.values():
            polarity = DEFINITIONS[members[0][0]].polarity
            good: Good | None = polarity if polarity in ("high", "low") else None
            values = [self.figures[key].value for key in members]
            many = sum(value is not None for value in values)
            for key, each in zip(members, ranked(values, good), strict=True):
                found[key] = (each.rank, each.band, many)
        return found

    def trend(self, key: Key) -> str | None:
        """The trend of the five years that end with a row, None where it cannot be calculated."""
        place = self._years.index(key[2])
        five = [
            (key[0], key[1], year, key[3]) for year in self._years[max(0, place - 4) : place + 1]
        ]
        figures = [self.figures.get(each, Figure()) for each in five]
        kind = DEFINITIONS[key[0]].kind
        if kind not in ("proportion", "rate", "standardised_rate") or len(figures) < 5:
            return None
        if any(figure.value is None for figure in figures):
            return None
        series = [(key[0], key[1], year, key[3]) for year in self._years]
        valued = [self.figures[each] for each in series if each in self.figures]
        counted = all(f.events is not None for f in valued if f.value is not None)
        points = [Point(f.value, f.events, f.people, f.lower, f.upper) for f in figures]
        direction = recent_trend(points, "counts" if counted else "interval").direction
        return None if direction == "cannot_be_calculated" else direction

    def _at(self, key: Key, area: str) -> Figure:
        return self.figures.get((key[0], area, key[2], key[3]), Figure())

    def _word(self, key: Key, compared: Compared, rule: Rule) -> str:
        polarity = _POLARITIES.get(DEFINITIONS[key[0]].polarity, "no_judgement")
        word = compare(compared, rule, polarity)
        return "not_tested" if word == "none" else word


def _key(row: Row) -> Key:
    return row["indicator"], row["area"], row["period"], row["group"]


WHOLES = (ENGLAND, *REGIONS)
