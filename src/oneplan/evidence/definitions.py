"""What an indicator is: what is counted out of what, how it is judged, and where its figures stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from oneplan.vocabulary.periods import YearKind
from oneplan.vocabulary.polarity import Polarity

IndicatorKind = Literal["proportion", "rate", "standardised_rate", "mean", "count", "value_only"]
Method = Literal["wilson", "poisson", "dobson", "student_t", "published", "none"]
"""Where the interval comes from: a method of ours, the publisher (``published``), or nowhere."""

_METHODS: dict[IndicatorKind, Method] = {
    "proportion": "wilson",
    "rate": "poisson",
    "standardised_rate": "published",
    "mean": "published",
    "count": "none",
    "value_only": "none",
}
_MAY_DIFFER = ("polarity", "year_kind")
_PER = re.compile(r"per ([\d,]+)\b")


@dataclass(frozen=True, slots=True)
class Series:
    """The indicator's figures as a reader names them: the code, and the group where not everyone.

    ``numerator`` and ``denominator`` are the codes of the counts where the format gives them as
    indicators of their own.
    """

    code: str
    numerator: str | None = None
    denominator: str | None = None
    group: str = ""

    @property
    def format(self) -> str:
        """The dataset or publisher that the code begins with."""
        return self.code.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Break:
    """A day from which the figures are no longer comparable with those before, and why."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Predecessor:
    """An older indicator that asked nearly the same, and in what it differs."""

    code: str
    caveat: str


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator as its source or the catalogue describes it; None where nobody has said.

    ``unit`` is "%", "points", "£", "per 10,000" or a word; ``multiplier`` is what a rate is per.
    ``suppress_below`` withholds counts from 1 to one less; ``suppression`` is the rule in words.
    Without ``banded`` areas are ranked and not divided into quarters: they lie too close together.
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
    theme: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    method: Method | None = None
    suppress_below: int | None = None
    suppression: str | None = None
    series: tuple[Series, ...] = ()
    breaks: tuple[Break, ...] = ()
    succeeds: tuple[Predecessor, ...] = ()
    caveat: str | None = None
    banded: bool = True

    @property
    def is_relative(self) -> bool:
        """Whether it is a share, a rate or a mean: the whole lies between its parts."""
        return self.kind in ("proportion", "rate", "standardised_rate", "mean")

    @property
    def scale(self) -> float:
        """What the share or rate is multiplied by: the multiplier, or what the unit says, or 1."""
        if self.multiplier is not None:
            return self.multiplier
        return scale_of_unit(self.unit) or 1.0

    @property
    def interval_method(self) -> Method:
        """The method of its interval: the one that is stated, or the one of its kind."""
        return self.method or (_METHODS[self.kind] if self.kind else "none")


def scale_of_unit(unit: str | None) -> float | None:
    """100 for "%", 10,000 for "per 10,000"; None where the unit says nothing of a scale."""
    if unit is None:
        return None
    if unit.strip() in ("%", "percent"):
        return 100.0
    found = _PER.search(unit)
    digits = found[1].replace(",", "") if found else ""
    return float(digits) if digits and float(digits) > 0 else None


def by_series(definitions: Iterable[Definition]) -> dict[str, Definition]:
    """The definition that each code in the data belongs to: its own code, or one of its series.

    A definition's own code goes before a series of that name. A code that several indicators share,
    each for another group, has what they agree on, without their names, and the breaks of all; where
    they do not agree on what is calculated it belongs to none of them: see :func:`by_series_and_group`.
    """
    listed = list(definitions)
    claims: dict[str, list[Definition]] = {}
    for definition in listed:
        for code in {series.code for series in definition.series}:
            claims.setdefault(code, []).append(definition)
    shared = {code: _agreed(code, claimed) for code, claimed in claims.items()}
    found = {code: definition for code, definition in shared.items() if definition is not None}
    return found | {definition.code: definition for definition in listed}


def _agreed(code: str, claimed: Sequence[Definition]) -> Definition | None:
    """The one definition, or what several agree on; None where they differ in what is calculated."""
    plain = [
        replace(
            definition,
            code=code,
            name=code,
            theme=None,
            numerator=None,
            denominator=None,
            series=tuple(
                replace(each, group="") for each in definition.series if each.code == code
            ),
            succeeds=(),
            caveat=None,
        )
        for definition in claimed
    ]
    if len(claimed) == 1:
        return claimed[0]
    calculated = [replace(each, polarity=None, year_kind=None, breaks=()) for each in plain]
    if any(each != calculated[0] for each in calculated):
        return None
    polarities, year_kinds = ({getattr(each, name) for each in plain} for name in _MAY_DIFFER)
    breaks = {each: None for definition in plain for each in definition.breaks}
    return replace(
        calculated[0],
        polarity=polarities.pop() if len(polarities) == 1 else None,
        year_kind=year_kinds.pop() if len(year_kinds) == 1 else None,
        breaks=tuple(sorted(breaks, key=lambda each: each.on)),
    )


def by_series_and_group(definitions: Iterable[Definition]) -> dict[tuple[str, str], Definition]:
    """The definition that each code together with a group belongs to; the group of all is empty."""
    found: dict[tuple[str, str], Definition] = {}
    for definition in definitions:
        for series in definition.series:
            found.setdefault((series.code, series.group), definition)
    return found
