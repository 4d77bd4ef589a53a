"""A baseline, and another figure for the same date in the plan's prose."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.dated_figures import DatedFigure, figures_about
from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import baseline_months
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Baseline
from oneplan.vocabulary.figures import figure_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "baseline-disagrees-with-text"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        if len(placed.measure.baselines) != 1:
            continue
        baseline = placed.measure.baselines[0]
        if baseline.value is None or baseline_months(baseline) is None:
            continue
        same_time = [f for f in figures_about(facts, placed.measure) if _same_time(baseline, f)]
        if same_time and all(abs(f.value - baseline.value) > _rounding(f) for f in same_time):
            yield _finding(placed, same_time[0])


def _same_time(baseline: Baseline, figure: DatedFigure) -> bool:
    months = baseline_months(baseline)
    return months is not None and (months.within(figure.months) or figure.months.within(months))


def _rounding(figure: DatedFigure) -> float:
    return 0.5 if float(figure.value).is_integer() else 0.05


def _finding(placed: PlacedMeasure, figure: DatedFigure) -> Finding:
    where = f" in “{figure.passage.where}”" if figure.passage.where else ""
    return about(
        _NAME,
        "warning",
        placed,
        f"The text gives {figure_in_words(figure.value, figure.unit)} for the same time{where}.",
        quotes=(placed.measure.text, figure.said),
        fix="Look the figure up in its source, and give the same one in both places.",
    )


RULE = Rule(
    name=_NAME,
    title="The text gives another figure than the baseline",
    severity="warning",
    family="across the plan",
    scope="across",
    meaning=(
        "A sentence of the plan’s prose gives a share or rate of the same thing for the same time as a measure’s "
        "baseline, and the two differ by more than rounding. Always a warning: the sentence may speak of another group."
    ),
    why="A reader who checks the one against the other stops believing both.",
    bad="Text: 5.2% were out of work in March 2025. Measure: out of work, from 4.7% in 2024/25.",
    good="Text: 4.7% were out of work in March 2025. Measure: out of work, from 4.7% in 2024/25.",
    check=_check,
)
