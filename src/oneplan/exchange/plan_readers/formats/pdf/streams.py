"""A look at a PDF's compressed streams before anyone unpacks them whole: bombs are refused."""

from __future__ import annotations

import re
import zlib

from oneplan.exchange.plan_readers.blocks import UnreadableFile

_STREAM = re.compile(rb"stream\r?\n")
_LARGEST_STREAM = 100_000_000
_LARGEST_ALL = 300_000_000
_CHUNK = 1 << 20
_DEEPEST = 3


def refuse_bombs(data: bytes, name: str) -> None:
    """Raise UnreadableFile where streams unpack to more than any plan holds."""
    total = 0
    for match in _STREAM.finditer(data):
        total += _unpacked(data, match.end())
        if total > _LARGEST_ALL:
            raise _bomb(name)


def _unpacked(data: bytes, start: int, depth: int = 0) -> int:
    """How large a stream unpacks, streams inside it included; at most a little over the limit."""
    if data[start : start + 1] not in {b"\x78", b"\x68", b"\x58", b"\x48"} or depth > _DEEPEST:
        return 0
    inflater = zlib.decompressobj()
    size, at = 0, start
    head = b""
    rest = b""
    while not inflater.eof and size <= _LARGEST_STREAM:
        if not rest:
            rest = data[at : at + _CHUNK]
            at += _CHUNK
            if not rest:
                break
        try:
            piece = inflater.decompress(rest, _CHUNK)
        except zlib.error:
            break
        head = head or piece
        size += len(piece)
        rest = inflater.unconsumed_tail
        if not piece and not rest and at > len(data):
            break
    return size if size <= _LARGEST_STREAM else _LARGEST_ALL + 1


def _bomb(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” unpacks to far more than a plan can hold.",
        "Print the plan to a new PDF, or use its Word or Excel version.",
    )
