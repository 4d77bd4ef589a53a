"""Results of some indicators: the small tables handed in, the steps run."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.evidence.scoring.asked import Asked
from oneplan.evidence.scoring.borrowing import Borrowed, with_lenders
from oneplan.evidence.scoring.computation import computation
from oneplan.evidence.scoring.engine import Engine
from oneplan.evidence.scoring.good_ways import good_way
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
    """Makes the step ``results`` of chunks, by the engines that work side by side.

    ``engine`` is the one that all of these know the tables of.
    """

    def __init__(
        self, observed: Observed, asked: Asked, engine: Engine, keys: Keys, borrowed: Borrowed
    ) -> None:
        self._observed, self._asked = observed, asked
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

    def make(self, engine: Engine, codes: Sequence[str], contested: bool) -> Repeated:
        """Makes the step ``results`` of these indicators known to an engine.

        What stands several times, where nothing says which is the later word, is settled first; it
        is what comes back.
        """
        definitions = self._asked.definitions
        engine.table("indicators", indicators_table(codes, self._keys, definitions, self._borrowed))
        engine.table("breaks", breaks_table(codes, self._keys, definitions))
        observations = self._observed.step(with_lenders(codes, self._borrowed))
        self._compute(engine, observations, codes, contested)
        if contested or not _stand_twice(engine):
            return Repeated()
        found = repeated(observations, codes, engine)
        self._compute(engine, settled(observations), codes, contested)
        return found

    def _compute(
        self, engine: Engine, observations: Step, codes: Sequence[str], contested: bool
    ) -> None:
        engine.step(observations)
        engine.table("exact_limits", exact_limits_table(self._fractions(engine)))
        borrows = any(code in self._borrowed for code in codes)
        in_order = self._observed.in_order and not contested
        asked = self._asked
        good = good_way(codes, self._keys, asked.definitions, asked.by_group)
        for step in computation(asked.parts, contested, borrows, in_order, good):
            engine.step(step)

    def _fractions(self, engine: Engine) -> list[float]:
        """The fractions of events for which exact limits are needed."""
        columns = ("numerator", "value") if self._borrowed else ("numerator",)
        found = engine.rows(
            " UNION ".join(
                f"SELECT {name} FROM observations WHERE {name} > 0 AND {name} < {EXACT_BELOW}"
                f" AND {name} <> floor({name})"
                for name in columns
            )
        )
        return [float(str(row[0])) for row in found]


def _stand_twice(engine: Engine) -> bool:
    twice = engine.rows("SELECT count(*) - count(DISTINCT cell) FROM estimated")[0][0]
    return bool(twice)
