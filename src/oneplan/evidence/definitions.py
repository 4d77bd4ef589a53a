"""What an indicator is: its unit, scale, polarity, kind of year and decimals, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from oneplan.vocabulary.periods import YearKind
from oneplan.vocabulary.polarity import Polarity

IndicatorKind = Literal["proportion", "rate", "standardised_rate", "mean", "count", "value_only"]


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator as its source describes it; None where the source does not say.

    ``unit`` is "%", "points", "£", "per 10,000" or a word; ``multiplier`` is what a rate is per.
    """

    code: str
    name: str
    kind: IndicatorKind | None = None
    unit: str | None = None
    multiplier: float | None = None
    polarity: Polarity | None = None
    year_kind: YearKind | None = None
    decimals: int | None = None
    source: str | None = None

    @property
    def is_relative(self) -> bool:
        """Whether it is a share, a rate or a mean: the whole lies between its parts."""
        return self.kind in ("proportion", "rate", "standardised_rate", "mean")
