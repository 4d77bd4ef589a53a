"""The small tables that the steps read: keys as numbers, with what is said of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from oneplan.evidence.definitions import Definition
from oneplan.evidence.scoring.areas import ranked_among
from oneplan.evidence.scoring.asked import Benchmarks, PeriodReader
from oneplan.evidence.scoring.borrowing import Borrowed, slack_of, with_lenders
from oneplan.evidence.scoring.estimating import NOT_COUNTED, POISSON, WILSON
from oneplan.evidence.scoring.moments import moment_of
from oneplan.evidence.statistics.confidence import LEVEL_95, LEVEL_998
from oneplan.evidence.statistics.rate import EXACT_BELOW, count_limits
from oneplan.evidence.statistics.trend import POINTS
from oneplan.vocabulary.areas import ENGLAND, REGIONS_BEGIN
from oneplan.vocabulary.periods import YearKind

_WAYS = {"wilson": WILSON, "poisson": POISSON}
GOOD = {"high": 1, "low": -1}
"""Which way is good, as a number."""
_TRENDED = ("proportion", "rate", "standardised_rate")
_YEAR_KINDS: tuple[YearKind | None, ...] = (
    None,
    "academic",
    "financial",
    "calendar",
    "reporting_day",
)


@dataclass(frozen=True, slots=True)
class Keys:
    """What the data holds, each in its order: indicators, groups, periods and areas."""

    indicators: Sequence[str]
    groups: Sequence[str]
    periods: Sequence[str]
    areas: Sequence[str]

    @property
    def steps(self) -> tuple[int, int, int]:
        """How far apart in the numbering of cells two indicators, groups and periods are.

        A year has room for its twelve months, in which the series of trends are told apart.
        """
        period = max(1, len(self.areas))
        group = period * max(12, len(self.periods))
        return group * max(1, len(self.groups)), group, period


def indicators_table(
    codes: Sequence[str], keys: Keys, definitions: Mapping[str, Definition], borrowed: Borrowed
) -> pa.Table:
    """Indicators with their places among all and what their definitions say.

    Those that only lend their counts are not ``wanted``.
    """
    places = {code: place for place, code in enumerate(keys.indicators)}
    step, _, areas = keys.steps
    rows = []
    for code in with_lenders(codes, borrowed):
        said = definitions.get(code) or Definition(code, code)
        events, people = borrowed.get(code, (None, None))
        rows.append(
            {
                "indicator": code,
                "i": places[code],
                "i_at": places[code] * step,
                "year_kind": said.year_kind or "",
                "way": _WAYS.get(said.interval_method, NOT_COUNTED),
                "scale": said.scale,
                "slack": slack_of(said),
                "is_mean": said.kind == "mean",
                "is_count": said.kind == "count",
                "is_trended": said.kind in _TRENDED,
                "is_banded": said.banded,
                "good": GOOD.get(said.polarity or ""),
                "area_count": areas,
                "wanted": code in codes,
                "events_shift": (places[events] - places[code]) * step if events else None,
                "people_shift": (places[people] - places[code]) * step if people else None,
            }
        )
    return _table(rows, _INDICATORS)


def breaks_table(
    codes: Sequence[str], keys: Keys, definitions: Mapping[str, Definition]
) -> pa.Table:
    """The months in which a period begins whose last five years reach over a break."""
    places = {code: place for place, code in enumerate(keys.indicators)}
    found = set()
    for code in codes:
        for each in definitions[code].breaks if code in definitions else ():
            first = each.on.year * 12 + each.on.month - 1 + (each.on.day > 1)
            found |= {(places[code], first + later) for later in range(12 * (POINTS - 1))}
    return _table([{"i": i, "moment": moment} for i, moment in sorted(found)], _BREAKS)


def periods_table(keys: Keys, read_period: PeriodReader) -> pa.Table:
    """Every label for every kind of year, with the month in which it begins if a single year."""
    _, _, step = keys.steps
    rows = []
    for place, label in enumerate(keys.periods):
        for kind in _YEAR_KINDS:
            period = read_period(label, kind)
            rows.append(
                {
                    "period": label,
                    "year_kind": kind or "",
                    "p": place,
                    "p_at": place * step,
                    "moment": moment_of(period) if period else None,
                }
            )
    return _table(rows, _PERIODS)


def labels_table(keys: Keys) -> pa.Table:
    """The label of each period by its place."""
    return _table(
        [{"p": place, "period": label} for place, label in enumerate(keys.periods)], _LABELS
    )


def groups_table(keys: Keys) -> pa.Table:
    """The groups with their places."""
    step = keys.steps[1]
    rows = [
        {"member": member, "g": place, "g_at": place * step}
        for place, member in enumerate(keys.groups)
    ]
    return _table(rows, _GROUPS)


def areas_table(keys: Keys, benchmarks: Benchmarks) -> pa.Table:
    """The areas with their places, their region's, their level and their neighbours' model."""
    places = {area: place for place, area in enumerate(keys.areas)}
    regions = dict(_pairs(benchmarks.regions, "area", "region"))
    models = dict(_pairs(benchmarks.neighbours, "area", "model"))
    dates = dict(_pairs(benchmarks.neighbours, "area", "as_of"))
    named = sorted({level for area in keys.areas if (level := ranked_among(area))})
    levels = {level: place for place, level in enumerate(named)}
    rows = []
    for area, place in places.items():
        level = ranked_among(area)
        region = regions.get(area)
        rows.append(
            {
                "area": area,
                "a": place,
                "is_england": area == ENGLAND,
                "is_region": area.startswith(REGIONS_BEGIN),
                "region": region,
                "region_a": places.get(region or ""),
                "level": levels[level] if level else None,
                "ranked_among": level,
                "neighbours_model": models.get(area),
                "neighbours_as_of": dates.get(area),
            }
        )
    return _table(rows, _AREAS)


def neighbours_table(keys: Keys, benchmarks: Benchmarks) -> pa.Table:
    """Pairs of places: an area and one of its neighbours."""
    places = {area: place for place, area in enumerate(keys.areas)}
    rows = [
        {"a": places[area], "neighbour": places[neighbour]}
        for area, neighbour in _pairs(benchmarks.neighbours, "area", "neighbour")
        if area in places and neighbour in places
    ]
    return _table(rows, _NEIGHBOURS)


def exact_limits_table(fractions: Iterable[float]) -> pa.Table:
    """The exact Poisson limits of 0 to 9 events, and of the fractions of events that occur."""
    events = sorted({*map(float, range(EXACT_BELOW)), *fractions})
    columns: dict[str, list[float]] = {"events": events}
    for end, level in (("", LEVEL_95), ("_998", LEVEL_998)):
        limits = [count_limits(count, level) for count in events]
        columns[f"lower{end}"] = [lower for lower, _ in limits]
        columns[f"upper{end}"] = [upper for _, upper in limits]
    return pa.table(columns)


def _pairs(table: pa.Table, first: str, second: str) -> list[tuple[str, str]]:
    return list(zip(table[first].to_pylist(), table[second].to_pylist(), strict=True))


def _table(rows: Sequence[Mapping[str, object]], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=schema)


_INDICATORS = pa.schema(
    [
        ("indicator", pa.string()),
        ("i", pa.int32()),
        ("i_at", pa.int64()),
        ("year_kind", pa.string()),
        ("way", pa.int32()),
        ("scale", pa.float64()),
        ("is_mean", pa.bool_()),
        ("is_count", pa.bool_()),
        ("is_trended", pa.bool_()),
        ("is_banded", pa.bool_()),
        ("slack", pa.float64()),
        ("good", pa.int32()),
        ("area_count", pa.int64()),
        ("wanted", pa.bool_()),
        ("events_shift", pa.int64()),
        ("people_shift", pa.int64()),
    ]
)
_BREAKS = pa.schema([("i", pa.int32()), ("moment", pa.int32())])
_PERIODS = pa.schema(
    [
        ("period", pa.string()),
        ("year_kind", pa.string()),
        ("p", pa.int32()),
        ("p_at", pa.int64()),
        ("moment", pa.int32()),
    ]
)
_LABELS = pa.schema([("p", pa.int32()), ("period", pa.string())])
_GROUPS = pa.schema([("member", pa.string()), ("g", pa.int32()), ("g_at", pa.int64())])
_AREAS = pa.schema(
    [
        ("area", pa.string()),
        ("a", pa.int64()),
        ("is_england", pa.bool_()),
        ("is_region", pa.bool_()),
        ("region", pa.string()),
        ("region_a", pa.int64()),
        ("level", pa.int64()),
        ("ranked_among", pa.string()),
        ("neighbours_model", pa.string()),
        ("neighbours_as_of", pa.string()),
    ]
)
_NEIGHBOURS = pa.schema([("a", pa.int64()), ("neighbour", pa.int64())])
