"""Figures that stand under an authority's newer code and again under the code that it had before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isclose

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.exchange.known.recoded import recoded_areas
from oneplan.vocabulary.findings import Finding, Source

SAME_UNDER_NEWER = "the same figure under the area's newer code"
_ABOUT = ("indicator", "period", "group", "revision")


@dataclass(frozen=True, slots=True)
class OncePerArea:
    """The observations, each authority once, and the rows that were left out."""

    observations: pa.Table
    rows: tuple[int, ...] = ()


def once_per_area(observations: pa.Table) -> OncePerArea:
    """Leaves a figure under a former code out where the newer code has the same.

    An authority that stands twice would be ranked twice and count twice among neighbours. A former
    code whose figure is another, or stands alone, stays.
    """
    held = set(pc.unique(observations["area"]).to_pylist())
    newer = {old: new for old, new in recoded_areas().items() if {old, new} <= held}
    if not newer:
        return OncePerArea(observations)
    wanted = pa.array([*newer, *newer.values()], pa.string())
    places = pc.indices_nonzero(pc.is_in(observations["area"].cast(pa.string()), wanted))
    part = observations.take(places)
    columns = (part[name].to_pylist() for name in ("area", "value", "row", *_ABOUT))
    rows = [
        (place, area, value, row, tuple(about))
        for place, area, value, row, *about in zip(places.to_pylist(), *columns, strict=True)
    ]
    today = {(area, about): value for _, area, value, _, about in rows if area not in newer}
    again = [
        (place, row)
        for place, area, value, row, about in rows
        if area in newer
        and (newer[area], about) in today
        and _same(value, today[newer[area], about])
    ]
    if not again:
        return OncePerArea(observations)
    out = pa.array([place for place, _ in again], pa.uint64())
    everywhere = pa.array(range(observations.num_rows), pa.uint64())
    kept = observations.filter(pc.invert(pc.is_in(everywhere, out)))
    return OncePerArea(kept, tuple(row for _, row in again))


def told(found: OncePerArea, file: str) -> Iterable[Finding]:
    """What was left out, with a row to look at."""
    if found.rows:
        yield Finding(
            rule="area-under-two-codes",
            severity="info",
            message=f"{len(found.rows):,} cells say under a code that has ended what stands under the "
            f"area's newer code, such as row {found.rows[0]}. Counted once.",
            source=Source(file=file, row=found.rows[0]),
        )


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=1e-9)
