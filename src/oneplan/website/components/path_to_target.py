"""A measure drawn: baseline ring and target flag on one line from zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from oneplan.document.schema import Baseline, Measure, Target
from oneplan.vocabulary.figures import figure_in_words, number_in_words
from oneplan.website.components.axis import round_end
from oneplan.website.wording import period_in_words

WIDE, NARROW = 460, 288
_LEFT = 6
_LETTER = 8.6
_FLAG = 15

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a point of the line."""

    x: float
    anchor: Anchor
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing, ``width`` units wide: where things stand on it."""

    width: int
    start: float | None
    flags: tuple[float, ...]
    start_label: Label | None
    flag_labels: tuple[Label, ...]
    ticks: tuple[Label, ...]

    @property
    def way(self) -> tuple[float, float] | None:
        """From the ring to the last flag; None where either is missing."""
        if self.start is None or not self.flags:
            return None
        return self.start, self.flags[-1]


@dataclass(frozen=True, slots=True)
class PathToTarget:
    """A measure's figures as a sentence, and the same drawn wide and narrow."""

    sentence: str
    wide: Drawing
    narrow: Drawing


def path_to_target(measure: Measure) -> PathToTarget | None:
    """The drawing of a measure; None where it has no value to draw."""
    baseline = next((each for each in measure.baselines if each.value is not None), None)
    targets = [target for target in measure.targets if target.value is not None]
    values = [each.value for each in (baseline, *targets) if each and each.value is not None]
    if not targets or min(values) < 0:
        return None
    percent = measure.unit in ("%", "percent")
    end = round_end(max(values), percent=percent)
    return PathToTarget(
        sentence=_sentence(measure, baseline, targets),
        wide=_draw(WIDE, end, measure, baseline, targets),
        narrow=_draw(NARROW, end, measure, baseline, targets),
    )


def _draw(
    width: int, end: float, measure: Measure, baseline: Baseline | None, targets: list[Target]
) -> Drawing:
    right = width - _LEFT

    def at(value: float) -> float:
        return round(_LEFT + (right - _LEFT) * value / end, 1)

    def figure(value: float) -> str:
        return figure_in_words(value, measure.unit if measure.unit in ("%", "percent") else None)

    start = at(baseline.value) if baseline and baseline.value is not None else None
    flags = tuple(at(target.value) for target in targets if target.value is not None)
    labels = _flag_labels(width, flags, [figure(t.value) for t in targets if t.value is not None])
    ticks = (
        Label(_LEFT, "start", figure(0)),
        Label(at(end / 2), "middle", figure(end / 2)),
        Label(right, "end", figure(end)),
    )
    return Drawing(
        width=width,
        start=start,
        flags=flags,
        start_label=_kept_inside(width, start, figure(baseline.value or 0))
        if baseline and start is not None
        else None,
        flag_labels=labels,
        ticks=ticks,
    )


def _flag_labels(width: int, flags: tuple[float, ...], texts: list[str]) -> tuple[Label, ...]:
    """Labels beside their flags: to the right while there is room, to the left at the end."""
    labels: list[Label] = []
    last = len(flags) - 1
    for i, (x, text) in enumerate(zip(flags, texts, strict=True)):
        words = f"{text} target" if i == last else text
        room = len(words) * _LETTER + _FLAG
        before_next = flags[i + 1] - x if i < last else width - x
        if room <= before_next:
            labels.append(Label(x + _FLAG, "start", words))
        elif i == last:
            labels.append(Label(x - 5, "end", words if last == 0 else text))
    return tuple(labels)


def _kept_inside(width: int, x: float, text: str) -> Label:
    half = len(text) * _LETTER / 2
    if x - half < 0:
        return Label(0, "start", text)
    if x + half > width:
        return Label(width, "end", text)
    return Label(x, "middle", text)


def _sentence(measure: Measure, baseline: Baseline | None, targets: list[Target]) -> str:
    parts = []
    if baseline and baseline.value is not None:
        parts.append(f"from {_said(baseline.value, measure.unit, baseline.period)}")
    parts += [
        f"to {_said(target.value, measure.unit, target.period)}"
        for target in targets
        if target.value is not None
    ]
    words = ", then ".join([" ".join(parts[:2]), *parts[2:]])
    return words[:1].upper() + words[1:]


def _said(value: float, unit: str | None, period: str | None) -> str:
    when = period_in_words(period)
    return f"{figure_in_words(value, unit)} in {when}" if when else figure_in_words(value, unit)


def plain_figure(value: float | None, unit: str | None) -> str:
    """A value for a table cell; empty where there is none."""
    if value is None:
        return ""
    return (
        figure_in_words(value, unit) if unit in ("%", "percent", "GBP") else number_in_words(value)
    )
