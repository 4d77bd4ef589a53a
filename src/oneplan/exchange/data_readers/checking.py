"""A reading with its repeats taken out and its doubts told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.observations.doubts import doubts_about
from oneplan.evidence.observations.repeats import Repeats, without_repeats
from oneplan.evidence.observations.sums import without_sums
from oneplan.exchange.data_readers.former_codes import SAME_UNDER_NEWER, once_per_area, told
from oneplan.exchange.data_readers.reading import DataReading
from oneplan.vocabulary.findings import Finding, Source, fingerprinted

SAME_AGAIN = "the same observation again"
SOMETHING_ELSE = "another value for an observation that stands already"


def checked(reading: DataReading, file: str) -> DataReading:
    """The reading as it may go into a store: every observation once, with all findings."""
    repeats = without_repeats(reading.observations)
    once = once_per_area(repeats.observations)
    counts = {
        SAME_AGAIN: repeats.same,
        SOMETHING_ELSE: repeats.other,
        SAME_UNDER_NEWER: len(once.rows),
    }
    rejected = reading.rejected + Counter(
        {reason: count for reason, count in counts.items() if count}
    )
    findings = (
        *reading.findings,
        *_repeated(repeats, file),
        *told(once, file),
        *_unstated(once.observations, file),
        *doubts_about(once.observations, reading.definitions, file),
    )
    return replace(
        reading,
        observations=without_sums(once.observations, reading.definitions),
        rejected=rejected,
        findings=tuple(fingerprinted(findings)),
    )


def _repeated(repeats: Repeats, file: str) -> Iterable[Finding]:
    if repeats.other:
        row, first = repeats.other_rows[0]
        yield Finding(
            rule="two-values-for-one-observation",
            severity="error",
            message=f"{repeats.other:,} cells give another value for what stands already, such as "
            f"row {row} against row {first}. The first is kept.",
            fix="Take one of them out, or name what sets them apart in a column.",
            source=Source(file=file, row=row),
        )
    if repeats.same:
        row, first = repeats.same_rows[0]
        yield Finding(
            rule="observation-twice",
            severity="info",
            message=f"{repeats.same:,} cells say again what stands already, such as row {row} and "
            f"row {first}. Counted once.",
            source=Source(file=file, row=row),
        )


def _unstated(observations: pa.Table, file: str) -> Iterable[Finding]:
    open_years = pc.indices_nonzero(
        pc.equal(observations["period_kind"].cast(pa.string()), "unstated")
    )
    if len(open_years):
        first = observations.slice(open_years[0].as_py(), 1).to_pylist()[0]
        yield Finding(
            rule="kind-of-year-not-stated",
            severity="info",
            message=f"{len(open_years):,} observations do not say whether their years are financial, "
            f"academic or calendar, such as {first['period']}. Split years are placed from April.",
            where=first["indicator"],
            quotes=(first["period"],),
            fix="The definition of the indicator may say it, or a column year_kind.",
            source=Source(file=file, row=first["row"]),
        )
