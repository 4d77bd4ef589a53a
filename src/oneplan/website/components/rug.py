"""The plan as a strip from first page to last, a stroke where each finding lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oneplan.vocabulary.findings import Finding, Severity
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import abridged, sentence

WIDE, NARROW = 1100, 343
_SHORTEST_LABEL = 14
_LETTER = 7.4
_FIRST_STROKE = 3.0


@dataclass(frozen=True, slots=True)
class Band:
    """A top-level part of the plan on the strip; no label where there is no room for it."""

    x: float
    width: float
    label: str
    odd: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    """A finding on the strip."""

    x: float
    severity: Severity


@dataclass(frozen=True, slots=True)
class Rug:
    """The strip at one width."""

    width: int
    bands: tuple[Band, ...]
    strokes: tuple[Stroke, ...]


def positions(opened: OpenPlan) -> dict[str, int]:
    """Where each element and action stands in the plan, counted from one."""
    order: dict[str, int] = {}
    for placed in opened.facts.elements:
        order[placed.element.id or ""] = len(order) + 1
        for action in placed.element.actions:
            order[action.id or ""] = len(order) + 1
    return order


def in_plan_order(opened: OpenPlan, findings: Sequence[Finding]) -> list[Finding]:
    """The findings in the order of the parts that they are about; of the whole plan first."""
    order = positions(opened)
    return sorted(findings, key=lambda finding: order.get(opened.part_of(finding) or "", 0))


def rug(opened: OpenPlan, findings: Sequence[Finding], width: int) -> Rug:
    """The strip of a plan with these findings, the gravest drawn last."""
    order = positions(opened)
    end = len(order) + 1
    scale = (width - 2 * _FIRST_STROKE) / end

    def at(position: float) -> float:
        return round(2 * (_FIRST_STROKE + position * scale)) / 2

    strokes = [
        Stroke(at(order.get(opened.part_of(finding) or "", 0)), finding.severity)
        for finding in findings
    ]
    gravity = {"info": 0, "warning": 1, "error": 2}
    return Rug(
        width=width,
        bands=tuple(_bands(opened, order, width, scale)),
        strokes=tuple(
            sorted(set(strokes), key=lambda stroke: (gravity[stroke.severity], stroke.x))
        ),
    )


def _bands(opened: OpenPlan, order: dict[str, int], width: int, scale: float) -> list[Band]:
    tops = opened.plan.elements
    starts = [round(_FIRST_STROKE + (order[top.id or ""] - 0.5) * scale, 1) for top in tops]
    ends = [*starts[1:], float(width)][: len(starts)]
    bands = []
    for i, (top, start, end) in enumerate(zip(tops, starts, ends, strict=True)):
        x = start if i else 0.0
        space = end - x
        bands.append(Band(x, round(space, 1), _fitting(top.title, space), odd=i % 2 == 1))
    return bands


def _fitting(title: str, space: float) -> str:
    """The whole title where it fits, else as many phrases as do, else nothing."""
    most = int(space / _LETTER) - 1
    if len(title) <= most:
        return sentence(title)
    return sentence(abridged(title, most - 2)) if most >= _SHORTEST_LABEL else ""
