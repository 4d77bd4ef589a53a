"""Made-up observations of any size in a tidy file: half proportions, half rates, 4 in 100 withheld."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from oneplan.evidence.definitions import Definition
from oneplan.evidence.scoring.asked import Asked, Benchmarks, parts_named
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.exchange.known.areas import known_areas
from oneplan.exchange.known.neighbours import preferred_neighbours
from oneplan.vocabulary.areas import ENGLAND, REGIONS_BEGIN

INPUT = "indicator, area, period, numerator, denominator, status"
SHORT = ("interval", "england", "rank", "band")


@dataclass(frozen=True)
class Size:
    """How many indicators, areas and periods."""

    indicators: int
    areas: int
    periods: int

    @property
    def rows(self) -> int:
        """How many observations that makes."""
        return self.indicators * self.areas * self.periods


SMALL_AREAS = Size(100, 35_000, 1)
COUNCIL = Size(300, 160, 15)
MILLION = Size(200, 333, 15)
TEN_MILLION = Size(2_000, 333, 15)


def write_observations(file: Path, size: Size, scattered: bool = False) -> Path:
    """A file of that size, sorted by indicator as a store is, or with every indicator all over it."""
    order = "a, p, i" if scattered else "i, p, a"
    with duckdb.connect() as connection:
        connection.register("areas", areas_table(size.areas))
        connection.execute("SELECT setseed(0.25)")
        connection.execute(
            f"""
            COPY (
                SELECT indicator, area, period, status,
                       CASE WHEN status = 'ok' THEN floor(people * share) END AS numerator,
                       CASE WHEN status = 'ok' THEN people END AS denominator
                FROM (
                    SELECT printf('made/%05d', i) AS indicator, r.area,
                           printf('%d/%02d', 2009 + p, (10 + p) % 100) AS period,
                           CASE WHEN random() < 0.04 THEN 'suppressed' ELSE 'ok' END AS status,
                           floor(50 + 20000 * random()) * r.weight AS people,
                           (0.05 + 0.9 * random()) / CASE WHEN i % 2 = 0 THEN 1 ELSE 20 END AS share,
                           i, p, a
                    FROM range({size.indicators}) i(i), range({size.periods}) p(p), areas r
                ) ORDER BY {order}
            ) TO '{file}' (FORMAT parquet)
            """  # noqa: S608 - numbers and a path of our own
        )
    return file


def areas_table(count: int) -> pa.Table:
    """So many areas: England, its regions and authorities, then small areas; wholes weigh more."""
    known = [ENGLAND, *(code for code in known_areas() if code.startswith(REGIONS_BEGIN))]
    known += [code for code in known_areas() if code[:3] in ("E06", "E08", "E09", "E10", "E07")]
    codes = [*known, *(f"E01{number:06d}" for number in range(count))][:count]
    weights = [200 if code == ENGLAND else 20 if code[:3] == "E12" else 1 for code in codes]
    return pa.table({"a": range(count), "area": codes, "weight": weights})


def made_asked(size: Size, parts: tuple[str, ...] = ()) -> Asked:
    """The definitions of the made-up indicators, with the published neighbours and regions."""
    definitions = {
        f"made/{number:05d}": Definition(
            f"made/{number:05d}",
            f"Made-up indicator {number}",
            "proportion" if number % 2 == 0 else "rate",
            multiplier=100.0 if number % 2 == 0 else 10_000.0,
            polarity="low" if number % 3 == 0 else "high",
            year_kind="financial",
        )
        for number in range(size.indicators)
    }
    lying = [(area.code, area.region) for area in known_areas().values() if area.region]
    codes, regions = zip(*lying, strict=True)
    benchmarks = Benchmarks(pa.table({"area": codes, "region": regions}), preferred_neighbours())
    return Asked(definitions, benchmarks, read_period, parts_named(parts))
