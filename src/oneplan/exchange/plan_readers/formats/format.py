"""What a file format is to the readers: a name, how people call it, and a function from bytes to blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from oneplan.exchange.plan_readers.blocks import Block
from oneplan.vocabulary.findings import Finding


@dataclass(frozen=True, slots=True)
class Contents:
    """What a format found in a file: blocks in reading order, and what it noticed on the way."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A file format. ``read`` takes the bytes and the file's name, and may raise UnreadableFile.

    ``makes_cycles`` says that reading leaves objects that only the garbage collector can free.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    read: Callable[[bytes, str], Contents]
    makes_cycles: bool = False
