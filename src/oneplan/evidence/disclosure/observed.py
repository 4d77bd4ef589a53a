"""The observations of one indicator as a counted table, so that they can be cleared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa

from oneplan.evidence.definitions import Definition
from oneplan.evidence.disclosure.counted import CountedCell, CountedTable, Structure, key_of
from oneplan.evidence.observations.groups import dimensions_of

_APART = frozenset({"area", "period"})
_WITHHELD = ("suppressed", "low")


def counted_observations(
    observations: pa.Table,
    definition: Definition,
    structure: Structure | None = None,
    release: str = "",
) -> CountedTable:
    """The counts in observations of one indicator, by area, period and group, in their order.

    A proportion's base is protected like a count; the population of a rate is known to everybody.
    ``structure`` names the districts of a county under ``parts``; periods are placed by their days.
    """
    known = structure or Structure()
    rows = observations.to_pylist()
    spans: dict[str, tuple[float, float]] = {}
    for row in rows:
        if row["period_start"] is not None and row["period_end"] is not None:
            after = float(row["period_end"].toordinal() + 1)
            spans[row["period"]] = float(row["period_start"].toordinal()), after
    return CountedTable(
        title=definition.name,
        cells=tuple(_cell(row, definition) for row in rows),
        release=release,
        structure=replace(
            known, spans={**known.spans, "period": spans}, apart=known.apart | _APART
        ),
        base_public=definition.kind != "proportion",
    )


def _cell(row: Mapping[str, Any], definition: Definition) -> CountedCell:
    members = {**dimensions_of(row["group"]), "area": row["area"], "period": row["period"]}
    return CountedCell(
        key=key_of(members),
        count=_count(row, definition),
        base=_whole(row["denominator"]),
        symbol=row["symbol"],
        withheld=row["status"] in _WITHHELD,
    )


def _count(row: Mapping[str, Any], definition: Definition) -> int | None:
    """The count, worked back from a share or rate and its base where the source prints only these."""
    if row["numerator"] is not None:
        return _whole(row["numerator"])
    if row["value"] is None:
        return None
    if definition.kind == "count":
        return _whole(row["value"])
    if row["denominator"] is None or definition.kind not in ("proportion", "rate"):
        return None
    return _whole(row["value"] * row["denominator"] / definition.scale)


def _whole(value: float | None) -> int | None:
    return None if value is None or value < 0 else round(value)
