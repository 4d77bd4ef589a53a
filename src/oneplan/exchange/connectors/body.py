"""The body of an answer: whole, inflated, within its size and its time."""

from __future__ import annotations

import time
import zlib
from email.message import Message
from typing import IO

_CHUNK = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS


class BrokenBody(Exception):
    """The body broke off, or came too slowly; it may come whole another time."""


class TooLarge(Exception):
    """The body is larger than anything that is wanted."""


def body_of(response: IO[bytes], headers: Message, most: int, ends: float) -> bytes:
    """The whole body, inflated where it came compressed; ``ends`` is a moment of the steady clock.

    Raises:
        BrokenBody: it broke off or was not there in time.
        TooLarge: it has more bytes than ``most``, as sent or inflated.
    """
    stated = headers.get("Content-Length", "")
    if stated.isdecimal() and int(stated) > most:
        raise TooLarge(stated)
    compressed = headers.get("Content-Encoding", "").casefold() in ("gzip", "x-gzip")
    inflate = zlib.decompressobj(_GZIP) if compressed else None
    parts: list[bytes] = []
    came = held = 0
    while chunk := response.read(_CHUNK):
        came += len(chunk)
        part = _inflated(inflate, chunk, most - held) if inflate else chunk
        held += len(part)
        parts.append(part)
        if held > most or (inflate and inflate.unconsumed_tail):
            raise TooLarge(str(most))
        if time.monotonic() > ends:
            raise BrokenBody("it came too slowly")
    if (stated.isdecimal() and came < int(stated)) or (inflate and not inflate.eof):
        raise BrokenBody("it broke off")
    return b"".join(parts)


def _inflated(inflate: zlib._Decompress, chunk: bytes, left: int) -> bytes:
    try:
        return inflate.decompress(chunk, left + 1)
    except zlib.error as error:
        raise BrokenBody("its compression is damaged") from error
