"""What a source says of small counts: which are withheld, what stands in their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from oneplan.evidence.definitions import Definition
from oneplan.vocabulary.estimates import Impossible

VALUES_LEFT_OPEN = 4
"""How many values a withheld count must still be able to have for whoever sees all that is shown."""

Range = tuple[int, int | None]
"""The least and the greatest count, None where there is no greatest."""


@dataclass(frozen=True, slots=True)
class SuppressionRule:
    """The rule of one source: counts under ``hide_under`` are withheld, by whose authority.

    ``zero`` is "shown" where nought is a real nought, "hidden" where it is withheld like a small
    count. Counts out of fewer than ``least_base`` people are withheld whatever they are. Shown counts
    are rounded to the nearest ``round_to``. With ``complement`` the people who are not counted are
    protected like those who are.
    """

    name: str
    source: str
    hide_under: int
    zero: Literal["shown", "hidden"] = "shown"
    symbol: str = "c"
    least_base: int = 0
    round_to: int = 1
    complement: bool = True

    def __post_init__(self) -> None:
        if self.hide_under < 0 or self.least_base < 0 or self.round_to < 1:
            raise Impossible("a rule has no negative threshold, and rounds to 1 or more")
        if not self.symbol.strip() or self.symbol.strip().isdigit():
            raise Impossible("what stands for a withheld count is a sign, and no number")

    def is_small(self, count: int) -> bool:
        """Whether the rule withholds a count for its size."""
        return (0 if self.zero == "hidden" else 1) <= count < self.hide_under

    def has_small_base(self, base: int | None) -> bool:
        """Whether the rule withholds what is counted among so few people."""
        return base is not None and base < self.least_base

    @property
    def range_of_withheld(self) -> Range:
        """What everybody knows of a count that is withheld, nobody having said why."""
        return (0 if self.zero == "hidden" else 1), None

    @property
    def range_of_small(self) -> Range:
        """What somebody knows of a withheld count who knows, or guesses, that it is small.

        Where the small counts are themselves too few to leave open, nothing more than of any.
        """
        least = self.range_of_withheld[0]
        return (least, self.hide_under - 1) if self._many_are_small else (least, None)

    @property
    def range_of_others(self) -> Range:
        """What somebody knows who knows that it is withheld to protect another."""
        return (max(self.hide_under, 1), None) if self._many_are_small else self.range_of_withheld

    @property
    def _many_are_small(self) -> bool:
        return self.hide_under - self.range_of_withheld[0] >= VALUES_LEFT_OPEN

    def rounded(self, count: int) -> int:
        """The count as it is shown, to the nearest multiple, halves upwards."""
        return (2 * count + self.round_to) // (2 * self.round_to) * self.round_to

    def range_of_shown(self, count: int) -> Range:
        """The counts that would be shown as this one is."""
        shown = self.rounded(count)
        low = -(-(2 * shown - self.round_to) // 2)
        high = -(-(2 * shown + self.round_to) // 2) - 1
        if count == 0 and self.zero == "shown" and self.hide_under > self.round_to // 2:
            return 0, 0
        least = self.hide_under if count >= self.hide_under else 0
        return max(low, least), high


def rule_of(definition: Definition) -> SuppressionRule | None:
    """The rule that an indicator's definition states; None where it states none."""
    if definition.suppress_below is None:
        return None
    said = definition.suppression or f"counts under {definition.suppress_below} are withheld"
    return SuppressionRule(
        name=f"{definition.name}: {said}",
        source=definition.source or definition.code,
        hide_under=definition.suppress_below,
    )
