"""The words of an action: what it says, its steps, and the remarks that only point elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oneplan.document.phrases.items import split_items, split_steps
from oneplan.document.phrases.references import take_reference
from oneplan.document.schema import Step
from oneplan.exchange.plan_readers.blocks import Line
from oneplan.exchange.plan_readers.tables.measure_cells import month_in
from oneplan.vocabulary.findings import Source

_SUB_HEADING = re.compile(r"(?:key )?(?:actions?|steps?|tasks?)\s*:?$", re.IGNORECASE)
_HEADED_INLINE = re.compile(r"(?<=[.)\]])\s+Actions?\s*:?\s+(?=[A-Z])")
_REMARK = re.compile(
    r"\(?\s*(?:brought|carried|rolled) forward\b|\(?\s*cross[- ]?refer|\(?\s*see (?:also )?[A-Z]|"
    r"(?:these |all )?(?:actions?|activit(?:y|ies)) (?:will|to|should|is|are)\b",
    re.IGNORECASE,
)
_FIRST_MARK = re.compile(r"\(?(?:1|a|i)[.)]\s")
_NEXT_STEP = re.compile(r"(?<=[.;])\s+(?=[^\W\d_]|\()")
_ABBREVIATED = re.compile(r"(?:\b(?:e\.g|i\.e|etc|inc|incl|approx|no|cf|vs)|\b[A-Z])\.$")
_WORD = re.compile(r"[^\W\d_]{2}")
_LEADS_ON = re.compile(r":\s*$|\b(?:by|including|through|to|and)\s*$", re.IGNORECASE)


def read_words(lines: Sequence[Line], source: Source | None) -> tuple[str, list[Step]]:
    """The text of an action without its reference, and its steps in order.

    Bulleted lines are steps, as are the lines under a sub-heading "Actions"; remarks after a list
    belong to the text.
    """
    spoken: list[str] = []
    steps: list[str] = []
    under_heading = False
    for line in _without_marks(_without_reference(lines)):
        if _SUB_HEADING.fullmatch(line.text):
            under_heading = True
        elif line.bullet or under_heading:
            _take_steps(line, spoken, steps)
        else:
            _take_text(line.text, spoken, steps)
    if not spoken and len(steps) == 1:
        spoken, steps = steps, []
    spoken = spoken or ["; ".join(step.rstrip(" ;.") for step in steps)]
    return " ".join(spoken), [
        Step(text=step, month=month_in(step), source=source) for step in steps
    ]


def _without_reference(lines: Sequence[Line]) -> list[Line]:
    if not lines:
        return []
    first = lines[0]
    ref, rest = take_reference(first.text)
    if ref is None:
        return list(lines)
    printed = first.text[first.text.rfind(rest) :] if rest else ""
    return [Line(printed), *lines[1:]] if printed else list(lines[1:])


def _without_marks(lines: list[Line]) -> list[Line]:
    """Lines numbered from the first on ("1. …", "a) …") are a list of steps."""
    if not lines or lines[0].bullet or not _FIRST_MARK.match(lines[0].text):
        return lines
    items = split_items("\n".join(line.text for line in lines))
    if len(items) < 2 or not all(_WORD.search(item) for item in items):
        return lines
    return [Line(item, bullet=True, level=1) for item in items]


def _take_steps(line: Line, spoken: list[str], steps: list[str]) -> None:
    """A bulleted line, which may hold several steps whose bullets were lost."""
    lost = not steps and spoken and _LEADS_ON.search(spoken[-1])
    for item in _divided(line.text) if lost or _REMARK.search(line.text) else [line.text]:
        if _REMARK.match(item):
            spoken.append(item)
        else:
            steps.append(item)


def _divided(text: str) -> list[str]:
    items: list[str] = []
    start = 0
    for gap in _NEXT_STEP.finditer(text):
        if not _ABBREVIATED.search(text[max(0, gap.start() - 8) : gap.start()]):
            items.append(text[start : gap.start()])
            start = gap.end()
    items.append(text[start:])
    return items


def _take_text(text: str, spoken: list[str], steps: list[str]) -> None:
    before, *headed = _HEADED_INLINE.split(text, maxsplit=1)
    lead, own_steps = split_steps(before)
    if lead:
        spoken.append(lead)
    steps.extend(own_steps)
    steps.extend(headed)
