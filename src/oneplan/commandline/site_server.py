"""The processes that answer for the site, of the demo and of a team's server."""

from __future__ import annotations

_LONGEST_GOODBYE = 30
"""Seconds that an ended server leaves its processes: longer than a form waits for another edit."""


def run_site(
    host: str, port: int, *, workers: int = 1, threads: int | None = None, log: bool = True
) -> None:
    """Serves the site until it is ended; with no word as many threads as suit the machine."""
    from granian.constants import Interfaces
    from granian.server import Server

    Server(
        "oneplan.website.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        respawn_failed_workers=True,
        workers_kill_timeout=_LONGEST_GOODBYE,
        websockets=False,
        log_enabled=log,
    ).serve()
