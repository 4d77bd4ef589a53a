"""The sentence above a list of measures that holds for each of them: "Baselines and targets to be set in May"."""

from __future__ import annotations

import re

from oneplan.document.schema import Baseline, Measure, Target

_SAYS_NO_MORE = re.compile(
    r"\W*(?:all\s+|the\s+)?(?:baselines?|targets?)(?:\s*(?:and|&|/|,)\s*(?:baselines?|targets?))?"
    r"(?:\s+for\s+(?:all|each|these|the\s+following)(?:\s+\w+){0,3})?\s*(?:are|is|will|to|yet|still|being|tbc|tba|tbd|not|:|–|-)",
    re.IGNORECASE,
)


def spread_over_all(measures: list[Measure]) -> list[Measure]:
    """The measures of a cell, what its first line leaves to be set standing with each of the others.

    A first line that names something measured is a measure of its own.
    """
    if len(measures) < 2 or not _is_said_for_all(measures[0]):
        return measures
    said, *measures = measures
    for measure in measures:
        if not measure.baselines:
            measure.baselines = [
                part.model_copy(update={"text": said.text}) for part in said.baselines
            ]
        if not measure.targets:
            measure.targets = [part.model_copy(update={"text": said.text}) for part in said.targets]
        if not measure.milestones:
            measure.milestones = [part.model_copy() for part in said.milestones]
    return measures


def _is_said_for_all(measure: Measure) -> bool:
    parts: list[Baseline | Target] = [*measure.baselines, *measure.targets]
    unset = bool(parts) and all(part.to_be_set for part in parts)
    return unset and measure.unit is None and bool(_SAYS_NO_MORE.match(measure.text))
