"""Observations at random, with everything that goes wrong in them: for scoring against oracles."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from oneplan.evidence.benchmarks.neighbours import NEIGHBOURS
from oneplan.evidence.definitions import Definition, IndicatorKind
from oneplan.evidence.scoring.asked import Asked, Benchmarks
from oneplan.evidence.scoring.columns import PARTS
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.vocabulary.polarity import Polarity

ENGLAND = "E92000001"
REGIONS = ("E12000001", "E12000002")
AUTHORITIES = tuple(f"{kind}{number:06d}" for kind in ("E06", "E08", "E10") for number in range(6))
DISTRICTS = tuple(f"E07{number:06d}" for number in range(7))
AREAS = (ENGLAND, *REGIONS, *AUTHORITIES, *DISTRICTS)
PERIODS = tuple(f"{year}/{year % 100 + 1:02d}" for year in range(2012, 2020))
GROUPS = ("", "sex=Female")
POLARITIES: tuple[Polarity | None, ...] = ("high", "low", "none", None)
KINDS: tuple[IndicatorKind | None, ...] = (
    "proportion",
    "rate",
    "standardised_rate",
    "mean",
    "count",
    "value_only",
    None,
)

DEFINITIONS = {
    f"{kind or 'unsaid'}-{polarity or 'unsaid'}": Definition(
        f"{kind or 'unsaid'}-{polarity or 'unsaid'}",
        "An indicator",
        kind,
        multiplier={"proportion": 100.0, "rate": 10_000.0}.get(kind or ""),
        polarity=polarity,
        year_kind="academic",
    )
    for kind in KINDS
    for polarity in POLARITIES
}

_REGION_OF = {area: REGIONS[place % 2] for place, area in enumerate((*AUTHORITIES, *DISTRICTS))}
_NEIGHBOURS_OF = {
    area: [AUTHORITIES[(place + step) % len(AUTHORITIES)] for step in (1, 2, 5, 7)]
    for place, area in enumerate(AUTHORITIES)
}


def regions() -> dict[str, str]:
    """The region of each authority and district."""
    return dict(_REGION_OF)


def neighbours() -> dict[str, list[str]]:
    """The neighbours of each authority; districts have none."""
    return {area: list(others) for area, others in _NEIGHBOURS_OF.items()}


def asked(parts: tuple[str, ...] = tuple(PARTS)) -> Asked:
    """All parts, with the benchmarks of these areas."""
    pairs = [(area, other) for area, others in _NEIGHBOURS_OF.items() for other in others]
    neighbour_rows = [
        {"model": "test", "as_of": "2025", "area": area, "neighbour": other, "position": 1}
        for area, other in pairs
    ]
    benchmarks = Benchmarks(
        pa.table({"area": list(_REGION_OF), "region": list(_REGION_OF.values())}),
        pa.Table.from_pylist(neighbour_rows, schema=NEIGHBOURS),
    )
    return Asked(DEFINITIONS, benchmarks, read_period, parts)


def any_observations(seed: int, codes: tuple[str, ...] = tuple(DEFINITIONS)) -> pa.Table:
    """A table of observations of some of the definitions, a tenth of its cells left out."""
    chance = np.random.default_rng(seed)
    keys = [
        (code, area, period, group)
        for code in codes
        for period in PERIODS
        for group in GROUPS
        for area in AREAS
        if chance.random() > 0.1 or (area == ENGLAND and chance.random() > 0.2)
    ]
    size = len(keys)
    few = chance.random(size) < 0.3
    people = np.where(few, chance.integers(0, 30, size), chance.integers(50, 900, size)) * 1.0
    share = np.where(chance.random(size) < 0.2, 0.5, chance.random(size))
    events = np.floor(people * share * np.where(chance.random(size) < 0.5, 0.1, 1.05))
    events = np.where(chance.random(size) < 0.1, events + 0.5, events)
    value = np.round(chance.normal(50, 10, size), 0)
    width = np.where(chance.random(size) < 0.1, 0.0, np.abs(chance.normal(3, 2, size)))
    columns = {
        "value": _spoilt(chance, value, 0.05),
        "numerator": _spoilt(chance, events, 0.05),
        "denominator": _spoilt(chance, people, 0.05),
        "lower": _spoilt(chance, value - width, 0.1),
        "upper": _spoilt(chance, value + width, 0.1),
        "lower_998": _spoilt(chance, value - 1.6 * width, 0.1),
        "upper_998": _spoilt(chance, value + 1.6 * width, 0.1),
    }
    status = np.where(chance.random(size) < 0.05, "suppressed", "ok")
    texts = dict(
        zip(("indicator", "area", "period", "group"), zip(*keys, strict=True), strict=True)
    )
    return pa.table({**{k: pa.array(v) for k, v in texts.items()}, "status": status, **columns})


def _spoilt(chance: np.random.Generator, figures: np.ndarray, share: float) -> pa.Array:
    """Figures of which some are missing, no numbers or without end."""
    where = chance.random(len(figures))
    figures = np.where(where < share / 3, np.nan, figures)
    figures = np.where((where > share / 3) & (where < share / 2), np.inf, figures)
    return pa.array(figures, mask=(where > share / 2) & (where < share))


def written(table: pa.Table, file: Path) -> Path:
    """The table as a Parquet file."""
    pq.write_table(table, file)
    return file
