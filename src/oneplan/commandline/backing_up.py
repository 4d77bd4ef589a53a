"""``oneplan manage back-up``: all that a server keeps, copied while people go on working."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from oneplan.commandline.database import begin_django, must_be_up_to_date, using_database
from oneplan.commandline.outcome import CouldNot

KEPT = ("plans", "imports", "sheets", "secret-key")
"""What of the data folder is copied; the readings of visitors are theirs, and go within the hour."""
SQLITE = "oneplan.sqlite3"
POSTGRESQL = "oneplan.pgdump"


def back_up(
    folder: Annotated[Path, typer.Argument(help="A folder that is not there yet; it is made.")],
) -> None:
    """Copies all that the server keeps into a new folder: the database, as it is at one moment, and the files.

    The server need not be stopped. The folder is there when all of it is copied, and has the shape of a
    data folder; of a PostgreSQL it holds what pg_dump makes. How to go back to it stands in
    docs/how-to/run-a-server.md.

    Example: `oneplan manage back-up /var/backups/oneplan/$(date +%F)`
    """
    begin_django()
    must_be_up_to_date()
    if folder.exists():
        raise CouldNot(f"{folder} is there already.", "Name a folder that is not there yet.")
    part = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700, parents=True)
        _copy_files(
            part
        )  # first: what becomes a plan meanwhile is in the database then, and not lost
        with using_database():
            database = _copy_database(part)
        part.rename(folder)
    except OSError as error:
        raise CouldNot(f"{folder} cannot be written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    files = sum(1 for path in folder.rglob("*") if path.is_file()) - 1
    beside = f"{files:,} file{'' if files == 1 else 's'}"
    typer.echo(f"All is in {folder}: {database} and {beside}.")


def _copy_files(to: Path) -> None:
    from django.conf import settings

    for name in KEPT:
        copied(Path(settings.ONEPLAN_DATA) / name, to / name)


def copied(path: Path, to: Path) -> None:
    """Copies a file, or a folder with what is whole in it; what goes away meanwhile is left out."""
    if path.is_dir():
        to.mkdir(mode=0o700)
        for each in _whole(path):
            copied(each, to / each.name)
    elif path.is_file():
        try:
            shutil.copy2(path, to)
        except FileNotFoundError:
            to.unlink(missing_ok=True)


def _whole(folder: Path) -> Iterator[Path]:
    """What is in a folder, without what is being made or deleted in it: its name begins with a dot."""
    try:
        yield from [each for each in folder.iterdir() if not each.name.startswith(".")]
    except FileNotFoundError:
        return


def _copy_database(to: Path) -> str:
    """Copies the database as it is at one moment; gives the name of the copy.

    Raises:
        CouldNot: PostgreSQL's own program is not here, or fails.
    """
    from django.db import connection

    if connection.vendor == "sqlite":
        _copy_sqlite(Path(connection.settings_dict["NAME"]), to / SQLITE)
        return SQLITE
    _dump_postgresql(to / POSTGRESQL)
    return POSTGRESQL


def _copy_sqlite(file: Path, to: Path) -> None:
    """Copies it in one step, in which who writes goes on writing, and sees that the copy is sound."""
    with closing(sqlite3.connect(file)) as old, closing(sqlite3.connect(to)) as new:
        old.backup(new)
        (said,) = new.execute("PRAGMA quick_check").fetchone()
    if said != "ok":
        raise CouldNot(f"The copy of the database is not sound: {said}.", "Look at the disk.")
    to.chmod(0o600)
    with to.open("rb") as made:
        os.fsync(made.fileno())


def _dump_postgresql(to: Path) -> None:
    from django.db import connection
    from django.db.backends.postgresql.client import DatabaseClient

    program = shutil.which("pg_dump")
    if program is None:
        raise CouldNot("pg_dump is not here.", "Install PostgreSQL’s client programs.")
    (_, *words), named = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    command = [program, "--format=custom", "--no-owner", f"--file={to}", *words]
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own program, with the settings' own words
        command, env={**os.environ, **(named or {})}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CouldNot(f"pg_dump failed: {done.stderr.strip().splitlines()[-1]}.")
    to.chmod(0o600)
