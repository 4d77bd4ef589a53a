"""Plans that set out their outcomes in prose first and their actions in tables after it."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.schema import Element, PlanDocument, StatementKind
from oneplan.exchange.plan_readers.blocks import SourceDocument
from oneplan.exchange.plan_readers.drafts import plain
from oneplan.exchange.plan_readers.narrative.front_matter import read_front_matter
from oneplan.exchange.plan_readers.narrative.narrative import organisations, read_prose
from oneplan.exchange.plan_readers.narrative.outline import Outline

_FEWEST_BLOCKS = 20
_FEWEST_SAYINGS = 8
_SAYS_SOMETHING: frozenset[StatementKind] = frozenset(
    {"activity", "success", "evidence", "said", "achieved"}
)


def prose_before(document: SourceDocument, begins_at: int) -> Outline | None:
    """What the prose before the first part with actions sets out.

    None where it only introduces the plan, as most action plans do.
    """
    if begins_at < _FEWEST_BLOCKS:
        return None
    blocks = document.blocks[:begins_at]
    outline, _ = read_prose(blocks, read_front_matter(blocks, document.name))
    sayings = sum(
        sum(said.kind in _SAYS_SOMETHING for said in element.statements) + len(element.measures)
        for element in _walk(outline.elements)
    )
    return outline if sayings >= _FEWEST_SAYINGS else None


def with_prose(plan: PlanDocument, outline: Outline) -> PlanDocument:
    """The action plan with its prose: parts set out in both are one, the others stand before."""
    known = {plain(element.title): element for element in _walk(plan.elements)}
    before = [element for element in outline.elements if not _merged(element, known)]
    return plan.model_copy(
        update={
            "statements": [*outline.statements, *plan.statements],
            "elements": [*before, *plan.elements],
            "organisations": organisations(outline.elements),
            "glossary": [*outline.glossary, *plan.glossary],
        }
    )


def _merged(element: Element, known: dict[str, Element]) -> bool:
    same = known.get(plain(element.title))
    if same is None:
        return False
    same.statements = [*element.statements, *same.statements]
    same.measures = [*element.measures, *same.measures]
    same.members = [*same.members, *element.members]
    same.indicators = [*element.indicators, *same.indicators]
    same.actions = [*element.actions, *same.actions]
    same.children = [
        *(child for child in element.children if not _merged(child, known)),
        *same.children,
    ]
    return True


def _walk(elements: list[Element]) -> Iterator[Element]:
    pending = list(elements)
    while pending:
        element = pending.pop()
        yield element
        pending.extend(element.children)
