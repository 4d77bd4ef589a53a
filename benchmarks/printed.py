"""A table of ratios whose lines are printed as they are measured, not only at the end."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

Row = tuple[str, ...]
HEADINGS = ("what", "ours", "yardstick", "theirs", "ratio", "at most", "peak memory")
_WIDTHS = (46, 9, 36, 9, 7, 7, 11)
_NAMES = (0, 2)


def print_as_they_come(title: str, doing: str, rows: Iterable[Row]) -> None:
    """Prints title and headings, then each row as soon as it is there."""
    console = Console(width=160)
    console.print(f"\n{title}\n", style="bold")
    console.print(_line(HEADINGS), highlight=False, soft_wrap=True)
    console.print("─" * len(_line(HEADINGS)))
    with console.status(doing):
        for row in rows:
            console.print(_line(row), highlight=False, markup=False, soft_wrap=True)


def _line(row: Row) -> str:
    """The cells under their headings; names that are too long push the rest along."""
    cells = [
        cell.ljust(width) if place in _NAMES else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(row, _WIDTHS, strict=True))
    ]
    return "  ".join(cells).rstrip()
