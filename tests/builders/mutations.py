"""Broken, swollen and scrambled variants of files, for tests that nothing makes a reader stumble.

Every variant is made from a seed alone, so that a failure can be made again.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from random import Random

Mutation = Callable[[bytes, Random], bytes]

_ENCODINGS = ("cp1252", "utf-16", "utf-16-le", "utf-32", "cp500", "utf-7", "mac_roman", "shift_jis")
_SCRAPS = (
    b"<w:p>", b"</w:tbl>", b"<td>", b"</table>", b"<ul><li>", b"\t\t\t\n", b'"', b"\x00\x00",
    b"%%EOF", b"endobj", b"stream\r\n", b"\xff\xfe", b"\xef\xbb\xbf", b"|---|", b"&#xD800;",
    b"&lol9;", b"]]>", b"<!--", b"\x1a", b"<r><c>", b"\xe2\x80", b"99999999999999999999",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """A variant: what was done, with which seed, and the bytes that came of it."""

    name: str
    seed: int
    data: bytes


def truncated(data: bytes, random: Random) -> bytes:
    """The file up to a random place."""
    return data[: random.randrange(len(data) + 1)]


def beheaded(data: bytes, random: Random) -> bytes:
    """The file from a random place on."""
    return data[random.randrange(len(data) + 1) :]


def bits_flipped(data: bytes, random: Random) -> bytes:
    """A few bits of the file the other way round."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 20, 200))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def shuffled(data: bytes, random: Random) -> bytes:
    """The file cut into pieces in another order."""
    count = random.choice((2, 5, 20))
    cuts = sorted(random.randrange(len(data) + 1) for _ in range(count))
    pieces = [data[a:b] for a, b in zip([0, *cuts], [*cuts, len(data)], strict=True)]
    random.shuffle(pieces)
    return b"".join(pieces)


def lines_shuffled(data: bytes, random: Random) -> bytes:
    """The file's lines in another order, some twice."""
    lines = data.split(b"\n")
    return b"\n".join(random.choice(lines) for _ in lines)


def scraps_put_in(data: bytes, random: Random) -> bytes:
    """Scraps of markup strewn over the file."""
    changed = data
    for _ in range(random.randrange(1, 12)):
        at = random.randrange(len(changed) + 1)
        scrap = random.choice(_SCRAPS) * random.choice((1, 1, 3, 200))
        changed = changed[:at] + scrap + changed[at:]
    return changed


def repeated(data: bytes, random: Random) -> bytes:
    """A stretch of the file many times over."""
    start = random.randrange(len(data) + 1)
    stretch = data[start : start + random.choice((1, 10, 100, 1000))]
    return data[:start] + stretch * random.choice((10, 100, 1000)) + data[start:]


def huge_cell(data: bytes, random: Random) -> bytes:
    """One place of the file with a very long text in it."""
    at = random.randrange(len(data) + 1)
    word = random.choice((b"a", b"word ", b"- ", b"<b>", b"* ", b"1.", b"\t", b"  A"))
    return data[:at] + word * (200_000 // len(word)) + data[at:]


def nested(data: bytes, random: Random) -> bytes:
    """Markup opened again and again without an end."""
    opened = random.choice(
        (
            b"<div>",
            b"<table><tr><td>",
            b"<ul><li>",
            b"<w:tbl><w:tr><w:tc>",
            b"> ",
            b"- ",
            b"[",
            b"<b>",
        )
    )
    at = random.choice((0, random.randrange(len(data) + 1)))
    return data[:at] + opened * random.choice((50, 500, 5000)) + data[at:]


def wrong_encoding(data: bytes, random: Random) -> bytes:
    """The file's text in an encoding that it does not name."""
    text = data.decode("utf-8", errors="replace")
    return text.encode(random.choice(_ENCODINGS), errors="replace")


def zeroed(data: bytes, random: Random) -> bytes:
    """A stretch of the file wiped out."""
    start = random.randrange(len(data) + 1)
    length = random.choice((1, 16, 512, 4096))
    return data[:start] + bytes(min(length, len(data) - start)) + data[start + length :]


def inside_zip(data: bytes, random: Random) -> bytes:
    """For Office files: one part of the zip mutated, the archive itself kept whole."""
    return (
        _repacked(data, random, _mutated_part)
        if data.startswith(b"PK")
        else truncated(data, random)
    )


def parts_missing(data: bytes, random: Random) -> bytes:
    """For Office files: some parts of the zip left out."""
    if not data.startswith(b"PK"):
        return zeroed(data, random)
    return _repacked(data, random, lambda part, chance: None if chance.random() < 0.3 else part)


def inside_streams(data: bytes, random: Random) -> bytes:
    """For PDF files: one compressed stream unpacked, mutated and packed again."""
    starts = [at for at in _found(data, b"stream\n") if data[at + 7 : at + 8] == b"\x78"]
    if not starts:
        return bits_flipped(data, random)
    start = random.choice(starts) + 7
    end = data.find(b"endstream", start)
    try:
        inner = zlib.decompress(data[start:end].rstrip(b"\n"))
    except zlib.error:
        return truncated(data, random)
    changed = zlib.compress(random.choice(_PLAIN)(inner, random))
    return data[:start] + changed + b"\n" + data[end:]


def _found(data: bytes, what: bytes) -> Iterator[int]:
    at = data.find(what)
    while at >= 0:
        yield at
        at = data.find(what, at + 1)


def _mutated_part(part: bytes, random: Random) -> bytes | None:
    return random.choice(_PLAIN)(part, random) if random.random() < 0.5 else part


def _repacked(
    data: bytes, random: Random, change: Callable[[bytes, Random], bytes | None]
) -> bytes:
    saved = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            part = old.read(entry)
            main = entry.endswith(("document.xml", "sheet1.xml", "sharedStrings.xml"))
            changed = change(part, random) if main or random.random() < 0.2 else part
            if changed is not None:
                new.writestr(entry, changed)
    return saved.getvalue()


_PLAIN: tuple[Mutation, ...] = (
    truncated,
    beheaded,
    bits_flipped,
    shuffled,
    lines_shuffled,
    scraps_put_in,
    repeated,
    huge_cell,
    nested,
    wrong_encoding,
    zeroed,
)
MUTATIONS: tuple[Mutation, ...] = (*_PLAIN, inside_zip, parts_missing, inside_streams)


def mutants(data: bytes, count: int, seed: int = 0) -> Iterator[Mutant]:
    """So many variants of the bytes, every kind of mutation in turn, two at once now and then."""
    for number in range(count):
        random = Random(f"{seed}-{number}")
        mutation = MUTATIONS[number % len(MUTATIONS)]
        changed = mutation(data, random)
        if random.random() < 0.2:
            changed = random.choice(_PLAIN)(changed, random)
        yield Mutant(mutation.__name__, number, changed)
