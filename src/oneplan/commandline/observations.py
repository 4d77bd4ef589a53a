"""``oneplan observations``: published and local data into a store, and what a store knows."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oneplan.commandline.fetch import fetch
from oneplan.commandline.files import Output, bytes_of, give
from oneplan.commandline.messages import remark
from oneplan.commandline.outcome import DONE, FOUND_ERRORS, CouldNot
from oneplan.commandline.storing import read_and_stored, unusable

if TYPE_CHECKING:
    from oneplan.evidence.observations.store import Store

observations = typer.Typer(
    help="Published and local data into a store, and what a store knows.\n\n"
    "Example: `oneplan observations add ks2_la.csv --store evidence`",
    no_args_is_help=True,
)

observations.add_typer(fetch, name="fetch")
_LARGEST_COMPANION = 20_000_000

StoreFolder = Annotated[
    Path, typer.Option("--store", metavar="DIR", help="The folder of the store.")
]
OnDay = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], help="What was known at the end of this day."),
]


class Format(StrEnum):
    """The formats that are known."""

    ees = "ees"
    fingertips = "fingertips"
    lait = "lait"
    els = "els"
    nomis = "nomis"
    tidy = "tidy"


@observations.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="CSV, Excel or Parquet, with its metadata.")],
    store: StoreFolder,
    format: Annotated[  # noqa: A002 - the option is called so
        Format | None, typer.Option(help="Where the columns do not say it.")
    ] = None,
) -> None:
    """Reads data files into a store, each as a release, and says what is doubtful in them.

    Example: `oneplan observations add ks2_la.csv bds_long_0.parquet --store evidence`
    """
    from oneplan.exchange.data_readers.data_files import is_companion

    describing = {}
    for path in files:
        data = bytes_of(path)
        if len(data) <= _LARGEST_COMPANION and is_companion(data, path.name):
            describing[path.name] = data
    outcomes = [
        _add_file(path, bytes_of(path), describing, store, format)
        for path in files
        if path.name not in describing
    ]
    for name in describing:
        remark(f"{name}: describes data and holds no observations; used with the data.")
    if outcomes and all(outcome is None for outcome in outcomes):
        raise CouldNot("None of the files gave observations.", "See what is said of each above.")
    raise typer.Exit(DONE if all(outcomes) else FOUND_ERRORS)


def _add_file(
    path: Path, data: bytes, describing: dict[str, bytes], store: Path, wanted: Format | None
) -> bool | None:
    """Whether the file was read without an error; None where it gave no observations."""
    from oneplan.exchange.data_readers.data_files import companions_of

    companions = {**_beside(path), **companions_of(path.name, describing)}
    release, sound = read_and_stored(path.name, data, companions, store, wanted and wanted.value)
    return sound if release else None


def _beside(path: Path) -> dict[str, bytes]:
    """The files beside a data file that describe it by their name."""
    names = (f"{path.stem}.meta.csv", f"{path.stem}.json", "lait_data_dictionary.csv")
    found = [path.with_name(name) for name in names if name != path.name]
    return {file.name: bytes_of(file) for file in found if file.is_file()}


@observations.command(name="list")
def list_(
    store: StoreFolder,
    on: OnDay = None,
    indicators: Annotated[
        bool, typer.Option("--indicators", help="The indicators instead of the releases.")
    ] = False,
) -> None:
    """Lists the releases in force, or the indicators with how much is known of each, as CSV.

    Example: `oneplan observations list --store evidence --on 2026-03-31`
    """
    from oneplan.evidence.observations.manifest import UnusableStore
    from oneplan.exchange.data_readers.rows import write_rows

    opened = _opened(store)
    try:
        rows = _indicator_rows(opened, on) if indicators else _release_rows(opened, on)
    except (UnusableStore, OSError) as error:
        raise unusable(error, store) from error
    give(write_rows(rows), None)


def _release_rows(store: Store, on: datetime | None) -> list[dict[str, str]]:
    manifest = store.manifest()
    return [
        {
            "release": release.id[:12],
            "added": f"{manifest.added_at(release.id):%Y-%m-%d %H:%M}",
            "dataset": release.origin.dataset,
            "format": release.origin.format,
            "file": release.origin.file,
            "indicators": str(len(release.definitions)),
            "observations": str(release.observations),
            "rejected": str(sum(release.origin.rejected.values())),
            "source": release.origin.source or "",
            "licence": release.origin.licence or "",
        }
        for release in manifest.in_force(_moment(on))
    ]


def _indicator_rows(store: Store, on: datetime | None) -> list[dict[str, str]]:
    from oneplan.evidence.observations.known import held_indicators

    names = {
        definition.code: definition
        for release in store.manifest().in_force(_moment(on))
        for definition in release.definitions
    }
    return [
        {
            "indicator": held.indicator,
            "name": names[held.indicator].name if held.indicator in names else "",
            "polarity": (names[held.indicator].polarity or "") if held.indicator in names else "",
            "unit": (names[held.indicator].unit or "") if held.indicator in names else "",
            "observations": str(held.observations),
            "areas": str(held.areas),
            "first": held.first.isoformat(),
            "last": held.last.isoformat(),
        }
        for held in held_indicators(store, _moment(on))
    ]


@observations.command()
def show(
    store: StoreFolder,
    indicator: Annotated[
        list[str] | None, typer.Option(help="Its code; several if wanted.")
    ] = None,
    area: Annotated[list[str] | None, typer.Option(help="A GSS code; several if wanted.")] = None,
    on: OnDay = None,
    output: Output = None,
) -> None:
    """Gives what a store knows as a tidy CSV, the latest word on each observation.

    Example: `oneplan observations show --store evidence --indicator lait/InfMort --area E10000034`
    """
    from oneplan.evidence.observations.known import known_observations
    from oneplan.evidence.observations.manifest import UnusableStore
    from oneplan.exchange.data_readers.tidy_file import tidy_csv

    try:
        known = known_observations(
            _opened(store), indicators=indicator or (), areas=area or (), on=_moment(on)
        )
    except (UnusableStore, OSError) as error:
        raise unusable(error, store) from error
    if known is None or not known.num_rows:
        raise CouldNot(
            "The store knows nothing of that.",
            "`oneplan observations list --indicators` says what it knows.",
        )
    give(tidy_csv(known), output)


@observations.command()
def withdraw(
    release: Annotated[str, typer.Argument(help="How the release's name begins.")],
    store: StoreFolder,
    reason: Annotated[str, typer.Option(help="Why; it is kept with the release.")],
) -> None:
    """Takes a release out of force; what was known before is not changed.

    Example: `oneplan observations withdraw 9fb3982b --store evidence --reason "wrong file"`
    """
    from oneplan.evidence.observations.manifest import UnusableStore

    try:
        withdrawn = _opened(store).withdraw(release, reason, datetime.now(UTC))
    except (UnusableStore, OSError) as error:
        raise unusable(error, store) from error
    typer.echo(f"Withdrawn: {withdrawn.id[:12]}, {withdrawn.origin.file}")


def _opened(folder: Path) -> Store:
    from oneplan.evidence.observations.store import Store

    if not folder.is_dir():
        raise CouldNot(f"There is no store {folder}.", "`oneplan observations add` makes one.")
    return Store(folder)


def _moment(day: datetime | None) -> datetime | None:
    from oneplan.evidence.observations.manifest import end_of_day

    return end_of_day(day.replace(tzinfo=UTC)) if day else None
