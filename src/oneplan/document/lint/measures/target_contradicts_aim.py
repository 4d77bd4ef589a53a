"""A target that moves away from the aim it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about_measure
from oneplan.document.lint.journeys import journeys
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.subjects import telling_words
from oneplan.document.schema import Direction, Element
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
_OR = re.compile(r"\bor\b", re.I)
_AIM_VERBS = frozenset(
    "fewer reduce reduction lower decrease cut prevent increase raise grow improve".split()
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        goes = _goes(placed)
        aim = next((e for e in reversed(placed.path) if goes and _against(e, goes)), None)
        if aim is not None and _same_thing(aim.title, placed.measure.text):
            way = "more" if goes == "increase" else "less"
            yield about_measure(
                _NAME,
                "warning",
                placed,
                f"The aim is “{aim.title.strip()}”, and the measure is to bring {way} of it.",
                quotes=(placed.measure.text, aim.title),
                fix="Turn the target round, or say why it may move away from the aim.",
            )


def _goes(placed: PlacedMeasure) -> Direction | None:
    """The way that figures or else words go; None where the two do not agree."""
    measure = placed.measure
    ways = {journey.goes for journey in journeys(measure) if journey.comparable and journey.goes}
    stated = measure.direction if measure.direction in ("increase", "decrease") else None
    if len(ways) == 1 and stated in (None, *ways):
        return next(iter(ways))
    return stated if not ways else None


def _against(element: Element, goes: Direction) -> bool:
    title = element.title
    return bool((_FEWER if goes == "increase" else _MORE).search(title))


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
    meaning=(
        "The measure stands under an aim that begins with “fewer” or “more” and counts the same thing, and its "
        "figures or words go the other way. Always a warning. Help given to those concerned may of course grow."
    ),
    why="Meeting the target would mean missing the aim.",
    bad="Under “Fewer children in poverty”: the share of children in poverty from 18% to 20%.",
    good="Under “Fewer children in poverty”: the share of children in poverty from 18% to 16%.",
    check=_check,
)
