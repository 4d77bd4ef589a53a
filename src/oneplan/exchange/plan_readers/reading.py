"""A plan read from any file: the draft, what was noticed, and what the columns were taken for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath

from oneplan.document.files import from_json, from_yaml
from oneplan.document.identity import with_ids
from oneplan.document.schema import PlanDocument
from oneplan.exchange.plan_readers.blocks import SourceDocument
from oneplan.exchange.plan_readers.compose import Composed, compose
from oneplan.exchange.plan_readers.narrative.front_matter import read_front_matter
from oneplan.exchange.plan_readers.narrative.narrative import read_narrative
from oneplan.exchange.plan_readers.notices import notices
from oneplan.exchange.plan_readers.source import read_source
from oneplan.exchange.plan_readers.tables.headers import CallerMapping, by_words
from oneplan.exchange.plan_readers.tables.roles import ColumnMapping
from oneplan.vocabulary.findings import Finding, fingerprinted

_PLAN_FILES = {".json": from_json, ".yaml": from_yaml, ".yml": from_yaml}


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan as read. ``source`` is None for a file that was a plan document already.

    ``findings`` are those of the plan too; ``columns`` tells what each header was taken for.
    """

    plan: PlanDocument
    findings: tuple[Finding, ...] = ()
    source: SourceDocument | None = None
    columns: tuple[ColumnMapping, ...] = field(default=())


def read_plan(data: bytes, name: str, *, mapping: CallerMapping | None = None) -> Reading:
    """Read a plan from the bytes of a file.

    ``mapping`` gives header texts the role that the caller wants for them. Raises
    :class:`~oneplan.exchange.plan_readers.blocks.UnreadableFile` where nothing can be read; anything
    less is a finding.
    """
    reader = _PLAN_FILES.get(PurePath(name).suffix.casefold())
    if reader is not None:
        plan = reader(data)
        return Reading(plan, tuple(plan.findings))
    document = read_source(data, name)
    composed = compose(document, by_words(mapping))
    runs = composed.actions and not _is_parallel(composed)
    plan = _action_plan(document, composed) if runs else read_narrative(document)
    found = fingerprinted(
        [*document.findings, *plan.findings, *composed.findings, *notices(document, plan)]
    )
    plan = with_ids(plan.model_copy(update={"findings": found}))
    return Reading(plan, tuple(found), document, tuple(composed.mappings))


def _is_parallel(composed: Composed) -> bool:
    """Whether the tables only set outcome measures beside priorities: two lists, not rows of actions.

    In a table of actions the action comes first.
    """
    roles = [[column.role for column in mapping.columns] for mapping in composed.mappings]
    return bool(roles) and all(found == ["measures", "action"] for found in roles)


def _action_plan(document: SourceDocument, composed: Composed) -> PlanDocument:
    front = read_front_matter(document.blocks, document.name)
    used = set(front.lines)
    statements = [
        statement
        for statement in composed.statements
        if " ".join(statement.text.split()) not in used
    ]
    return PlanDocument(
        title=front.title,
        partnership=front.partnership,
        period=front.period,
        version=front.version,
        statements=[*([front.vision] if front.vision else []), *statements],
        elements=composed.elements,
        glossary=composed.glossary,
        places=composed.places,
    )
