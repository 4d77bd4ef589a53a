"""The plans of this site: files in a folder, each read and checked once and again when it changes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from django.conf import settings

from oneplan.document.files import NotAPlanDocument, from_json, from_yaml
from oneplan.document.identity import with_ids
from oneplan.document.lint import acceptances
from oneplan.document.lint.facts import Known
from oneplan.document.lint.lint import lint
from oneplan.exchange.known import load_known
from oneplan.website.open_plan import OpenPlan
from oneplan.website.said_of_findings import Acceptances

_READERS = {".json": from_json, ".yaml": from_yaml, ".yml": from_yaml}
_log = logging.getLogger(__name__)
_lock = Lock()
_opened: dict[Path, _Opened] = {}


@dataclass(frozen=True, slots=True)
class _Opened:
    """A plan as it was when it was read, with its accepted findings; none where it could not be."""

    state: tuple[tuple[int, int] | None, tuple[int, int] | None]
    plan: OpenPlan | None


def plans() -> Iterator[OpenPlan]:
    """The plans on the shelf, by file name. A file that is no plan is passed over and logged."""
    for file in _files().values():
        opened = _open(file)
        if opened:
            yield opened


def plan_named(name: str) -> OpenPlan | None:
    """The plan whose file has this name, None where there is none."""
    file = _files().get(name)
    return _open(file) if file else None


@cache
def known() -> Known:
    """What oneplan knows of indicators, bodies and acronyms, read once."""
    return load_known()


def _files() -> dict[str, Path]:
    folder: Path = settings.ONEPLAN_DATA / "plans"
    if not folder.is_dir():
        return {}
    files = (file for file in sorted(folder.iterdir()) if file.suffix.lower() in _READERS)
    return {
        file.stem: file
        for file in files
        if file.is_file() and not file.name.endswith(acceptances.SUFFIX)
    }


def _open(file: Path) -> OpenPlan | None:
    state = (_state(file), _state(_accepted(file)))
    with _lock:
        held = _opened.get(file)
        if held and held.state == state:
            return held.plan
        plan = _read(file)
        _opened[file] = _Opened(state, plan)
        return plan


def _accepted(file: Path) -> Path:
    return file.with_name(file.name + acceptances.SUFFIX)


def _state(file: Path) -> tuple[int, int] | None:
    """When a file changed and how large it is; None where there is none."""
    try:
        state = file.stat()
    except FileNotFoundError:
        return None
    return state.st_mtime_ns, state.st_size


def _read(file: Path) -> OpenPlan | None:
    try:
        plan = with_ids(_READERS[file.suffix.lower()](file.read_bytes()))
    except NotAPlanDocument as error:
        _log.warning("%s on the shelf cannot be read: %s", file.name, error)
        return None
    beside = _accepted(file)
    accepted = Acceptances.read(beside.read_bytes(), beside.name) if beside.is_file() else None
    return OpenPlan("plan", file.stem, plan, lint(plan, known()), accepted)
