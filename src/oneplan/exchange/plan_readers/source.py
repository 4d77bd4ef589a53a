"""A file of any format to blocks: the format recognised by what the bytes are, not what they are called."""

from __future__ import annotations

from oneplan.exchange.plan_readers.blocks import SourceDocument, UnreadableFile
from oneplan.exchange.plan_readers.formats import FORMATS


def read_source(data: bytes, name: str) -> SourceDocument:
    """The file as blocks in reading order, with what was noticed on the way.

    ``name`` is the file's name as the user knows it. Raises UnreadableFile, and nothing else.
    """
    if not data.strip():
        raise UnreadableFile(f"“{name}” is empty.", "Choose the file that holds the plan.")
    chosen = next(each for each in FORMATS if each.name == "text")
    contents = chosen.read(data, name)
    return SourceDocument(name, chosen.name, contents.blocks, contents.findings)
