"""The ledger: a file of all that was published, so that later tables do not undo earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from oneplan.evidence.disclosure.publications import Publication, Record
from oneplan.evidence.observations.durable import only_writer, write_durably


class UnusableLedger(Exception):
    """The file is no ledger. ``str()`` says why in a sentence; ``cure`` what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


class Ledger(Record):
    """All publications that later ones must not undo, the oldest first."""

    note: Literal["Holds counts that were withheld. Not to be published."] = (
        "Holds counts that were withheld. Not to be published."
    )
    version: Literal[1] = 1
    publications: tuple[Publication, ...] = ()


def load_ledger(path: Path) -> Ledger:
    """The ledger in a file; an empty one where there is no file yet.

    Raises:
        UnusableLedger: the file is no ledger.
    """
    try:
        return Ledger.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Ledger()
    except (ValidationError, OSError) as error:
        raise UnusableLedger(
            f"{path} cannot be read as a ledger of what was published.",
            "Name another file, or bring it back from a copy: without it nothing is safe.",
        ) from error


def remember(path: Path, publications: Sequence[Publication], after: Ledger) -> bool:
    """Adds publications to the ledger in a file, all at once; False where it tells the same already.

    ``after`` is the ledger by which they were cleared.

    Raises:
        UnusableLedger: the file is no ledger, or something else was added to it since.
        OSError: the file cannot be written.
    """
    with only_writer(path.parent):
        ledger = load_ledger(path)
        if ledger != after:
            raise UnusableLedger(
                f"Something was added to {path} while these tables were worked on.",
                "Ask again: what was published meanwhile may stand in their way.",
            )
        held = list(ledger.publications)
        for publication in publications:
            if not any(one.says_the_same(publication) for one in held):
                held.append(publication)
        if len(held) == len(ledger.publications):
            return False
        longer = ledger.model_copy(update={"publications": tuple(held)})
        write_durably(path, longer.model_dump_json(indent=1).encode())
        path.chmod(0o600)
    return True
