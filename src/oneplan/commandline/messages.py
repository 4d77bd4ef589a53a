"""What the commands say on standard error while and after they work."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oneplan.vocabulary.findings import Finding


@contextmanager
def working(on: str) -> Iterator[None]:
    """Shows what is being done, where somebody is looking."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{on} …"):
        yield
    sys.stderr.write(f"{on}: done.\n")


@contextmanager
def counting(on: str, of: str) -> Iterator[Callable[[int, int], None]]:
    """Shows how many of a number are done: a bar where somebody is looking, else a line a tenth."""
    if not sys.stderr.isatty():
        yield _lines(on, of)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(on, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _lines(on: str, of: str) -> Callable[[int, int], None]:
    said = -1

    def say(done: int, total: int) -> None:
        nonlocal said
        tenth = 10 * done // max(total, 1)
        if tenth > said:
            said = tenth
            sys.stderr.write(f"{on}: {done:,} of {total:,} {of}.\n")

    return say


def say_findings(findings: Sequence[Finding], source: Path) -> None:
    """The findings as text on standard error; nothing where there are none."""
    if not findings:
        return
    from oneplan.exchange.reports.formats.text import findings_as_text

    sys.stderr.write(findings_as_text(findings, str(source), colour=sys.stderr.isatty()))


def remark(text: str) -> None:
    """A sentence on standard error."""
    sys.stderr.write(f"{text}\n")


def on_terminal() -> bool:
    """Whether somebody reads standard output on a terminal."""
    return sys.stdout.isatty()
