"""The child process: ``python -m oneplan.website.jobs.read_plan FOLDER SECONDS BYTES``.

Reads the upload in the folder, puts plan, findings, source and columns beside it, and says how it
ended. It limits itself before it touches the file; whoever started it watches the clock.
"""

from __future__ import annotations

import json
import sys
import traceback
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from oneplan.document.files import NotAPlanDocument, to_json
from oneplan.document.identity import with_ids
from oneplan.document.lint.lint import lint
from oneplan.exchange.known import load_known
from oneplan.exchange.plan_readers.blocks import UnreadableFile
from oneplan.exchange.plan_readers.reading import read_plan
from oneplan.exchange.plan_readers.tables.roles import ROLES, Role
from oneplan.website.jobs.limits import TOO_LARGE_CODE, end_when_left_alone, limit_myself
from oneplan.website.jobs.reading_files import (
    COLUMNS,
    FAULT,
    FINDINGS,
    PLAN,
    SOURCE,
    UPLOAD,
    End,
    ReadingFolder,
    Request,
)
from oneplan.website.jobs.source_record import pieces

_CALLS_TOLD = 12


def main(arguments: list[str]) -> int:
    """Reads what lies in the folder; 0 where it came to an end, 3 where memory did not suffice.

    Where the reader itself fails, 1, and the folder tells where in our code it was.
    """
    path, seconds, size = arguments
    limit_myself(int(seconds), int(size))
    folder = ReadingFolder(Path(path))
    request = folder.request()
    if request is None:
        return 1
    try:
        read_into(folder, request)
    except MemoryError:
        return TOO_LARGE_CODE
    except Exception as error:
        with suppress(OSError):
            folder.write(FAULT, where_it_failed(error))
        return 1
    return 0


def where_it_failed(error: Exception) -> str:
    """The innermost calls and the error's kind, never its message: that may quote the plan."""
    calls = traceback.extract_tb(error.__traceback__)[-_CALLS_TOLD:]
    lines = [f"  {Path(call.filename).name}:{call.lineno} {call.name}" for call in calls]
    return "\n".join([type(error).__name__, *lines])


def read_into(folder: ReadingFolder, request: Request) -> None:
    """Reads the upload that lies in the folder, and puts down what it gave and how that ended."""
    folder.ended(_read(folder, request))


def _read(folder: ReadingFolder, request: Request) -> End:
    folder.at_step("Reading the file")
    try:
        data = (folder.path / UPLOAD).read_bytes()
        reading = read_plan(data, request.name, mapping=_roles(request))
    except UnreadableFile as error:
        return End("unreadable", str(error), error.cure)
    except NotAPlanDocument as error:
        return End("unreadable", str(error), "Send the plan as a document, or mend the data file.")
    folder.at_step("Going through it with the red pen")
    plan = with_ids(reading.plan)
    found = lint(plan, load_known())
    folder.at_step("Putting the source beside it")
    source = [asdict(piece) for piece in pieces(reading.source)] if reading.source else []
    findings = {
        "reader": [finding.model_dump(mode="json") for finding in reading.findings],
        "pen": [finding.model_dump(mode="json") for finding in found],
    }
    folder.write(PLAN, to_json(plan, indent=None))
    folder.write(FINDINGS, json.dumps(findings))
    folder.write(SOURCE, json.dumps(source))
    folder.write(COLUMNS, json.dumps([asdict(mapping) for mapping in reading.columns]))
    return End("read")


def _roles(request: Request) -> dict[str, Role] | None:
    """The visitor's meanings of columns, those that the readers know."""
    known = {str(role): role for role in ROLES}
    chosen = {header: known[role] for header, role in request.mapping.items() if role in known}
    return chosen or None


if __name__ == "__main__":
    end_when_left_alone()
    sys.exit(main(sys.argv[1:]))
