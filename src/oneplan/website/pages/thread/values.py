"""The golden thread and the logic model of a plan, each as a picture and as a table."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.document.thread import GAPS, Gap, Step
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.components.levels import level_name, usual_name
from oneplan.website.components.thread_drawing import Node, ThreadDrawing, narrow, nodes, wide
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import sentence, short, spelled, spelled_count

_SHOWN_ITEMS = 5
_SHOWN_GAPS = 12


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of the logic model with its first items."""

    name: str
    question: str
    number: int
    items: list[str]
    more: int


@dataclass(frozen=True, slots=True)
class ShownGap:
    """Something that the thread does not reach, with its page."""

    text: str
    where: str
    url: str | None


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Gaps of one kind: what is wrong with them, and the first of them."""

    meaning: str
    number: int
    gaps: list[ShownGap]
    rest: list[ShownGap]


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """An element in the table."""

    level: str
    title: str
    url: str
    depth: int
    actions: int
    activities: int
    measures: int
    answers: int


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """The whole page."""

    heading: str
    lead: str
    crumbs: list[Crumb]
    drawings: tuple[ThreadDrawing, ThreadDrawing]
    rows: list[ThreadRow]
    gaps: list[GapGroup]
    model_heading: str
    model: list[ShownStep]


def thread_page(opened: OpenPlan) -> ThreadPage:
    """The page of a plan's thread."""
    thread = opened.thread
    tree = nodes(thread.strands, opened.part_urls)
    steps = [_step(step) for step in thread.logic_model]
    return ThreadPage(
        heading=_heading(opened, tree),
        lead=_lead(thread.gaps),
        crumbs=crumbs(opened, here="Golden thread"),
        drawings=(wide(tree, _heads(tree)), narrow(tree)),
        rows=_rows(opened),
        gaps=_gaps(opened, thread.gaps),
        model_heading=_model_heading(steps),
        model=steps,
    )


def _heads(tree: list[Node]) -> list[str]:
    deepest = max((node.depth for node in tree), default=-1)
    return [
        usual_name(node.strand.element for node in tree if node.depth == depth)
        for depth in range(deepest + 1)
    ]


def _heading(opened: OpenPlan, tree: list[Node]) -> str:
    ends = [node for node in tree if node.last]
    loose = [node for node in ends if not node.done]
    if not ends:
        return "There is no thread to follow in this plan yet"
    work = "actions" if opened.facts.actions else "work"
    if len(ends) == 1 and loose:
        return f"Its only part has no {work} under it"
    if len(loose) == len(ends):
        return f"None of its {spelled_count(len(ends), 'part')} has {work} under it"
    if not loose:
        return f"Every part of the plan has {work} under it"
    words = spelled_count(len(loose), "part", "parts")
    have = "has" if len(loose) == 1 else "have"
    return f"{sentence(words)} of {len(ends)} {have} no {work} under {'it' if len(loose) == 1 else 'them'}"


def _lead(gaps: tuple[Gap, ...]) -> str:
    if not gaps:
        return "From what is wanted to what is done and how it is known: no strand ends loose."
    ends = spelled_count(len(gaps), "strand ends", "strands end")
    return f"From what is wanted to what is done and how it is known: {ends} loose."


def _rows(opened: OpenPlan) -> list[ThreadRow]:
    return [
        ThreadRow(
            level=level_name(strand.element),
            title=strand.element.title,
            url=opened.part_urls.get(strand.element.id or "", ""),
            depth=min(strand.depth, 3),
            actions=sum(each.actions for each in served),
            activities=sum(each.activities for each in served),
            measures=sum(each.measures + each.indicators for each in served),
            answers=sum(each.answers for each in served),
        )
        for strand in opened.thread.strands
        for served in [[strand, strand.joint] if strand.joint else [strand]]
    ]


def _gaps(opened: OpenPlan, gaps: tuple[Gap, ...]) -> list[GapGroup]:
    groups = []
    for kind, meaning in GAPS.items():
        shown = [_gap(opened, gap) for gap in gaps if gap.kind == kind]
        if shown:
            groups.append(GapGroup(meaning, len(shown), shown[:_SHOWN_GAPS], shown[_SHOWN_GAPS:]))
    return groups


def _gap(opened: OpenPlan, gap: Gap) -> ShownGap:
    part = gap.action or gap.element
    where = gap.element.title if gap.element and gap.element.title != gap.text else ""
    url = opened.part_urls.get(part.id or "") if part else None
    return ShownGap(short(gap.text, 30), short(where, 12), url)


def _step(step: Step) -> ShownStep:
    items = [short(item, 16) for item in step.items[:_SHOWN_ITEMS]]
    return ShownStep(step.name, step.question, len(step.items), items, len(step.items) - len(items))


def _model_heading(steps: list[ShownStep]) -> str:
    empty = [step.name.lower() for step in steps if not step.number]
    if not empty:
        return "The logic runs from vision to measure without a missing step"
    names = " and ".join(empty) if len(empty) < 3 else f"{spelled(len(empty))} of five steps"
    return f"The logic has a gap: the plan says nothing under {names}"
