"""Files as the commands take and give them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oneplan.commandline.outcome import CouldNot

if TYPE_CHECKING:
    from oneplan.exchange.plan_readers.reading import Reading
    from oneplan.exchange.plan_readers.tables.roles import Role

Output = Annotated[Path | None, typer.Option("-o", "--output", help="Where to write it.")]
Columns = Annotated[
    list[str] | None,
    typer.Option(help="What a column holds where its header does not say: 'Who=leads'."),
]


def bytes_of(path: Path) -> bytes:
    """What a file holds.

    Raises:
        CouldNot: there is no such file, or it may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CouldNot(f"There is no file {path}.", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise CouldNot(f"{path} is a folder.", "Name a file in it.") from None
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise CouldNot(
            f"{path} cannot be read: {reason}.", "Close it elsewhere, or copy it."
        ) from error


def reading_of(path: Path, columns: list[str] | None = None) -> Reading:
    """The plan that a file holds, with the reader's findings and the mapping of its columns.

    ``columns`` are what ``--column`` says, "HEADER=ROLE" each.

    Raises:
        CouldNot: the file cannot be read as a plan at all, or a column is not said rightly.
    """
    from oneplan.exchange.plan_readers.blocks import UnreadableFile
    from oneplan.exchange.plan_readers.reading import read_plan

    mapping = _mapping(columns or [])
    content = bytes_of(path)
    try:
        return read_plan(content, path.name, mapping=mapping)
    except UnreadableFile as error:
        raise CouldNot(f"{path}: {error}", error.cure) from error
    except Exception as error:
        fault = f"{path} made the reader fail ({type(error).__name__}); the fault is oneplan's."
        raise CouldNot(fault, "Save it in another format, and report the fault.") from error


def _mapping(columns: list[str]) -> dict[str, Role]:
    from oneplan.exchange.plan_readers.tables.roles import ROLES

    roles: dict[str, Role] = {role: role for role in ROLES}
    mapping = {}
    for entry in columns:
        header, _, role = entry.rpartition("=")
        if not header.strip():
            raise CouldNot(f"--column {entry!r} is not HEADER=ROLE.", "Write 'Who=leads'.")
        if role.strip() not in roles:
            raise CouldNot(f"There is no role {role.strip()!r}.", f"The roles: {', '.join(ROLES)}.")
        mapping[header.strip()] = roles[role.strip()]
    return mapping


def give(text: str, output: Path | None) -> None:
    """Writes to the file, or to standard output where none is named; UTF-8 in both.

    Raises:
        CouldNot: the file cannot be written.
    """
    if output is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or "the place is not there"
        raise CouldNot(f"{output} cannot be written: {reason}.", "Choose another place.") from error
