"""``oneplan serve``: the site of a team, behind a proxy that speaks HTTPS."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from oneplan.commandline.database import begin_django, must_be_up_to_date
from oneplan.commandline.outcome import CouldNot
from oneplan.commandline.site_server import run_site

_SHARED = getattr(socket, "SO_REUSEPORT", socket.SO_REUSEADDR)


def serve(
    host: Annotated[str, typer.Option(help="The address it listens at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port it listens at.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="How many processes answer.")] = 2,
    threads: Annotated[int, typer.Option(min=1, help="How many threads each of them has.")] = 4,
) -> None:
    """Serves the site with the settings for a server; stop it with Ctrl+C or by ending it.

    It does not start while the database cannot be reached or is not up to date. What it needs from the
    environment stands in docs/how-to/run-a-server.md.

    Example: `oneplan serve --port 8000 --workers 4`
    """
    begin_django()
    must_be_up_to_date()
    _must_be_free(host, port)
    run_site(host, port, workers=workers, threads=threads)


def _must_be_free(host: str, port: int) -> None:
    """Goes on only where nobody else listens: servers that share a port would share it by accident."""
    try:
        family, kind, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as asked:
            taken = asked.connect_ex(place) == 0
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, _SHARED, 1)
            trial.bind(place)
    except OSError as error:
        raise _not_there(host, port, error.strerror or "it is not there") from error
    if taken:
        raise _not_there(host, port, "something listens there already")


def _not_there(host: str, port: int, reason: str) -> CouldNot:
    return CouldNot(
        f"oneplan cannot listen at {host}, port {port}: {reason}.", "Name another --port or --host."
    )
