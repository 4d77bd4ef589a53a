"""Results of some indicators: the small tables handed in, the steps run."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.evidence.scoring.asked import Asked
from oneplan.evidence.scoring.borrowing import Borrowed, with_lenders
from oneplan.evidence.scoring.computation import computation
from oneplan.evidence.scoring.engine import Engine
from oneplan.evidence.scoring.observed import Observed
from oneplan.evidence.scoring.settling import Repeated, repeated, settled
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
from oneplan.evidence.scoring.step import Step
from oneplan.evidence.statistics.rate import EXACT_BELOW


class Making:
    """Makes the step ``results`` for one chunk after the other."""

    def __init__(
        self, observed: Observed, asked: Asked, engine: Engine, keys: Keys, borrowed: Borrowed
    ) -> None:
        self._observed, self._asked, self._engine = observed, asked, engine
        self._keys, self._borrowed = keys, borrowed
        self.repeated = Repeated()
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

        What stands several times, where nothing says which is the later word, is settled first.
        """
        definitions, engine = self._asked.definitions, self._engine
        engine.table("indicators", indicators_table(codes, self._keys, definitions, self._borrowed))
        engine.table("breaks", breaks_table(codes, self._keys, definitions))
        observations = self._observed.step(with_lenders(codes, self._borrowed))
        self._compute(observations, codes, contested)
        if not contested and self._stand_twice():
            found = repeated(observations, codes, engine)
            self.repeated = self.repeated.with_more(found)
            self._compute(settled(observations), codes, contested)

    def _compute(self, observations: Step, codes: Sequence[str], contested: bool) -> None:
        self._engine.step(observations)
        self._engine.table("exact_limits", exact_limits_table(self._fractions()))
        borrows = any(code in self._borrowed for code in codes)
        for step in computation(self._asked.parts, contested, borrows):
            self._engine.step(step)

    def _stand_twice(self) -> bool:
        twice = self._engine.rows("SELECT count(*) - count(DISTINCT cell) FROM estimated")[0][0]
        return bool(twice)

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
