"""Results of some indicators: the small tables handed in, the steps run."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.evidence.scoring.asked import Asked, CannotScore
from oneplan.evidence.scoring.borrowing import Borrowed, with_lenders
from oneplan.evidence.scoring.computation import computation
from oneplan.evidence.scoring.engine import Engine
from oneplan.evidence.scoring.observed import Observed
from oneplan.evidence.scoring.small_tables import (
    Keys,
    areas_table,
    breaks_table,
    exact_limits_table,
    groups_table,
    indicators_table,
    labels_table,
    neighbours_table,
    periods_table,
)
from oneplan.evidence.statistics.rate import EXACT_BELOW


class Making:
    """Makes the step ``results`` for one chunk after the other."""

    def __init__(
        self, observed: Observed, asked: Asked, engine: Engine, keys: Keys, borrowed: Borrowed
    ) -> None:
        self._observed, self._asked, self._engine = observed, asked, engine
        self._keys, self._borrowed = keys, borrowed
        engine.table("periods", periods_table(keys, asked.read_period))
        engine.table("labels", labels_table(keys))
        engine.table("groups", groups_table(keys))
        engine.table("areas", areas_table(keys, asked.benchmarks))
        engine.table("neighbours", neighbours_table(keys, asked.benchmarks))

    def unread_periods(self) -> tuple[str, ...]:
        """The labels that name no period."""
        read = self._asked.read_period
        return tuple(label for label in self._keys.periods if not read(label, None))

    def make(self, codes: Sequence[str], contested: bool) -> None:
        """Makes the step ``results`` known for these indicators.

        Raises:
            CannotScore: observations stand twice.
        """
        definitions, engine = self._asked.definitions, self._engine
        engine.table("indicators", indicators_table(codes, self._keys, definitions, self._borrowed))
        engine.table("breaks", breaks_table(codes, self._keys, definitions))
        engine.step(self._observed.step(with_lenders(codes, self._borrowed)))
        engine.table("exact_limits", exact_limits_table(self._fractions()))
        borrows = any(code in self._borrowed for code in codes)
        for step in computation(self._asked.parts, contested, borrows):
            engine.step(step)
        if not contested:
            self._check_once(codes)

    def _check_once(self, codes: Sequence[str]) -> None:
        twice = self._engine.rows("SELECT count(*) - count(DISTINCT cell) FROM estimated")[0][0]
        if not twice:
            return
        row = self._engine.rows(
            "SELECT min(d.indicator), min(r.area), min(l.period), e.cell FROM estimated e"
            " JOIN indicators d ON d.i = e.i JOIN areas r ON r.a = e.a JOIN labels l ON l.p = e.p"
            " GROUP BY e.cell HAVING count(*) > 1 ORDER BY e.cell LIMIT 1"
        )[0]
        raise CannotScore(
            f"{twice} of the observations of {codes[0]} to {codes[-1]} stand twice, the first is"
            f" {row[0]}, {row[1]}, {row[2]}.",
            "Keep one of each, or name the group that tells them apart.",
        )

    def _fractions(self) -> list[float]:
        """The fractions of events for which exact limits are needed."""
        columns = ("numerator", "value") if self._borrowed else ("numerator",)
        found = self._engine.rows(
            " UNION ".join(
                f"SELECT {name} FROM observations WHERE {name} > 0 AND {name} < {EXACT_BELOW}"
                f" AND {name} <> floor({name})"
                for name in columns
            )
        )
        return [float(str(row[0])) for row in found]
