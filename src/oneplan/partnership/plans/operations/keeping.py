"""Documents kept as they were: frozen versions, and what was brought in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from oneplan.document.schema import PlanDocument
from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.partnership.plans.happened import happened
from oneplan.partnership.plans.models import Import, Plan, Version
from oneplan.partnership.plans.operations.change import Changed, Edit, made
from oneplan.partnership.plans.operations.locked import (
    ChangedSince,
    Doing,
    Recorded,
    locked,
    recorded,
    standing,
)
from oneplan.partnership.plans.operations.storable import storable
from oneplan.partnership.plans.parts.changes import applied, changes_between
from oneplan.partnership.plans.parts.document import document_of
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.part import PLAN, Parts
from oneplan.partnership.plans.parts.taken import as_rows, left_of, taken
from oneplan.partnership.plans.past import parts_at
from oneplan.partnership.plans.rows import write_changes

_LONGEST_NAME = 300
_NO_ADDRESS = re.compile(r"[/\\]|^\.+$")
"""What a version's page could not have as its address."""
_LONGEST_NUMBER = 40


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that a document was read from: its name and the SHA-256 of its bytes in 64 digits.

    ``reading`` names the reading of the file that is brought in, once; empty where nobody can do so twice.
    """

    name: str
    fingerprint: str
    reading: str = ""


def source_file(name: str, content: bytes, reading: str = "") -> SourceFile:
    """A file by its name and what is in it; of a long name only the end."""
    return SourceFile(storable(name)[-_LONGEST_NAME:], sha256(content).hexdigest(), reading)


def brought_in(file: SourceFile, partnership: Partnership) -> Import | None:
    """What came of the reading of the file before, with its plan; None where nothing did yet."""
    if not file.reading:
        return None
    own = Import.objects.filter(plan__partnership=partnership, reading=file.reading)
    return own.select_related("plan").first()


@requires(Permission.FREEZE_VERSIONS)
@transaction.atomic
def freeze_version(
    *, plan: str, number: str, note: str, seen: int | None, by: Member, at: datetime
) -> Recorded:
    """Keeps the plan as it was seen as a version for good; the plan bears its number from now on.

    ``seen`` is None for whoever wants it as it stands, whatever others have changed since they looked. Who
    asks for the same once more, having seen the same, has frozen it once.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not freeze versions.
        ChangedSince: the plan is not any more as it was seen.
        Refused: the number is empty, too long, or another version's.
    """
    row, note = locked(plan, by), storable(note)
    before = Version.objects.filter(plan=row, number=_plain(number), note=note).first()
    again = seen is None or (before and seen in _before_it(before))
    if before and before.by_key == by.actor.key and again:
        return Recorded(before.revision, "")
    if seen not in (None, row.revision):
        raise ChangedSince(row.revision)
    number = _number(row, number)
    now = standing(row)
    changes = with_fields(now.parts, PLAN, {"version": number})
    parts = applied(now.parts, changes)
    write_changes(row, changes, parts, at)
    frozen = Happened("version", number, number, None, {"number": number}, note)
    events = [*(happened(change, now.parts, parts) for change in changes), frozen]
    doing = Doing(row, by, at, "freeze", note)
    done = recorded(doing, events)
    Version.objects.create(plan=row, number=number, note=note, **_kept(doing, parts, done))
    return done


def _plain(number: str) -> str:
    return " ".join(storable(number).split())


def _before_it(version: Version) -> range:
    """The revisions that one may have seen who froze a version: its freezing is an event, or two."""
    return range(version.revision - 2, version.revision)


def _number(row: Plan, number: str) -> str:
    number = _plain(number)
    if not number:
        raise Refused({"number": "Enter a number for the version, such as 1.0"})
    if len(number) > _LONGEST_NUMBER:
        raise Refused({"number": f"The number must have at most {_LONGEST_NUMBER} characters"})
    if _NO_ADDRESS.search(number):
        raise Refused({"number": "Enter a number without slashes, such as 1.0"})
    if Version.objects.filter(plan=row, number=number).exists():
        raise Refused({"number": f"There is a version {number} already. Enter another number"})
    return number


def _kept(doing: Doing, parts: Parts, done: Recorded) -> dict[str, Any]:
    document: PlanDocument = document_of(parts)
    return {
        "document": storable(document.model_dump(mode="json", exclude_defaults=True)),
        "revision": done.revision,
        "by_key": doing.by.actor.key,
        "by_label": doing.by.actor.label[:_LONGEST_NAME],
        "at": doing.at,
    }


def keep_import(
    doing: Doing, parts: Parts, file: SourceFile, done: Recorded, base: Parts | None = None
) -> None:
    """Keeps what was read of a file beside the plan; part of the operation that brings it in.

    ``base`` is what of it the plan took, where that is not all.
    """
    base = parts if base is None else base
    Import.objects.create(
        plan=doing.plan,
        file=file.name,
        fingerprint=file.fingerprint,
        reading=file.reading,
        base=storable(as_rows(base)),
        left=storable(left_of(base, parts)),
        **_kept(doing, parts, done),
    )


@requires(Permission.IMPORT_PLANS)
@transaction.atomic
def import_again(
    *,
    plan: str,
    before: Parts,
    read: Parts,
    file: SourceFile,
    edit: Edit,
    seen: int,
    by: Member,
    at: datetime,
) -> Changed:
    """Brings a plan up to date with a newer document: makes the edit that was chosen and keeps the document.

    ``before`` and ``read`` are what :func:`second_reading` says of the whole document, ``edit`` gives those
    of its changes that are wanted. What conflicts is left as it is in the plan; the rest is made. What
    the plan does not say then is a difference of the next document again. Nothing is done where the
    reading has been brought in already.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not import plans, or not edit them.
        NeverWas: the plan never had the revision ``seen``.
    """
    doing = Doing(locked(plan, by), by, at, "import", file.name)
    if brought_in(file, by.partnership):
        return Changed(doing.plan.revision, (), ())
    changed = made(doing, edit, seen=seen, despite=True)
    told = {"file": file.name, "fingerprint": file.fingerprint}
    done = recorded(doing, [Happened("import", file.fingerprint, file.name, None, told)])
    keep_import(doing, read, file, done, taken(before, read, standing(doing.plan).parts))
    return Changed(done.revision, changed.changes, changed.conflicts, changed.batch)


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def go_back(
    *, plan: str, number: str, seen: int, by: Member, at: datetime, note: str = ""
) -> Changed:
    """Makes the plan what it was in a version. Nothing is changed where others have changed it since seen.

    Raises:
        NotThere: the partnership has no such plan, or the plan no such version.
        NotAllowed: the member may not edit plans.
    """
    row = locked(plan, by)
    version = Version.objects.filter(plan=row, number=number).only("revision").first()
    if version is None:
        raise NotThere(f"There is no version {number} of this plan.")
    then = parts_at(row.pk, standing(row), version.revision)
    doing = Doing(row, by, at, "go back", storable(note) or f"Back to version {number}")
    return made(doing, lambda shown: changes_between(shown, then), seen=seen)
