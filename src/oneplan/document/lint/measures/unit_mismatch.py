"""A baseline of one kind and a target of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import Journey, travelled, words_of
from oneplan.document.lint.printed import TIMES, PrintedUnit, said_unit, unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Measure, Target
from oneplan.vocabulary.findings import Finding

_NAME = "unit-mismatch"
_COUNTS = re.compile(
    r"\d[\d,.]* (?!(?:in|by|to|at|as|on|for|and|or|from|per|last|this|during|since)\b)[a-z]"
)
_REACHED = re.compile(r"\b(?:to|at|reach(?:es|ing)?|at least|be)\s*$", re.I)
_FIX = "Write “percentage of …” or “rate of …”, or give the numbers."


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed, found in travelled(facts):
        finding = next((f for j in found if (f := _mixed(placed, j))), None)
        if finding:
            yield finding
        elif _number_given_as_share(placed, found[0]):
            yield about(
                _NAME,
                "warning",
                placed,
                f"The measure calls itself a number, and its figures are none: {found[0].in_words()}.",
                quotes=found[0].quotes,
                fix=_FIX,
            )
    for placed in facts.measures:
        share = None if placed.measure.baselines else _share_to_be_reached(placed.measure)
        if share:
            yield about(
                _NAME,
                "warning",
                placed,
                "The measure calls itself a number, and its target is a percentage.",
                quotes=words_of(placed.measure, share),
                fix=_FIX,
            )


def _share_to_be_reached(measure: Measure) -> Target | None:
    """The percentage that a number without a start is to come to: "the number of schools … to 100%"."""
    if measure.direction not in ("increase", "decrease") or said_unit(measure) != "number":
        return None
    for target in measure.targets:
        at = measure.text.find(target.text)
        if (
            target.value is not None
            and at > 0
            and _REACHED.search(measure.text[max(0, at - 12) : at])
            and unit_beside(target.value, target.text) == "percent"
        ):
            return target
    return None


def _mixed(placed: PlacedMeasure, journey: Journey) -> Finding | None:
    start, end = journey.start_unit, journey.end_unit
    if start is None or end is None or start == end or {start, end} <= TIMES:
        return None
    bare = "number" in (start, end)
    return about(
        _NAME,
        "warning" if bare and _short_for_one_unit(journey) else "error",
        placed,
        f"The baseline is {_kind(start)} and the target {_kind(end)}: {journey.in_words()}.",
        quotes=journey.quotes,
        fix="Give both in the same unit, and say of what a percentage is.",
    )


def _short_for_one_unit(journey: Journey) -> bool:
    """Whether the bare number may be the same unit, left out: "from 33 to 42%"."""
    if "percent" in (journey.start_unit, journey.end_unit):
        bare = (journey.baseline if journey.start_unit == "number" else journey.target).text
        if _COUNTS.match(bare):
            return False
        return said_unit(journey.measure) != "number" and max(journey.start, journey.end) <= 100
    return True


def _number_given_as_share(placed: PlacedMeasure, journey: Journey) -> bool:
    unit = journey.start_unit if journey.start_unit == journey.end_unit else None
    relative = unit == "percent" or (unit or "").startswith("per ")
    return relative and said_unit(placed.measure) == "number"


def _kind(unit: PrintedUnit) -> str:
    named = {
        "percent": "a percentage",
        "number": "a number",
        "money": "a sum of money",
        "rank": "a rank",
    }
    if unit.startswith("per "):
        return f"a rate per {int(unit[4:]):,}"
    return named.get(unit, f"in {unit}")


RULE = Rule(
    name=_NAME,
    title="The baseline and the target are not in the same unit",
    severity="error",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The baseline is a number and the target a percentage, or two rates stand over different "
        "populations. An error where the two cannot be one unit; a warning where a sign may only have been left "
        "out (“from 33 to 42%”), or where a “number” is given as a percentage or rate, or is to come to one."
    ),
    why="The distance between the two cannot be worked out, so nobody can say how far there is to go.",
    bad="Increase the number of trained volunteers from 12 in 2023/24 to 40% in 2024/25.",
    good="Increase the number of trained volunteers from 12 in 2023/24 to 40 in 2024/25.",
    check=_check,
)
