"""A plan read from any file: the draft, what was noticed, and what the columns were taken for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from oneplan.document.files import NotAPlanDocument, from_json, from_yaml
from oneplan.document.identity import with_ids
from oneplan.document.schema import PlanDocument, Statement
from oneplan.exchange.plan_readers.bands import part_bands
from oneplan.exchange.plan_readers.blocks import SourceDocument, UnreadableFile
from oneplan.exchange.plan_readers.cards import cards_as_tables
from oneplan.exchange.plan_readers.collection import collection_paused
from oneplan.exchange.plan_readers.compose import compose
from oneplan.exchange.plan_readers.composed import Composed
from oneplan.exchange.plan_readers.front_parts import without_front
from oneplan.exchange.plan_readers.limits import LIMITS, check_size
from oneplan.exchange.plan_readers.named_leads import name_leads
from oneplan.exchange.plan_readers.narrative.cues import heading_cue
from oneplan.exchange.plan_readers.narrative.folding import fold_cued_sections
from oneplan.exchange.plan_readers.narrative.front_matter import read_front_matter
from oneplan.exchange.plan_readers.narrative.narrative import read_narrative
from oneplan.exchange.plan_readers.notices import notices
from oneplan.exchange.plan_readers.prose_before import prose_before, with_prose
from oneplan.exchange.plan_readers.quarters import date_quarters
from oneplan.exchange.plan_readers.source import read_source
from oneplan.exchange.plan_readers.tables.headed_tables import with_actions_of_cards
from oneplan.exchange.plan_readers.tables.headers import CallerMapping, by_words
from oneplan.exchange.plan_readers.tables.roles import ColumnMapping, Role
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
        return _passed_through(data, name, reader)
    document = read_source(data, name)
    with collection_paused():
        return _understood(document, by_words(mapping))


def _understood(document: SourceDocument, roles: Mapping[str, Role]) -> Reading:
    """What the blocks of a document say as a plan."""
    document = cards_as_tables(document)
    carded = replace(document, blocks=with_actions_of_cards(document.blocks))
    composed = compose(carded, roles)
    if not composed.actions or _is_parallel(composed):
        composed = Composed()
        plan = read_narrative(document)
    else:
        composed, plan = _with_actions(carded, composed, roles)
    name_leads(plan.elements)
    date_quarters(plan)
    found = fingerprinted(
        [*document.findings, *plan.findings, *composed.findings, *notices(document, plan)]
    )
    plan = with_ids(plan.model_copy(update={"findings": found}))
    return Reading(plan, tuple(found), document, tuple(composed.mappings))


def _passed_through(data: bytes, name: str, reader: Callable[[bytes], PlanDocument]) -> Reading:
    """A file that is a plan document already."""
    check_size(data, name, LIMITS.data_size)
    try:
        plan = reader(data)
    except NotAPlanDocument as error:
        raise UnreadableFile(
            str(error), "Correct the file, or read the plan again from its own document."
        ) from error
    return Reading(plan, tuple(plan.findings))


def _with_actions(
    document: SourceDocument, composed: Composed, roles: Mapping[str, Role]
) -> tuple[Composed, PlanDocument]:
    """The plan of a document with action tables, and of the prose that may stand before them."""
    prose = prose_before(document, composed.begins_at)
    if prose is None:
        return composed, _action_plan(document, composed)
    rest = replace(document, blocks=document.blocks[composed.begins_at :])
    composed = compose(rest, roles)
    return composed, with_prose(_action_plan(document, composed), prose)


def _is_parallel(composed: Composed) -> bool:
    """Whether the tables only set outcome measures beside priorities: two lists, not rows of actions.

    In a table of actions the action comes first.
    """
    roles = [[column.role for column in mapping.columns] for mapping in composed.mappings]
    if not roles:
        return False
    return all(found == ["measures", "action"] for found in roles) or all(
        _tells_why(mapping) for mapping in composed.mappings
    )


def _tells_why(mapping: ColumnMapping) -> bool:
    """Whether the columns are a narrative's ("Priority | Why this matters | What we will do"), without leads or dates."""
    cues = [heading_cue(column.header) for column in mapping.columns]
    known = [cue.role for cue in cues if cue is not None]
    return len(known) == len(cues) and "evidence" in known and "lead" not in known


def _action_plan(document: SourceDocument, composed: Composed) -> PlanDocument:
    front = read_front_matter(document.blocks, document.name)
    used = set(front.lines)
    parts, said_below = without_front(composed.elements, front)
    statements = [
        statement
        for statement in [*said_below, *composed.statements]
        if " ".join(statement.text.split()) not in used
    ]
    elements, said = fold_cued_sections(part_bands(parts))
    told = {statement.text for statement in [*statements, *said]}
    vision = [front.vision] if front.vision and front.vision.text not in told else []
    statements = [_with_its_kind(statement, front.vision) for statement in statements]
    return PlanDocument(
        title=front.title,
        partnership=front.partnership,
        period=front.period,
        version=front.version,
        statements=[*vision, *said, *statements],
        elements=elements,
        glossary=composed.glossary,
        places=composed.places,
    )


def _with_its_kind(statement: Statement, vision: Statement | None) -> Statement:
    if vision is None or statement.text != vision.text:
        return statement
    return statement.model_copy(update={"kind": "vision"})
