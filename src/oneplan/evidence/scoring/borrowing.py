"""Counts that a format gives as indicators of their own, lent to the share or rate they belong to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from oneplan.evidence.definitions import Definition
from oneplan.evidence.scoring.step import Step

Borrowed = Mapping[str, tuple[str, str]]
"""The codes of numerator and denominator by the code of the share or rate."""

_FIGURES = ("value", "lower", "upper", "lower_998", "upper_998")


def borrowed_counts(held: Collection[str], definitions: Mapping[str, Definition]) -> Borrowed:
    """The indicators whose numerator and denominator are both held as indicators."""
    found = {}
    for code in held:
        for series in definitions[code].series if code in definitions else ():
            counts = (series.numerator, series.denominator)
            if series.code == code and counts[0] in held and counts[1] in held:
                found[code] = (str(counts[0]), str(counts[1]))
    return found


def slack_of(definition: Definition) -> float:
    """How far lent counts may give another figure than is printed: half of its last place."""
    decimals = 1 if definition.decimals is None else definition.decimals
    return 0.5 * 10.0**-decimals * (1 + 1e-6)


def with_lenders(codes: Sequence[str], borrowed: Borrowed) -> list[str]:
    """Indicators with those that lend them counts, each once and in order."""
    lenders = {lender for code in codes for lender in borrowed.get(code, ())}
    return sorted({*codes, *lenders})


def lent(observations: str) -> Step:
    """Observations with counts that others lend; what is withheld borrows nothing.

    Counts are lent where they give the printed figure: totals of regions are often rounded to ten,
    and 40 of 40 is not the 79.5% that stands beside it.
    """
    events, people = "COALESCE(c.numerator, o.value)", "COALESCE(c.denominator, n.value)"
    own = "c.numerator IS NOT NULL AND c.denominator IS NOT NULL"
    given = f"abs({events} * d.scale / NULLIF({people}, 0) - c.value) <= d.slack"
    lends = f"c.status = 'ok' AND ({own} OR c.value IS NULL OR {given})"
    return Step(
        "with_counts",
        f"""
        SELECT c.cell, c.set_at, c.series_at, c.i, c.g, c.p, c.a, c.moment, c.status,
               {", ".join(f"c.{name}" for name in _FIGURES)},
               CASE WHEN {lends} THEN {events} END AS numerator,
               CASE WHEN {lends} THEN {people} END AS denominator
        FROM {observations} c
        JOIN indicators d ON d.i = c.i
        LEFT JOIN {observations} o ON o.cell = c.cell + d.events_shift
        LEFT JOIN {observations} n ON n.cell = c.cell + d.people_shift
        WHERE d.wanted
        """,
        kept=False,
    )
