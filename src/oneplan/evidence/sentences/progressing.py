"""The way to a target in sentences: the line, the pace, the chance."""

from __future__ import annotations

from datetime import date

from oneplan.evidence.sentences.subject import Subject, day_in_words, joined
from oneplan.evidence.targets.progress import NoChance, Progress

_WHY_NOT: dict[NoChance, str] = {
    "fewer_than_five_years": "fewer than five comparable results are known",
    "overlapping_periods": "its periods share years",
    "several_lengths": "its results come at uneven times",
    "no_day": "the target names no day",
    "past": "the day has passed",
    "reached_day": "the latest result is that of the day itself",
}
_SURELY, _HARDLY = 0.95, 0.05


def line_sentence(subject: Subject, made: Progress) -> str:
    """Whether the latest result is on the straight line from the baseline to the target."""
    start = f"{subject.opening}{subject.area} had {_latest(subject, made)}"
    target = subject.number(made.target)
    if made.standing == "reached":
        return joined(start, f" and has reached the target of {target}")
    left = f"{subject.difference(made.distance)} away from the target of {target}"
    if made.expected is None:
        return joined(start, f", {left}")
    line = (
        "the straight line from the baseline to the target asked for "
        f"{subject.figure(made.expected)} by then"
    )
    standing = "on track" if made.standing == "on_track" else "behind"
    return joined(start, f", {left}; it is {standing}, as {line}")


def pace_sentence(subject: Subject, made: Progress, due: date | None) -> str:
    """The pace that is needed beside the pace so far."""
    start = f"{subject.opening}{subject.area} had {_latest(subject, made)}"
    target = subject.number(made.target)
    if made.standing == "reached":
        return joined(start, f" and needs no further change to meet the target of {target}")
    if due is None or made.needed_pace is None:
        return joined(
            start, f", and there is no day from which a pace to {target} could be reckoned"
        )
    needs = f"; to reach {target} by {day_in_words(due)} it needs {subject.pace(made.needed_pace)}"
    if made.pace is None:
        return joined(start, needs, ", and its pace so far cannot be told")
    so_far = f"over its last {made.points} results there has been {subject.pace(made.pace)}"
    return joined(start, needs, f", and {so_far}")


def chance_sentence(subject: Subject, made: Progress, due: date | None) -> str:
    """The chance of meeting the target if things go on as they have; or why there is none to give."""
    target = subject.number(made.target)
    known = f"on the figures up to {made.latest.period}"
    if made.chance is None or due is None:
        why = _WHY_NOT[made.no_chance or "no_day"]
        return joined(
            f"{subject.opening}{known} no chance that {subject.area} meets the target of {target} "
            f"can be given, because {why}"
        )
    return joined(
        f"{subject.opening}{known}, if things go on as they have, {subject.area} {_chance(made.chance)} "
        f"the target of {target} by {day_in_words(due)}"
    )


def _latest(subject: Subject, made: Progress) -> str:
    return f"{subject.figure(made.latest.value or 0.0)} in {made.latest.period}"


def _chance(chance: float) -> str:
    if chance >= _SURELY:
        return "will almost surely meet"
    if chance <= _HARDLY:
        return "will hardly meet"
    return f"has a chance of about {min(9, max(1, round(chance * 10)))} in 10 to meet"
