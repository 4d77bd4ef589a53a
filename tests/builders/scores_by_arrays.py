"""Results of shares and rates worked out anew on arrays, without a line of the library's methods."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from scipy.stats import chi2, norm, rankdata

from builders.any_observations import (
    AREAS,
    AUTHORITIES,
    DEFINITIONS,
    DISTRICTS,
    ENGLAND,
    GROUPS,
    PERIODS,
)

Cube = np.ndarray[Any, np.dtype[np.float64]]
_TOUCHING = 1e-9
_CRITICAL = chi2.ppf(0.998, 1)


class ScoredByArrays:
    """One indicator as cubes of group, period and area; NaN where there is nothing."""

    def __init__(self, table: pa.Table, code: str) -> None:
        self.definition = DEFINITIONS[code]
        rows = [row for row in table.to_pylist() if row["indicator"] == code]
        shape = (len(GROUPS), len(PERIODS), len(AREAS))
        self.given = {
            name: np.full(shape, np.nan)
            for name in ("value", "numerator", "denominator", "lower", "upper")
        }
        for row in rows:
            place = self.place(row["area"], row["period"], row["group"])
            for name, cube in self.given.items():
                figure = row[name]
                if row["status"] == "ok" and figure is not None and np.isfinite(figure):
                    cube[place] = figure
        events, people = self.given["numerator"], self.given["denominator"]
        self.is_share = self.definition.kind == "proportion"
        with np.errstate(all="ignore"):
            self.counted = (people > 0) & (events >= 0)
            if self.is_share:
                self.counted &= events <= people
        self.value, self.lower, self.upper = self._estimated()

    @staticmethod
    def place(area: str, period: str, group: str) -> tuple[int, int, int]:
        """Where an observation stands in the cubes."""
        return GROUPS.index(group), PERIODS.index(period), AREAS.index(area)

    def _estimated(self) -> tuple[Cube, Cube, Cube]:
        n, o, scale = self.given["denominator"], self.given["numerator"], self.definition.scale
        with np.errstate(all="ignore"):
            share = o / n
            z = norm.ppf(0.975)
            if self.is_share:
                centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
                half = z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
                lower, upper = np.maximum(centre - half, 0), np.minimum(centre + half, 1)
            else:
                exact_lower = np.where(o > 0, chi2.ppf(0.025, np.maximum(2 * o, 1e-9)) / 2, 0)
                byar_lower = o * (1 - 1 / (9 * o) - z / (3 * np.sqrt(o))) ** 3
                byar_upper = (o + 1) * (1 - 1 / (9 * (o + 1)) + z / (3 * np.sqrt(o + 1))) ** 3
                lower = np.where(o < 10, exact_lower, byar_lower) / n
                upper = np.where(o < 10, chi2.ppf(0.975, 2 * o + 2) / 2, byar_upper) / n
        given = self.given
        limits = [np.where(np.isnan(given["value"]), np.nan, given[e]) for e in ("lower", "upper")]
        return (
            np.where(self.counted, share * scale, given["value"]),
            np.where(self.counted, lower * scale, limits[0]),
            np.where(self.counted, upper * scale, limits[1]),
        )

    def against_england(self) -> np.ndarray[Any, np.dtype[np.int_]]:
        """1 above England, -1 below, 0 neither, 9 not tested."""
        england = self.value[:, :, [AREAS.index(ENGLAND)]]
        with np.errstate(all="ignore"):
            above, below = self.lower > england + _TOUCHING, self.upper < england - _TOUCHING
            side = np.where(above, 1, np.where(below, -1, 0))
        unknown = np.isnan(self.value + self.lower + self.upper + england)
        unknown[:, :, AREAS.index(ENGLAND)] = True
        return np.where(unknown, 9, side)

    def rank_and_band(self, group: int, period: int) -> dict[str, tuple[int, str]]:
        """Rank and quarter of the areas of both levels that have a value."""
        good = self.definition.polarity
        found: dict[str, tuple[int, str]] = {}
        for level in (AUTHORITIES, DISTRICTS):
            values = {
                area: self.value[group, period, AREAS.index(area)]
                for area in level
                if not np.isnan(self.value[group, period, AREAS.index(area)])
            }
            if not values or good not in ("high", "low"):
                continue
            figures = np.array(list(values.values()))
            ranks = rankdata(-figures if good == "high" else figures, method="min")
            cuts = np.quantile(figures, (0.25, 0.5, 0.75), method="linear")
            quarter = np.searchsorted(cuts, figures, side="left")
            letters = "DCBA" if good == "high" else "ABCD"
            for area, rank, place in zip(values, ranks, quarter, strict=True):
                found[area] = (int(rank), letters[place])
        return found

    def trend(self, group: int, last: int, area: int) -> int | None:
        """1 rising, -1 falling, 0 neither over the five years to one; None if it cannot be said."""
        if last < 4:
            return None
        at = (group, slice(last - 4, last + 1), area)
        if np.isnan(self.value[at]).any():
            return None
        whole = (group, slice(None), area)
        valued = ~np.isnan(self.value[whole])
        if self.is_share and self.counted[whole][valued].all():
            return self._trend_of_counts(self.given["numerator"][at], self.given["denominator"][at])
        width = self.upper[at] - self.lower[at]
        if not (width > 0).all():
            return None
        return self._trend_of_values(self.value[at], 3.92 / width)

    @staticmethod
    def _trend_of_counts(events: Cube, people: Cube) -> int | None:
        if (events == people).any() or not events.sum():
            return None
        times = np.arange(1.0, 6.0)
        share = events.sum() / people.sum()
        score = (times * (events - people * share)).sum()
        centred = (people * times**2).sum() - (people * times).sum() ** 2 / people.sum()
        significant = score**2 / (share * (1 - share) * centred) > _CRITICAL
        with np.errstate(all="ignore"):
            odds = np.maximum(np.log(events / (people - events)), -1e5)
        slopes = [np.polyfit(times, odds, 1)[0]]
        slopes += [np.polyfit(np.delete(times, k), np.delete(odds, k), 1)[0] for k in range(5)]
        return _sign(slopes) if significant else 0

    @staticmethod
    def _trend_of_values(values: Cube, weights: Cube) -> int:
        times = np.arange(1.0, 6.0)
        slopes = [np.polyfit(times, values, 1, w=weights)[0]]
        for out in range(5):
            left = [np.delete(array, out) for array in (times, values, weights)]
            slopes.append(np.polyfit(left[0], left[1], 1, w=left[2])[0])
        squares = weights**2
        middle = (squares * times).sum() / squares.sum()
        variance = 1 / (squares * (times - middle) ** 2).sum()
        return _sign(slopes) if slopes[0] ** 2 / variance > _CRITICAL else 0


def _sign(slopes: list[Any]) -> int:
    signs = {int(np.sign(round(slope, 9))) for slope in slopes}
    return signs.pop() if len(signs) == 1 else 0
