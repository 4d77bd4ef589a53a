"""``oneplan score``: a store or a tidy file to results."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oneplan.commandline.counted import Counted
from oneplan.commandline.files import bytes_of
from oneplan.commandline.messages import counting, remark, say_findings
from oneplan.commandline.outcome import DONE, FOUND_ERRORS, CouldNot, Stopped

if TYPE_CHECKING:
    import pyarrow as pa

    from oneplan.evidence.definitions import Definition
    from oneplan.evidence.scoring.asked import Asked
    from oneplan.evidence.scoring.engine import Engine
    from oneplan.evidence.scoring.observed import Observed

_MOST_NAMED = 5


class EngineName(StrEnum):
    """What runs the computation."""

    duckdb = "duckdb"
    spark = "spark"


def score(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="RESULTS.parquet", help="Where to write them.")
    ],
    store: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A store of observations.")
    ] = None,
    observations: Annotated[
        Path | None,
        typer.Option(metavar="FILE.parquet", help="A tidy file instead of a store."),
    ] = None,
    indicators: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.toml", help="Definitions that go before those of the catalogue."
        ),
    ] = None,
    neighbours: Annotated[
        str,
        typer.Option(metavar="MODEL|FILE", help="dfe-2025, dfe-2021, ons-demographic or a file."),
    ] = "",
    only: Annotated[
        str,
        typer.Option(
            metavar="PARTS",
            help="Some of interval, interval_998, england, region, neighbours, rank, band, trend.",
        ),
    ] = "",
    engine: Annotated[EngineName, typer.Option(help="Embedded, or on a cluster.")] = (
        EngineName.duckdb
    ),
    master: Annotated[
        str | None, typer.Option(metavar="URL", help="For spark: where the cluster is.")
    ] = None,
) -> None:
    """Scores observations: intervals, England, region, neighbours, rank, band and trend.

    Only what changed since the results were last written is scored again; stopped at any moment,
    the same command goes on where it was.

    Example: `oneplan score --store evidence -o results.parquet`
    """
    from oneplan.evidence.scoring.asked import CannotScore
    from oneplan.evidence.scoring.run import score as score_all

    if (store is None) == (observations is None):
        raise CouldNot(
            "Either a store or a file of observations is needed.",
            "Give --store DIR or --observations FILE.parquet.",
        )
    if master is not None and engine is not EngineName.spark:
        raise CouldNot("--master is for a cluster.", "Add --engine spark.")
    if observations is not None and output.resolve() == observations.resolve():
        raise CouldNot(f"{output} holds the observations themselves.", "Name another file.")
    defined, by_group, sound = _definitions(indicators)
    counted = Counted()
    try:
        observed, said = _observed(store, observations)
        asked = replace(_asked({**said, **defined}, neighbours, only), by_group=by_group)
        with counting("Scoring", "indicators") as progress:
            counted.tell = progress
            scored = score_all(observed, asked, _engine(engine, master), output, counted)
    except CannotScore as error:
        raise CouldNot(str(error), error.cure) from error
    except KeyboardInterrupt as stop:
        raise Stopped(counted.kept()) from stop
    say_findings(scored.findings, observations or output)
    _say_unread(scored.unread_periods)
    remark(f"{output}: {scored.indicators:,} indicators, {scored.anew:,} of them scored now.")
    errors = any(finding.severity == "error" for finding in scored.findings)
    raise typer.Exit(FOUND_ERRORS if errors or not sound else DONE)


def _say_unread(labels: tuple[str, ...]) -> None:
    if labels:
        named = ", ".join(labels[:_MOST_NAMED])
        more = f" and {len(labels) - _MOST_NAMED:,} more" if len(labels) > _MOST_NAMED else ""
        remark(f"No period is known by the name of {named}{more}: no trends there.")


def _definitions(
    file: Path | None,
) -> tuple[dict[str, Definition], dict[tuple[str, str], Definition], bool]:
    """Definitions by the code in the data, and by code and group; whether the file is sound.

    The file's go before the catalogue's.
    """
    from oneplan.evidence.catalogue import load_catalogue
    from oneplan.evidence.definition_file import UnreadableDefinitions, read_definitions
    from oneplan.evidence.definitions import by_series, by_series_and_group

    shipped = by_series(load_catalogue())
    of_groups = by_series_and_group(load_catalogue())
    if file is None:
        return shipped, of_groups, True
    try:
        found = read_definitions(bytes_of(file), file.name)
    except UnreadableDefinitions as error:
        raise CouldNot(f"{file}: {error}", error.cure) from error
    say_findings(found.findings, file)
    sound = all(finding.severity != "error" for finding in found.findings)
    own = by_series(found.definitions)
    # A code that the file defines is not judged by what the catalogue says of its groups.
    kept = {key: each for key, each in of_groups.items() if key[0] not in own}
    return {**shipped, **own}, {**kept, **by_series_and_group(found.definitions)}, sound


def _observed(store: Path | None, file: Path | None) -> tuple[Observed, Mapping[str, Definition]]:
    """What is to be scored, and the definitions that came in with it."""
    from oneplan.evidence.observations.manifest import UnusableStore
    from oneplan.evidence.observations.store import Store
    from oneplan.evidence.scoring.observed import Releases, TidyFile

    if file is not None:
        return TidyFile(file), {}
    if store is None or not store.is_dir():
        raise CouldNot(f"There is no store {store}.", "`oneplan observations add` makes one.")
    opened = Store(store)
    try:
        files = opened.files()
        releases = opened.manifest().in_force()
    except UnusableStore as error:
        raise CouldNot(str(error), error.cure) from error
    if not files:
        raise CouldNot(f"{store} holds no release.", "`oneplan observations add` brings one in.")
    return Releases(files), {d.code: d for release in releases for d in release.definitions}


def _asked(definitions: Mapping[str, Definition], neighbours: str, only: str) -> Asked:
    from oneplan.evidence.scoring.asked import Asked, Benchmarks, parts_named
    from oneplan.exchange.data_readers.period_labels import read_period
    from oneplan.exchange.known.recoded import under_every_code

    named = [name.strip() for name in only.split(",") if name.strip()]
    benchmarks = Benchmarks(_regions(), under_every_code(_neighbours(neighbours)))
    return Asked(definitions, benchmarks, read_period, parts_named(named))


def _regions() -> pa.Table:
    import pyarrow as pa

    from oneplan.exchange.known.areas import known_areas

    areas = [area for area in known_areas().values() if area.region]
    return pa.table(
        {
            "area": pa.array([area.code for area in areas], pa.string()),
            "region": pa.array([area.region for area in areas], pa.string()),
        }
    )


def _neighbours(wanted: str) -> pa.Table:
    """The neighbours of a model or a file; by default each area's by the first model that has it."""
    from oneplan.evidence.benchmarks.neighbours import first_model_of_each
    from oneplan.exchange.data_readers.neighbours import read_neighbours
    from oneplan.exchange.data_readers.rows import UnreadableTable
    from oneplan.exchange.known.neighbours import MODELS, known_neighbours, preferred_neighbours

    if not wanted:
        return preferred_neighbours()
    if wanted in {model.name for model in MODELS}:
        return known_neighbours(wanted)
    file = Path(wanted)
    if not file.is_file():
        names = ", ".join(model.name for model in MODELS)
        raise CouldNot(f"{wanted} is neither a model nor a file.", f"The models: {names}.")
    try:
        found = read_neighbours(bytes_of(file), file.name)
    except UnreadableTable as error:
        raise CouldNot(f"{file}: {error}", error.cure) from error
    say_findings(found.findings, file)
    return first_model_of_each(found.neighbours)


def _engine(name: EngineName, master: str | None) -> Callable[[Path], Engine]:
    if name is EngineName.duckdb:
        from oneplan.evidence.scoring.embedded import Embedded

        return Embedded
    from oneplan.evidence.scoring.distributed import distributed

    return distributed(master)
