"""The golden thread: what supports what in a plan, and what nothing supports; its logic model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from oneplan.document.joint_areas import joint_headings
from oneplan.document.schema import Action, Element, PlanDocument, Statement, StatementKind


@dataclass(frozen=True, slots=True)
class Strand:
    """An element with what hangs on it: one row of the thread's table.

    ``depth`` counts from 0 at the top; ``measures`` and ``indicators`` are the element's own,
    ``actions`` its own, ``answers`` the inspection recommendations that its actions name. Where two
    areas share one table, ``joint`` is the heading that names both: what hangs on it serves each of them.
    """

    element: Element
    depth: int
    parent: Element | None
    actions: int
    activities: int
    measures: int
    indicators: int
    measured_actions: int
    answers: int
    joint: Strand | None = None

    @property
    def work(self) -> int:
        """The actions and activities that serve the element, those of its joint heading among them."""
        shared = self.joint.work if self.joint else 0
        return self.actions + self.activities + shared

    @property
    def measured(self) -> int:
        """What is measured of the element: actions with measures, its measures and indicators."""
        shared = self.joint.measured if self.joint else 0
        return self.measured_actions + self.measures + self.indicators + shared


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of an inspection report and the actions that answer it, by reference or first words."""

    report: str
    page: str | None
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five steps of a logic model: its question and what the plan says to it."""

    name: str
    question: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the thread does not reach. ``kind`` is one of :data:`GAPS`."""

    kind: str
    element: Element | None
    action: Action | None
    text: str


GAPS: dict[str, str] = {
    "outcome-without-measure": "No measure or indicator says whether this outcome is reached.",
    "measure-without-action": "This is measured, but no action or activity works towards it.",
    "recommendation-without-action": "Nothing in the plan answers this recommendation.",
    "action-serves-nothing": "This action stands under no outcome or priority.",
}


@dataclass(frozen=True, slots=True)
class Thread:
    """The whole thread of a plan: strands in plan order, answers, gaps and the logic model."""

    strands: tuple[Strand, ...]
    answers: tuple[Answer, ...]
    gaps: tuple[Gap, ...]
    logic_model: tuple[Step, ...]


_AIMS = frozenset({"outcome", "priority", "focus_area", "partnership", "workstream"})


def golden_thread(plan: PlanDocument) -> Thread:
    """What supports what in a plan, from vision to measure, in plan order."""
    joint = _joint_headings(plan)
    strands = tuple(_joined(list(_strands(plan)), joint))
    return Thread(
        strands=strands,
        answers=tuple(_answers(plan)),
        gaps=tuple(_gaps(plan, joint)),
        logic_model=logic_model(plan),
    )


def logic_model(plan: PlanDocument) -> tuple[Step, ...]:
    """The five steps of the plan's logic: vision, outcomes, priorities, work and measures of success.

    A step that the plan does not fill has no items; titles stand in plan order, each once.
    """
    elements = [element for element, _, _ in _walk(plan.elements)]
    statements = [*plan.statements, *(s for element in elements for s in element.statements)]
    tops = [element for element in plan.elements if element.kind in _AIMS]
    outcomes = [element for element in elements if element.kind == "outcome"]
    others = [element for element in elements if element.kind in _AIMS - {"outcome"}]
    return (
        Step("Vision", "What do we want for everyone?", _texts(statements, "vision")),
        Step("Outcomes", "What will be different?", _once(e.title for e in outcomes or tops)),
        Step("Priorities", "What comes first?", _once(e.title for e in others)),
        Step("Work", "What will we do?", _work(elements, statements)),
        Step("Measures", "How will we know?", _success(elements, statements)),
    )


def _work(elements: list[Element], statements: list[Statement]) -> tuple[str, ...]:
    actions = (action.text for element in elements for action in element.actions)
    return _once((*_texts(statements, "activity"), *actions))


def _success(elements: list[Element], statements: list[Statement]) -> tuple[str, ...]:
    measured = []
    for element in elements:
        measured += [i.name or i.text or i.code or "" for i in element.indicators]
        measured += [measure.text for measure in element.measures]
    return _once((*measured, *_texts(statements, "success")))


def _texts(statements: list[Statement], kind: StatementKind) -> tuple[str, ...]:
    return _once(statement.text for statement in statements if statement.kind == kind)


