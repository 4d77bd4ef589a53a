"""The measures of an action: items of a cell, with baseline, target and milestones in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oneplan.document.phrases.dates import find_periods
from oneplan.document.phrases.indicators import read_indicator
from oneplan.document.phrases.items import split_items
from oneplan.document.phrases.measures import LONGEST, read_measure
from oneplan.document.phrases.units import COUNT, rate_named
from oneplan.document.schema import Baseline, Direction, Measure, Milestone, Target
from oneplan.exchange.plan_readers.blocks import Line
from oneplan.exchange.plan_readers.tables.gathered import GatheredAction, Slot
from oneplan.exchange.plan_readers.tables.roles import Role
from oneplan.exchange.plan_readers.tables.said_for_all import spread_over_all

_NOTHING = re.compile(r"[\s\-–—./*]*|n\s?/?\s?a\.?|none|nil|see above", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?:Q[1-4]|(?:Quarter|Qtr|Year) ?\w+|\w+ quarter)\b", re.IGNORECASE)
_PERIOD = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?|\b\d\d/\d\d\b")
_NEGATIVE = re.compile(r"\s*[-−–]\s?\d[\d,.]*\s*%?\s*$")
_TO_BE_SET = re.compile(
    r"\b(?:tbc|tba|tbd|to be (?:set|agreed|confirmed|established|determined|decided))\b", re.I
)


def items_of(lines: Sequence[Line]) -> list[str]:
    """The items of a cell: its bullets or paragraphs, or what lost bullets left as one line.

    A cell that is far too long for one action is a single item.
    """
    if sum(len(line.text) for line in lines) > LONGEST:
        return [" ".join(line.text for line in lines)]
    bullets = sum(line.bullet for line in lines)
    if bullets > 1 or (not bullets and len(lines) > 1 and _is_a_list(lines)):
        return [line.text for line in lines]
    return [item for text in _whole_sentences(lines) for item in split_items(text)]


def _is_a_list(lines: Sequence[Line]) -> bool:
    """Whether lines without bullets are paragraphs of their own, not one sentence that was wrapped."""
    return not any(line.text[:1].islower() for line in lines[1:])


def _whole_sentences(lines: Sequence[Line]) -> list[str]:
    texts: list[str] = []
    for line in lines:
        if texts and line.text[:1].islower() and not line.bullet:
            texts[-1] = f"{texts[-1]} {line.text}"
        else:
            texts.append(line.text)
    return texts


def measures_of(action: GatheredAction) -> list[Measure]:
    """All measures of an action, in order, each with the place of its cell."""
    measures = [
        measure
        for slot in action.slots("measures")
        for measure in spread_over_all(
            [
                read_measure(item, source=action.sources[slot])
                for tier in action.cells[slot]
                for item in items_of(tier)
                if not _NOTHING.fullmatch(item)
            ]
        )
    ]
    measures = _with_indicators(action, measures)
    named = bool(measures)
    measures = _with_column(action, measures, "baseline", "Baseline")
    measures = _with_column(action, measures, "target", "Target")
    if not named:
        _tell_both(measures)
    return _with_milestones(action, measures)


def _with_indicators(action: GatheredAction, measures: list[Measure]) -> list[Measure]:
    """A column of indicators names what is measured, or is the measure where nothing else is."""
    for slot in action.slots("indicator"):
        items = [item for tier in action.cells[slot] for item in items_of(tier)]
        items = [item for item in items if not _NOTHING.fullmatch(item)]
        if not measures:
            measures = [_of_indicator(item, action, slot) for item in items]
            continue
        for measure, item in zip(measures, items, strict=False):
            if measure.indicator is None:
                measure.indicator = read_indicator(item)
            elif measure.indicator.name is None:
                _name(measure, item)
    return measures


def _name(measure: Measure, item: str) -> None:
    """Give a measure that is known by its code alone the name that stands in a column beside it."""
    named = read_indicator(item)
    if measure.indicator is None or named.name is None:
        return
    measure.indicator = named.model_copy(update={"code": measure.indicator.code or named.code})
    if read_indicator(measure.text).name is None:
        measure.text = item
        measure.unit = measure.unit or read_measure(item).unit


def _of_indicator(item: str, action: GatheredAction, slot: Slot) -> Measure:
    measure = read_measure(item, source=action.sources[slot])
    if measure.indicator is None:
        measure.indicator = read_indicator(item)
    return measure


def _with_column(
    action: GatheredAction, measures: list[Measure], role: Role, word: str
) -> list[Measure]:
    """Give each measure its line of a baseline or target column; a lone line is for all of them."""
    for slot in action.slots(role):
        texts = [item for tier in action.cells[slot] for item in _values(tier, len(measures))]
        if not any(not _NOTHING.fullmatch(text) for text in texts):
            continue
        if not measures:
            measures = [Measure(text=text, source=action.sources[slot]) for text in texts]
        period = _PERIOD.search(action.headers.get(slot, ""))
        for measure, text in zip(measures, _spread(texts, len(measures)), strict=False):
            if not _NOTHING.fullmatch(text):
                _add_value(measure, text, word, period[0] if period else None)
    return measures


def _tell_both(measures: Sequence[Measure]) -> None:
    """Measures that no column names say both where they start and where they are to get to."""
    for measure in measures:
        starts, ends = measure.baselines, measure.targets
        if starts and ends:
            measure.text = f"Baseline: {starts[0].text}; target: {ends[-1].text}"


def _values(lines: Sequence[Line], wanted: int) -> list[str]:
    texts = [line.text for line in lines]
    return texts if wanted > 1 and len(texts) > 1 else [" ".join(texts)]


def _spread(texts: list[str], wanted: int) -> list[str]:
    """One text for each measure; what is left over goes with the last of them."""
    if len(texts) <= wanted:
        return texts
    return [*texts[: wanted - 1], " ".join(texts[wanted - 1 :])]


def _add_value(measure: Measure, text: str, word: str, period: str | None) -> None:
    negative = _NEGATIVE.match(text)
    dated = f"{word}: {text}" if not period or find_periods(text) else f"{word}: {text} in {period}"
    read = read_measure(dated)
    found: Sequence[Baseline | Target] = read.baselines if word == "Baseline" else read.targets
    for value in found:
        value.text = text
        if negative and value.value is not None and value.value > 0:
            _turn_negative(measure, value)
    measure.unit = measure.unit or rate_named(measure.text) or read.unit
    for target in read.targets:
        if target.change_by is not None and target.change_unit is None and measure.unit == COUNT:
            target.change_unit = "percent"
    if word == "Baseline":
        measure.baselines.extend(
            read.baselines or [Baseline(text=text, to_be_set=bool(_TO_BE_SET.search(text)))]
        )
    else:
        measure.targets.extend(
            read.targets or [Target(text=text, to_be_set=bool(_TO_BE_SET.search(text)))]
        )
    changes = any(target.change_by is not None for target in read.targets)
    if changes or (read.kind == "quantified" and read.unit):
        measure.kind = "quantified"
        _set_direction(measure, read.direction)


def _turn_negative(measure: Measure, value: Baseline | Target) -> None:
    """A number with a minus: a fall from a level above nought, else a level below it."""
    levels = [known.value for known in measure.baselines if known.value is not None]
    if isinstance(value, Target) and levels and levels[0] >= 0:
        value.change_by, value.value = -(value.value or 0.0), None
        value.change_unit = "percent" if "%" in value.text else "number"
    else:
        value.value = -(value.value or 0.0)


def _set_direction(measure: Measure, said: Direction | None) -> None:
    """The way from a baseline to a target in columns, where the words of the measure leave it open."""
    if measure.direction not in (None, "deliver", "reach"):
        return
    start = next((known.value for known in measure.baselines if known.value is not None), None)
    end = next((known.value for known in measure.targets if known.value is not None), None)
    if start is not None and end is not None and start != end:
        measure.direction = "increase" if end > start else "decrease"
    elif any((known.change_by or 0.0) < 0 for known in measure.targets):
        measure.direction = "decrease"
    elif measure.targets:
        measure.direction = said if said not in (None, "deliver") else "reach"
    else:
        measure.direction = None


def _with_milestones(action: GatheredAction, measures: list[Measure]) -> list[Measure]:
    """Milestones in columns of their own: steps of the only measure, or deliverables that stand alone."""
    found = [
        (milestone, slot)
        for slot in action.slots("milestones")
        for milestone in _milestones(action, slot)
    ]
    if len(measures) == 1:
        measures[0].milestones.extend(milestone for milestone, _ in found)
        return measures
    for milestone, slot in found:
        measure = read_measure(milestone.text, source=action.sources[slot])
        if not measure.milestones:
            measure.milestones = [milestone]
        measures.append(measure)
    return measures


def _milestones(action: GatheredAction, slot: Slot) -> Iterator[Milestone]:
    header = action.headers.get(slot, "")
    quarter = _QUARTER.search(header)
    for tier in action.cells[slot]:
        for item in items_of(tier):
            if _NOTHING.fullmatch(item):
                continue
            month = month_in(item) or month_in(header)
            said = f"{quarter[0]}: {item}" if quarter and month is None else item
            yield Milestone(text=said, month=month)


def month_in(text: str) -> str | None:
    """The last month that a text names, as "2010-03"; None where it names none."""
    months = [found.period for found in find_periods(text) if found.period]
    return next((month for month in reversed(months) if "-" in month), None)
