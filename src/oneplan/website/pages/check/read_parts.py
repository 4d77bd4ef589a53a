"""The parts of a plan as the page of a reading tells them: what each is, what it says, what the red pen found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from oneplan.document.lint.facts import PlacedAction
from oneplan.document.schema import Action, Element, Indicator, Measure, Place, Statement, Term
from oneplan.vocabulary.findings import Source
from oneplan.vocabulary.lists import listed
from oneplan.website.components.findings import shown_finding
from oneplan.website.components.levels import full_name, level_name
from oneplan.website.components.path_to_target import path_to_target
from oneplan.website.components.severities import ShownSeverity
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import counted, due_in_words, sentence, short

_MOST_MEASURES = 8
_STATEMENT_NAMES = {"other": "Text", "said": "We said", "achieved": "We achieved"}

Thing = Element | PlacedAction | Measure | Indicator | Statement | Term | Place
"""A part of the plan that has a place in the source."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sort of finding in a part, and how often it was found there."""

    title: str
    shown: ShownSeverity
    times: int


@dataclass(frozen=True, slots=True)
class ReadPart:
    """What a piece of the source was read as; ``taken`` is False where nothing came of it."""

    what: str
    title: str
    url: str | None = None
    details: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    findings: list[Found] = field(default_factory=list)
    taken: bool = True


def things(opened: OpenPlan) -> Iterator[Thing]:
    """All parts of the plan that may have a place in the source, in the plan's order."""
    yield from opened.plan.statements
    for unit in opened.facts.units:
        if isinstance(unit, PlacedAction):
            yield unit
            continue
        element = unit.element
        yield element
        yield from element.indicators
        yield from element.statements
        yield from element.measures
    yield from opened.plan.glossary
    yield from opened.plan.places


def source_of(thing: Thing) -> Source | None:
    """Where the part stood."""
    return thing.action.source if isinstance(thing, PlacedAction) else thing.source


def words_of(thing: Thing) -> str:
    """The words of the source that the part is known by."""
    if isinstance(thing, PlacedAction):
        return thing.action.text
    if isinstance(thing, Element):
        return thing.title
    if isinstance(thing, Indicator):
        return thing.text or thing.code or ""
    if isinstance(thing, Term):
        return thing.term
    return thing.name if isinstance(thing, Place) else thing.text


def read_part(opened: OpenPlan, thing: Thing, *, in_cells: bool = False) -> ReadPart:
    """What the part says; of an action ``in_cells`` only itself, since its cells say the rest."""
    if isinstance(thing, Element):
        return _with_page(opened, level_name(thing), full_name(thing), thing.id)
    if isinstance(thing, PlacedAction):
        return _action(opened, thing.action, in_cells)
    return _without_page(thing)


def _without_page(thing: Measure | Indicator | Statement | Term | Place) -> ReadPart:
    if isinstance(thing, Measure):
        return ReadPart("Measure", measure_in_words(thing))
    if isinstance(thing, Indicator):
        return ReadPart("Indicator", thing.code or "")
    if isinstance(thing, Term):
        return ReadPart("Word explained", thing.term)
    if isinstance(thing, Place):
        return ReadPart("Place", thing.name)
    return ReadPart(_STATEMENT_NAMES.get(thing.kind, sentence(thing.kind)), "")


def measure_in_words(measure: Measure) -> str:
    """What was understood of a measure: its figures, else its first words."""
    path = path_to_target(measure)
    return f"{short(measure.text, 7)}: {path.sentence}" if path else short(measure.text, 14)


def _action(opened: OpenPlan, action: Action, in_cells: bool) -> ReadPart:
    title = f"{action.ref} {short(action.text, 14)}" if action.ref else short(action.text, 14)
    if in_cells:
        return _with_page(opened, "Action", title, action.id)
    measures = [measure_in_words(measure) for measure in action.measures[:_MOST_MEASURES]]
    return _with_page(opened, "Action", title, action.id, _details(action), measures)


def _with_page(
    opened: OpenPlan,
    what: str,
    title: str,
    id_: str | None,
    details: Sequence[str] = (),
    measures: Sequence[str] = (),
) -> ReadPart:
    url = opened.part_urls.get(id_ or "")
    return ReadPart(what, title, url, list(details), list(measures), _found(opened, id_ or ""))


def _found(opened: OpenPlan, id_: str) -> list[Found]:
    """What the red pen found in a part, each sort of finding once."""
    shown = [shown_finding(opened, each, 0) for each in opened.findings_at.get(id_, ())]
    counts = Counter((each.title, each.shown) for each in shown)
    return [Found(title, severity, times) for (title, severity), times in counts.items()]


def _details(action: Action) -> list[str]:
    money = [each for each in action.funding if each.amount is not None]
    said = [
        f"Due {due_in_words(action.due)}" if action.due else "",
        f"Lead: {listed(action.leads)}" if action.leads else "",
        f"Partners: {short(listed(action.partners), 12)}" if action.partners else "",
        counted(len(action.measures), "measure") if action.measures else "",
        f"Money: {counted(len(money), 'amount')}" if money else "",
    ]
    return [each for each in said if each]
