"""The pages of a partnership, asked for by eight clients in every role, beside the bare page."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.load import Load, load, together
from benchmarks.plans import ROOT
from benchmarks.unseen import unseen
from builders.postgres_cluster import NoPostgres, cluster
from builders.running_site import port_of_ones_own, running, wait_until_it_answers

ROUNDS, EACH = 5, 10
AT_LEAST = 0.5
_SITE = "oneplan.website.wsgi:application"
_BARE = "benchmarks.bare_pages:application"
_WORKERS, _THREADS = "2", "4"
_UNTIL_WARM = 3

Rounds = list[tuple[Load, Load]]


def main() -> None:
    """Measures on SQLite, and on PostgreSQL where it can be had, and prints a table of each.

    Whoever ends it early leaves no server and no folder behind.
    """
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    console = Console(width=150)
    with tempfile.TemporaryDirectory() as folder:
        _measure(console, "SQLite", Path(folder), "")
    try:
        with cluster() as address, tempfile.TemporaryDirectory() as folder:
            _measure(console, "PostgreSQL", Path(folder), address)
    except NoPostgres as missing:
        console.print(f"Skipped: the pages on PostgreSQL. {missing}.")


def _measure(console: Console, name: str, folder: Path, database: str) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "oneplan.settings.embedded",
        "ONEPLAN_DATA": str(folder),
        "ONEPLAN_DATABASE": database,
    }
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.site_made"],
        env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
    ).stdout  # fmt: skip
    pages: dict[str, list[str]] = json.loads(told.splitlines()[-1])
    environment["ONEPLAN_BENCH_PAGES"] = json.dumps(pages)
    with console.status(f"Measuring the pages on {name} …"):
        cold = _cold(pages, environment)
        warm = _warm(pages, environment)
    console.print(_table(name, cold, warm))


def _cold(pages: Mapping[str, list[str]], environment: Mapping[str, str]) -> dict[str, Load]:
    """The first eight requests for each page of a plan that nobody has opened as it stands.

    Old states never change, so the site is started anew for each of their pages.
    """
    alone = [path for path in pages if "/versions/" in path or "/as-it-stood/" in path]
    found = {}
    with _served(_SITE, environment) as port, unseen(environment) as forget:
        for path in (path for path in pages if path not in alone):
            forget()
            found[path] = load(port, path, pages[path], 1)
    for path in alone:
        with _served(_SITE, environment) as port:
            found[path] = load(port, path, pages[path], 1)
    return found


def _warm(pages: Mapping[str, list[str]], environment: Mapping[str, str]) -> dict[str, Rounds]:
    """Rounds of each page and right after each of the bare one, when everybody has asked for it before.

    Which process takes a client is chance, so there are many short rounds with new connections.
    """
    found: dict[str, Rounds] = {}
    with _served(_SITE, environment) as ours, _served(_BARE, environment) as theirs:
        for path, cookies in pages.items():
            for cookie in cookies * _UNTIL_WARM:
                load(ours, path, [cookie], 1)
                load(theirs, path, [cookie], 1)
            found[path] = [
                (load(ours, path, cookies, EACH), load(theirs, path, cookies, EACH))
                for _ in range(ROUNDS)
            ]
    return found


@contextmanager
def _served(application: str, environment: Mapping[str, str]) -> Iterator[int]:
    with port_of_ones_own() as port:
        command = [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(port), "--workers", _WORKERS, "--blocking-threads", _THREADS,
            "--no-log", "--workers-kill-timeout", "30", application,
        ]  # fmt: skip
        with running(command, ROOT, environment) as server:
            wait_until_it_answers(f"http://127.0.0.1:{port}/static/oneplan/mark.svg", server)
            yield port


def _table(name: str, cold: Mapping[str, Load], warm: Mapping[str, Rounds]) -> Table:
    table = Table(
        title=f"Pages on {name}: a plan of 500 actions, 8 clients in every role that may see the page"
    )
    heads = ("page", "warm /s", "p50 ms", "p95 ms", "bare /s", "p50", "p95", "ratio", "at least")
    for head in (*heads, "cold /s", "p50 ms", "p95 ms"):
        table.add_column(head, justify="left" if head == "page" else "right")
    for path, rounds in warm.items():
        table.add_row(
            _short(path),
            *_figures(together([ours for ours, _ in rounds])),
            *_figures(together([bare for _, bare in rounds])),
            f"{median(ours.rate / bare.rate for ours, bare in rounds):.2f}",
            f"{AT_LEAST:g}",
            *_figures(cold[path]),
        )
    return table


def _short(path: str) -> str:
    """The path below the partnership, without the plan's name."""
    below = path.split("/")[3:]
    return "/".join(["plan", *below[2:]] if below[0] == "plans" else below) or "front"


def _figures(each: Load) -> tuple[str, str, str]:
    return f"{each.rate:.0f}", f"{each.within(0.5):.1f}", f"{each.within(0.95):.1f}"


if __name__ == "__main__":
    main()
