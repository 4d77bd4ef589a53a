"""A target that moves away from the aim it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.dated_figures import figures_about
from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import journeys
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.subjects import telling_words
from oneplan.document.schema import Direction, Measure
from oneplan.vocabulary.findings import Finding

_NAME = "target-contradicts-aim"
_FEWER = re.compile(
    r"^\W*(?:to )?(?:fewer|less|reduc\w*|lower\w*|decreas\w*|cut\w*|prevent\w*)\b", re.I
)
_MORE = re.compile(r"^\W*(?:to )?(?:more|increas\w*|rais\w*|grow\w*)\b", re.I)
_HELP = re.compile(
    r"\b(?:support|help|attend|receiv|access|engag|train|tak(?:e|ing) part|complet|refer|identif|treat|"
    r"programme|scheme|project|report|aware|use|using|screen|assess|contact|service|course|advice|plan|"
    r"recycl|reus|compost|sav(?:e|ing)|gap|without|not|never|avoid|stop|quit|recover)",
    re.I,
)
_CLAUSE = re.compile(r"\b(?:fewer|less)\b[^.,;]*", re.I)
_CLAUSE_ENDS = re.compile(r"[.;:,]|\b(?:by|through|so that|in order to|and|while|via|using|with)\b")
_OR = re.compile(r"\bor\b", re.I)
_AIM_VERBS = frozenset(
    "fewer reduce reduction lower decrease cut prevent increase raise grow improve".split()
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        goes = _goes(facts, placed)
        against = (aim for aim in _aims(placed) if goes and _against(aim, goes))
        aim = next((aim for aim in against if _same_thing(aim, placed.measure.text)), None)
        if aim is not None:
            way = "more" if goes == "increase" else "less"
            yield about(
                _NAME,
                "warning",
                placed,
                f"The aim is “{aim}”, and the measure is to bring {way} of it.",
                quotes=(placed.measure.text, aim),
                fix="Turn the target round, or say why it may move away from the aim.",
            )


def _aims(placed: PlacedMeasure) -> Iterator[str]:
    """What the action sets out to do, the titles above it, nearest first, and what its element calls success."""
    if placed.action is not None:
        yield _CLAUSE_ENDS.split(placed.action.text, maxsplit=1)[0].strip()
    yield from (element.title.strip() for element in reversed(placed.path))
    for statement in placed.path[-1].statements if placed.path else ():
        if statement.kind == "success":
            yield from (match.group().strip() for match in _CLAUSE.finditer(statement.text))


def _goes(facts: PlanFacts, placed: PlacedMeasure) -> Direction | None:
    """The way that figures or else words go; None where the two do not agree.

    A target without a baseline is held against the latest figure that the plan's prose gives.
    """
    measure = placed.measure
    ways = {journey.goes for journey in journeys(measure) if journey.comparable and journey.goes}
    stated = measure.direction if measure.direction in ("increase", "decrease") else None
    if len(ways) == 1 and stated in (None, *ways):
        return next(iter(ways))
    return stated or _from_prose(facts, measure) if not ways else None


def _from_prose(facts: PlanFacts, measure: Measure) -> Direction | None:
    end = next((target.value for target in measure.targets if target.value is not None), None)
    if end is None or measure.baselines:
        return None
    latest = max(figures_about(facts, measure), key=lambda figure: figure.months.last, default=None)
    if latest is None or latest.value == end:
        return None
    return "increase" if end > latest.value else "decrease"


def _against(aim: str, goes: Direction) -> bool:
    return bool((_FEWER if goes == "increase" else _MORE).search(aim))


def _same_thing(aim: str, text: str) -> bool:
    """Whether most of the aim's telling words stand in the measure, and it counts no help given."""
    wanted = telling_words(aim) - _AIM_VERBS
    if not wanted or _HELP.search(text):
        return False
    shared = len(wanted & telling_words(text))
    enough = (len(wanted) + 1) // 2 if len(wanted) > 2 or _OR.search(aim) else len(wanted)
    return shared >= enough


RULE = Rule(
    name=_NAME,
    title="The target moves away from the aim",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The measure stands under an aim or an action that begins with “fewer”, “reduce” or “more” (or beside a success that "
        "speaks of “fewer”) and counts the same thing, and its figures or words go the other way. Always a warning. Help given to those concerned may of course grow."
    ),
    why="Meeting the target would mean missing the aim.",
    bad="Under “Fewer children in poverty”: the share of children in poverty from 18% to 20%.",
    good="Under “Fewer children in poverty”: the share of children in poverty from 18% to 16%.",
    check=_check,
)
