"""The parts of an Office file (a zip of XML), read within limits that no header can talk round."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from oneplan.exchange.plan_readers.blocks import UnreadableFile
from oneplan.exchange.plan_readers.limits import LIMITS, Limits

_CHUNK = 1 << 18
_FREE_OF_RATIO = 1_000_000
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another: its id, the last word of its type, and the part's path."""

    id: str
    kind: str
    target: str


class OfficeZip:
    """An opened Office file. Raises UnreadableFile where the archive is broken or a bomb."""

    def __init__(self, data: bytes, name: str, limits: Limits = LIMITS) -> None:
        self.name = name
        self._limits = limits
        self._inflated = 0
        self.damaged_parts: list[str] = []
        """Parts that broke off when they were read as XML."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise broken(name) from error
        if len(entries) > limits.entries:
            raise _bomb(name)
        self._entries = {entry.filename.lstrip("/"): entry for entry in entries}
        self._folded = {path.casefold(): path for path in self._entries}

    def __contains__(self, path: str) -> bool:
        return path.casefold() in self._folded

    def paths(self) -> Iterator[str]:
        """The paths of all parts."""
        return iter(self._entries)

    def read(self, path: str) -> bytes:
        """The inflated bytes of a part; UnreadableFile where it is broken, too large or missing."""
        entry = self._entries.get(self._folded.get(path.casefold(), ""))
        if entry is None or entry.flag_bits & 0x1:
            raise broken(self.name)
        chunks, size = [], 0
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._check(size, len(chunk), entry.compress_size)
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise broken(self.name) from error
        except (NotImplementedError, RuntimeError, MemoryError) as error:
            raise broken(self.name) from error
        return b"".join(chunks)

    def _check(self, size: int, new: int, compressed: int) -> None:
        self._inflated += new
        if size > self._limits.part_size or self._inflated > self._limits.parts_size:
            raise _bomb(self.name)
        if size > _FREE_OF_RATIO and size > self._limits.ratio * max(compressed, 1):
            raise _bomb(self.name)

    def xml(self, path: str) -> etree._Element | None:
        """The root of a part of lesser weight (styles, relations), as far as it can be read.

        None where the part is absent. One that breaks off is remembered in ``damaged_parts``.
        """
        if path not in self:
            return None
        data = self.read(path)
        try:
            return parse_xml(data, self.name)
        except etree.XMLSyntaxError:
            self.damaged_parts.append(path)
        try:
            return etree.fromstring(data, xml_parser(recover=True))
        except etree.XMLSyntaxError:
            return None

    def relations(self, path: str) -> list[Relation]:
        """What a part links to inside the file; the package itself for an empty path."""
        folder, leaf = posixpath.split(path)
        root = self.xml(posixpath.join(folder, "_rels", f"{leaf}.rels"))
        found = []
        for link in root.iter(_RELATIONS) if root is not None else ():
            if link.get("TargetMode") == "External":
                continue
            target = link.get("Target", "")
            joined = (
                target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            )
            kind = link.get("Type", "").rsplit("/", 1)[-1]
            found.append(Relation(link.get("Id", ""), kind, posixpath.normpath(joined)))
        return found

    def main_part(self, fallback: str) -> str:
        """The path of the document itself."""
        linked = (each.target for each in self.relations("") if each.kind == "officeDocument")
        return next((path for path in linked if path in self), fallback)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root element. No entities, no network; a document type is refused."""
    refuse_doctype(data, name)
    return etree.fromstring(data, xml_parser())


def xml_parser(*, recover: bool = False) -> etree.XMLParser:
    """A parser for XML of strangers: libxml2's own limits on depth and size stay on.

    With ``recover`` it gives what stands before a fault.
    """
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def refuse_doctype(data: bytes, name: str) -> None:
    """Raise UnreadableFile where XML declares a document type: Office never does, bombs do."""
    start = data[:4096].replace(b"\0", b"")
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise UnreadableFile(
            f"“{name}” declares XML entities, which no Office program writes.",
            "Open the file in Word or Excel, save a copy, and read the copy.",
        )


def broken(name: str) -> UnreadableFile:
    """The refusal of a file that is cut short or damaged."""
    return UnreadableFile(
        f"“{name}” is damaged or was not copied completely.",
        "Copy or download the file again, or open it and save a new copy.",
    )


def _bomb(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” unpacks to far more than a plan can hold.",
        "Copy the plan's text and tables into a new document and read that.",
    )
