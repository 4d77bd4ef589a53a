"""Things fetched into a store one after the other, each whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from oneplan.commandline.messages import remark, working
from oneplan.commandline.outcome import DONE, FOUND_ERRORS, CouldNot
from oneplan.commandline.storing import read_and_stored, unusable

if TYPE_CHECKING:
    from oneplan.exchange.connectors.fetched import Wanted
    from oneplan.exchange.connectors.remembered import Remembered


def fetch_into(store: Path, wanted: Sequence[Wanted], again: bool) -> None:
    """Fetches one after the other; what came before one that fails stays in the store.

    Raises:
        CouldNot: something could not be fetched, or nothing gave observations.
        Exit: the command's outcome.
    """
    from oneplan.exchange.connectors.refusals import FetchFailed

    outcomes: list[bool | None] = []
    for place, each in enumerate(wanted, start=1):
        try:
            outcomes.append(_one(each, store, again, f"({place} of {len(wanted)})"))
        except FetchFailed as error:
            left = f" {place - 1} of {len(wanted)} were fetched before." if place > 1 else ""
            raise CouldNot(f"{each.title}: {error}{left}", error.cure) from error
    if all(outcome is None for outcome in outcomes):
        raise CouldNot("Nothing that came gave observations.", "See what is said above.")
    raise typer.Exit(DONE if all(outcomes) else FOUND_ERRORS)


def _one(wanted: Wanted, store: Path, again: bool, turn: str) -> bool | None:
    """Whether it was read without an error, or is not new; None where it gave no observations."""
    from oneplan.exchange.connectors.refusals import FetchFailed
    from oneplan.exchange.connectors.remembered import digest_of, load_memory, remembered

    held = None if again else load_memory(store).fetched.get(wanted.key)
    if held and _is_withdrawn(held, store):
        remark(f"{wanted.title}: withdrawn from the store; --again fetches it anew.")
        return True
    with working(f"Fetching {wanted.title} {turn}"):
        fetched = wanted.fetch(held.marks() if held else None)
    data = fetched.data
    if held and (data is None or digest_of(data) == held.digest):
        typer.echo(f"{wanted.title}: nothing new since {held.at:%Y-%m-%d}; nothing added.")
        _remember(wanted.key, held.with_marks(fetched.marks), store)
        return True
    if data is None:
        raise FetchFailed(f"{wanted.title} came empty.", "Try again later.")
    release, sound = read_and_stored(fetched.name, data, fetched.companions, store)
    if release is None:
        return None
    now = datetime.now(UTC)
    _remember(wanted.key, remembered(data, fetched.marks, release, now), store)
    return sound


def _remember(key: str, one: Remembered, store: Path) -> None:
    from oneplan.exchange.connectors.remembered import load_memory, save_memory

    memory = load_memory(store)
    if memory.fetched.get(key) == one:
        return
    try:
        save_memory(store, memory.with_one(key, one))
    except OSError as error:
        raise unusable(error, store) from error


def _is_withdrawn(held: Remembered, store: Path) -> bool:
    from oneplan.evidence.observations.manifest import UnusableStore
    from oneplan.evidence.observations.store import Store

    try:
        manifest = Store(store).manifest()
    except UnusableStore as error:
        raise unusable(error, store) from error
    in_force = {release.id for release in manifest.in_force()}
    return held.release in manifest.releases and held.release not in in_force