def _once(texts: Iterator[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _walk(elements: list[Element]) -> Iterator[tuple[Element, int, tuple[Element, ...]]]:
    pending: list[tuple[Element, int, tuple[Element, ...]]]
    pending = [(element, 0, ()) for element in reversed(elements)]
    while pending:
        element, depth, path = pending.pop()
        yield element, depth, path
        pending += [(child, depth + 1, (*path, element)) for child in reversed(element.children)]


def _strands(plan: PlanDocument) -> Iterator[Strand]:
    for element, depth, path in _walk(plan.elements):
        yield Strand(
            element=element,
            depth=depth,
            parent=path[-1] if path else None,
            actions=len(element.actions),
            activities=_count(element, "activity"),
            measures=len(element.measures),
            indicators=len(element.indicators),
            measured_actions=sum(1 for action in element.actions if action.measures),
            answers=sum(len(action.recommendations) for action in element.actions),
        )


def _joint_headings(plan: PlanDocument) -> dict[int, Element]:
    """The heading that names an area beside others, by the area's ``id()``."""
    found = joint_headings(plan.elements)
    for element, _, _ in _walk(plan.elements):
        found |= joint_headings(element.children)
    return found


def _joined(strands: list[Strand], joint: dict[int, Element]) -> Iterator[Strand]:
    own = {id(strand.element): strand for strand in strands}
    for strand in strands:
        heading = joint.get(id(strand.element))
        yield replace(strand, joint=own[id(heading)]) if heading else strand


def _count(element: Element, kind: StatementKind) -> int:
    return sum(1 for statement in element.statements if statement.kind == kind)


def _answers(plan: PlanDocument) -> Iterator[Answer]:
    found: dict[tuple[str, str | None], list[Action]] = {}
    for element, _, _ in _walk(plan.elements):
        for action in element.actions:
            for recommendation in action.recommendations:
                found.setdefault((recommendation.report, recommendation.page), []).append(action)
    for (report, page), actions in found.items():
        yield Answer(report, page, tuple(actions))


@dataclass(slots=True)
class _Below:
    """What stands under an element and all below it."""

    measured: bool = False
    worked: bool = False

    def add(self, other: _Below) -> None:
        self.measured |= other.measured
        self.worked |= other.worked


def _gaps(plan: PlanDocument, joint: dict[int, Element]) -> Iterator[Gap]:
    below = _what_is_below(plan)
    for area, heading in joint.items():
        below[area].add(below[id(heading)])
    whole_plan_works = any(summary.worked for summary in below.values()) or any(
        statement.kind == "activity" for statement in plan.statements
    )
    for element, _, path in _walk(plan.elements):
        yield from _gaps_of(element, path, below)
    for statement in plan.statements:
        if statement.kind == "recommendation" and not whole_plan_works:
            yield Gap("recommendation-without-action", None, None, statement.text)


def _gaps_of(
    element: Element, path: tuple[Element, ...], below: dict[int, _Below]
) -> Iterator[Gap]:
    summary = below[id(element)]
    if element.kind == "outcome" and not summary.measured:
        yield Gap("outcome-without-measure", element, None, element.title)
    works = summary.worked or any(_works_itself(above) for above in path)
    if not works:
        for measure in element.measures:
            yield Gap("measure-without-action", element, None, measure.text)
        for indicator in element.indicators:
            yield Gap(
                "measure-without-action", element, None, indicator.text or indicator.name or ""
            )
        for statement in element.statements:
            if statement.kind == "recommendation":
                yield Gap("recommendation-without-action", element, None, statement.text)
    if not any(above.kind in _AIMS for above in (*path, element)):
        for action in element.actions:
            yield Gap("action-serves-nothing", element, action, action.text)


def _works_itself(element: Element) -> bool:
    return bool(element.actions) or _count(element, "activity") > 0


def _what_is_below(plan: PlanDocument) -> dict[int, _Below]:
    found: dict[int, _Below] = {}
    for element, _, path in _walk(plan.elements):
        measured = bool(element.measures or element.indicators) or any(
            action.measures for action in element.actions
        )
        own = _Below(measured, _works_itself(element))
        for each in (*path, element):
            found.setdefault(id(each), _Below()).add(own)
    return found
