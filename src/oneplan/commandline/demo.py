"""``oneplan demo``: everything on this machine, with the example plans."""

from __future__ import annotations

import os
import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from oneplan.commandline.database import prepare_database, using_database
from oneplan.commandline.outcome import CouldNot
from oneplan.commandline.site_server import run_site

HOST = "127.0.0.1"
_TRIED = 20
_LOOKS, _BETWEEN_LOOKS = 240, 0.25


def demo(
    port: Annotated[int, typer.Option(help="Where the site listens.")] = 8010,
    data: Annotated[
        Path | None, typer.Option(help="A folder for the demo's files; .oneplan here if none.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the site in a browser.")] = True,
) -> None:
    """Serves the site on this machine with the example plans; stop it with Ctrl+C.

    Example: `oneplan demo --port 9000 --no-browser`
    """
    from oneplan.demonstration.example_plans import put_examples

    folder = (data or Path(".oneplan")).resolve()
    try:
        count = put_examples(folder)
    except OSError as error:
        reason = error.strerror or "it is not there"
        raise CouldNot(f"{folder} cannot be written: {reason}.", "Name another --data.") from error
    free = _free_port(port)
    address = f"http://{HOST}:{free}/"
    _prepare(folder, address)
    typer.echo(f"oneplan shows {count} example plans at {address}")
    typer.echo(f"What a server would send by e-mail lies in {folder / 'outbox'}.")
    typer.echo("Stop it with Ctrl+C.")
    if browser:
        looks = threading.Thread(
            target=when_it_answers, args=(free, partial(webbrowser.open, address)), daemon=True
        )
        looks.start()
    run_site(HOST, free, log=False)


def when_it_answers(port: int, do: Callable[[], object]) -> None:
    """Does something once something listens at the port; nothing where it does not within a minute."""
    for _ in range(_LOOKS):
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(_BETWEEN_LOOKS)
        else:
            do()
            return


def _free_port(wanted: int) -> int:
    for port in range(wanted, wanted + _TRIED):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as trial:
            if os.name == "posix":  # a demo that was just stopped leaves its port free again
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((HOST, port))
            except (OSError, OverflowError):
                continue
            return port
    raise CouldNot(
        f"No port from {wanted} to {wanted + _TRIED - 1} is free.", "Name another --port."
    )


def _prepare(folder: Path, address: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "oneplan.settings.embedded"
    os.environ["ONEPLAN_DATA"] = str(folder)
    os.environ["ONEPLAN_ADDRESS"] = address.rstrip("/")
    os.environ["ONEPLAN_DEMONSTRATION"] = "1"
    if not (folder / "oneplan.sqlite3").exists():
        typer.echo("Preparing the demo; this takes a few seconds the first time …", err=True)
    prepare_database()
    _found_families()


def _found_families() -> None:
    from django.utils.timezone import now

    from oneplan.demonstration.families.founding import found_families

    with using_database():
        found_families(at=now())
