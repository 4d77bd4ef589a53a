"""The readings that visitors look at just now, kept open so that a long plan is not read at each page."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TypeVar, cast

from oneplan.document.files import from_json
from oneplan.document.schema import PlanDocument
from oneplan.vocabulary.findings import Finding
from oneplan.website.jobs.reading_files import ACCEPTED, FINDINGS, PLAN, ReadingFolder
from oneplan.website.open_plan import OpenPlan
from oneplan.website.said_of_findings import Acceptances

_MOST = 4
_NAME = "the file of accepted findings"
_Plan = TypeVar("_Plan", bound=OpenPlan)
As = Callable[[str, PlanDocument, list[Finding], Acceptances | None], _Plan]
_lock = Lock()
_opened: OrderedDict[ReadingFolder, tuple[int, OpenPlan]] = OrderedDict()


def visitors_plan(
    name: str, plan: PlanDocument, findings: list[Finding], said: Acceptances | None
) -> OpenPlan:
    """A visitor's own reading."""
    return OpenPlan("reading", name, plan, findings, said)


def opened(folder: ReadingFolder, kind: As[_Plan]) -> _Plan:
    """The plan of a reading that ended well. Whose reading it is, is always opened as the same kind.

    Raises:
        OSError: the folder has just been deleted.
    """
    changed = (folder.path / PLAN).stat().st_mtime_ns
    with _lock:
        held = _opened.get(folder)
        if held and held[0] == changed:
            _opened.move_to_end(folder)
            return cast(_Plan, held[1])
    plan = _open(folder, kind)
    with _lock:
        _opened[folder] = (changed, plan)
        for other in [other for other in _opened if not other.path.exists()]:
            del _opened[other]
        while len(_opened) > _MOST:
            _opened.popitem(last=False)
    return plan


def forget(folder: ReadingFolder) -> None:
    """Lets go of a reading that is being deleted."""
    with _lock:
        _opened.pop(folder, None)


def _open(folder: ReadingFolder, kind: As[_Plan]) -> _Plan:
    plan = from_json(folder.text(PLAN))
    findings = [Finding.model_validate(each) for each in json.loads(folder.text(FINDINGS))["pen"]]
    accepted = folder.path / ACCEPTED
    said = Acceptances.read(accepted.read_bytes(), _NAME) if accepted.exists() else None
    return kind(folder.name, plan, findings, said)
