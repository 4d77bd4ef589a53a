"""A file of any format to blocks: the format recognised by what the bytes are, not what they are called."""

from __future__ import annotations

from pathlib import PurePath

from oneplan.exchange.plan_readers.blocks import SourceDocument, UnreadableFile
from oneplan.exchange.plan_readers.bounds import within_bounds
from oneplan.exchange.plan_readers.collection import collection_paused
from oneplan.exchange.plan_readers.formats import FORMATS, Format
from oneplan.exchange.plan_readers.limits import check_size
from oneplan.exchange.plan_readers.recognition import recognise
from oneplan.vocabulary.findings import Finding, Source

_BY_NAME = {each.name: each for each in FORMATS}
_PLAN_FILES = frozenset({"json", "yaml"})
_OFFICE = frozenset({".docx", ".doc", ".xlsx", ".xls", ".pdf", ".ppt", ".pptx", ".rtf", ".odt"})


def recognised_format(data: bytes, name: str) -> str:
    """The format's name: docx, xlsx, pdf, html, markdown, csv, text, json or yaml.

    json and yaml are plan documents already and belong to ``oneplan.document.files``. Raises
    UnreadableFile for everything that is no document.
    """
    check_size(data, name)
    return recognise(data, name)


def read_source(data: bytes, name: str) -> SourceDocument:
    """The file as blocks in reading order, with what was noticed on the way.

    ``name`` is the file's name as the user knows it. Raises UnreadableFile, and nothing else.
    """
    known = recognised_format(data, name)
    if known in _PLAN_FILES:
        raise UnreadableFile(
            f"“{name}” holds {known.upper()} data, not a document with text and tables.",
            "Choose the plan as Word, Excel, PDF, a web page or plain text.",
        )
    chosen = _BY_NAME[known]
    try:
        with collection_paused(pause=not chosen.makes_cycles):
            contents = chosen.read(data, name)
    except UnreadableFile:
        raise
    except (MemoryError, RecursionError) as error:
        raise UnreadableFile(
            f"“{name}” is too deeply nested or too large to be read.",
            "Copy the plan's text and tables into a new document and read that.",
        ) from error
    blocks, cut = within_bounds(contents.blocks)
    findings = (*_wrong_extension(chosen, name), *contents.findings, *cut)
    return SourceDocument(name, chosen.name, blocks, findings)


def _wrong_extension(chosen: Format, name: str) -> tuple[Finding, ...]:
    extension = PurePath(name).suffix.lower()
    known = any(extension in each.extensions for each in FORMATS) or extension in _OFFICE
    text_like = chosen.name in {"text", "csv", "markdown"} and extension not in _OFFICE
    if not known or extension in chosen.extensions or text_like:
        return ()
    return (
        Finding(
            rule="wrong-extension",
            severity="info",
            message=f"The file is called {extension} but is {chosen.title}; it was read as that.",
            fix=f"Rename it to end in {chosen.extensions[0]}.",
            source=Source(file=name),
        ),
    )
