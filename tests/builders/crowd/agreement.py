"""What a site's database says, and whether its plans, histories, versions and imports agree.

``python -m builders.crowd.agreement`` prints it as one line of JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from builders.served_site import told_by

if TYPE_CHECKING:
    from oneplan.partnership.plans.models import Plan
    from oneplan.partnership.plans.parts.part import Parts

_END_OF_TIME = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Kept:
    """Everything that is kept: ``wrong`` says where two things disagree.

    ``edits`` are all edits of a text in their order: who, which part, before and after. ``texts`` are
    those of the actions by plan and key. ``batches`` is what each person did in one go: who, in which
    stream of the history, as what, and the batch; ``streams`` are those of the plans.
    """

    wrong: list[str] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    edits: list[list[str]] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    streams: dict[str, str] = field(default_factory=dict)
    batches: list[list[str]] = field(default_factory=list)


def kept_by(environment: Mapping[str, str]) -> Kept:
    """What the database of this environment keeps."""
    return Kept(**json.loads(told_by(environment, __name__)))


def kept() -> Kept:
    """What the database keeps."""
    from oneplan.partnership.audit.models import Event  # noqa: PLC0415 - needs Django
    from oneplan.partnership.audit.verification import all_verified  # noqa: PLC0415 - the same
    from oneplan.partnership.plans.models import Plan  # noqa: PLC0415 - the same

    found = Kept()
    found.wrong += map(str, all_verified(until=_END_OF_TIME).breaks)
    for plan in Plan.objects.order_by("pk"):
        found.wrong += [f"{plan.slug}: {wrong}" for wrong in _told(plan, found)]
    names = ("actor_label", "stream", "operation", "batch")
    found.batches = list(map(list, Event.objects.order_by().values_list(*names).distinct()))
    return found


def _told(plan: Plan, found: Kept) -> Iterator[str]:
    """Adds what a plan is and was; gives where it disagrees with itself."""
    from oneplan.partnership.audit.models import Event  # noqa: PLC0415 - needs Django
    from oneplan.partnership.plans.rows import read_parts  # noqa: PLC0415 - the same

    now = read_parts(plan.pk)
    events = list(Event.objects.of_stream(plan.key))
    if now is None or now.revision != len(events):
        yield f"{len(events)} events, and it is {now and now.revision}"
        return
    found.plans.append(plan.title)
    found.texts[plan.title] = {part.key: part["text"] for part in now.parts.of_sort("action")}
    found.edits += [
        [event.actor_label, event.subject, event.before["text"], event.after["text"]]
        for event in events
        if event.sort == "action" and _rewords(event.before, event.after)
    ]
    found.streams[plan.title] = plan.key
    frozen = [event.subject for event in events if event.sort == "version"]
    found.versions += frozen
    yield from _disagreements(plan, frozen)


def _rewords(before: dict[str, Any] | None, after: dict[str, Any] | None) -> bool:
    """Whether a part's text is another after than before; it is there both times."""
    return before is not None and after is not None and before.get("text") != after.get("text")


def _disagreements(plan: Plan, frozen: list[str]) -> Iterator[str]:
    """Where kept documents are not what the plan was at their revisions, by its history."""
    from oneplan.partnership.plans.models import Import, Version  # noqa: PLC0415 - needs Django
    from oneplan.partnership.plans.past import parts_at  # noqa: PLC0415 - the same
    from oneplan.partnership.plans.rows import read_parts  # noqa: PLC0415 - the same

    now = read_parts(plan.pk)
    assert now
    versions = list(Version.objects.filter(plan=plan).order_by("pk"))
    if [each.number for each in versions] != frozen:
        yield f"the history tells of versions {frozen}"
    imports = list(Import.objects.filter(plan=plan))
    if [each.revision for each in imports] != [1]:
        yield f"it was brought in {len(imports)} times"
    for each in (*imports, *versions):
        if _document(parts_at(plan.pk, now, each.revision)) != each.document:
            yield f"{each} is not what the plan was at revision {each.revision}"


def _document(parts: Parts) -> dict[str, Any]:
    from oneplan.partnership.plans.parts.document import document_of  # noqa: PLC0415 - needs Django

    return document_of(parts).model_dump(mode="json", exclude_defaults=True)


def _tell() -> None:
    import django  # noqa: PLC0415 - a program's own

    django.setup()
    sys.stdout.write(json.dumps(asdict(kept())))


if __name__ == "__main__":
    _tell()
