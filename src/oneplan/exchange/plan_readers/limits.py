"""How much of an upload is read before the reader stops: against bombs, and for everyone's patience."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from oneplan.exchange.plan_readers.blocks import UnreadableFile
from oneplan.vocabulary.findings import Finding, Source

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one reading. Sizes are in bytes."""

    file_size: int = 25 * _MEGABYTE
    data_size: int = 12 * _MEGABYTE
    """A plan document as YAML or JSON."""
    part_size: int = 80 * _MEGABYTE
    """One part of an Office file, inflated."""
    parts_size: int = 160 * _MEGABYTE
    """All parts read from one Office file, inflated."""
    ratio: int = 250
    """How many times larger a part may be than its compressed form, beyond its first megabyte."""
    entries: int = 10_000
    blocks: int = 100_000
    characters: int = 6_000_000
    """Of all text together: some two thousand printed pages."""
    tags: int = 1_000_000
    markup: int = 20_000_000
    """Characters of a web page's source, pictures and scripts inside it aside."""
    sheets: int = 5_000
    shared_texts: int = 1_000_000
    """Texts that the cells of a workbook share."""
    cells: int = 250_000
    columns: int = 200
    nested_tables: int = 8
    pages: int = 3_000
    page_characters: int = 60_000
    page_drawings: int = 20_000


LIMITS = Limits()


def check_size(data: bytes, name: str, most: int = LIMITS.file_size) -> None:
    """Raise UnreadableFile where the file is empty or larger than ``most`` bytes."""
    if not data.strip(b" \t\r\n\0"):
        raise UnreadableFile(f"“{name}” is empty.", "Choose the file that holds the plan.")
    if len(data) > most:
        size, limit = ceil(len(data) / _MEGABYTE), most // _MEGABYTE
        raise UnreadableFile(
            f"“{name}” is {size} MB; at most {limit} MB can be read.",
            "Take the pictures out or divide the plan into several files.",
        )


def cut_off(source: Source, what: str) -> Finding:
    """The finding that reading stopped at a limit; ``what`` says after how much of what."""
    return Finding(
        rule="text-cut-off",
        severity="error",
        message=f"Reading stopped after {what}; what follows is not in the plan.",
        fix="Divide the file into several and read each.",
        source=source,
    )


def damaged(source: Source, reason: str) -> Finding:
    """The finding that the rest of a file could not be read because it is broken."""
    return Finding(
        rule="text-cut-off",
        severity="error",
        message=f"The file is damaged ({reason}); what could be read up to there was kept.",
        fix="Open the file in the program that wrote it, save it again, and read that copy.",
        source=source,
    )
