"""The fields of an indicator's table in a definitions file: what each may hold."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeVar, get_args

from oneplan.evidence.definitions import Break, IndicatorKind, Method, Predecessor, Series
from oneplan.vocabulary.periods import YearKind
from oneplan.vocabulary.polarity import Polarity

_T = TypeVar("_T")
_LONGEST_SHOWN = 40
_MOST_DECIMALS = 10


class WrongField(ValueError):
    """What a field holds cannot be; ``str()`` goes on after the field's name."""


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise WrongField(f"must be a text in quotes, not {_shown(value)}")
    return " ".join(value.split())


def _one_of(choices: tuple[str, ...]) -> Callable[[object], str]:
    def chosen(value: object) -> str:
        if value not in choices:
            raise WrongField(f"must be one of {', '.join(choices)}, not {_shown(value)}")
        return str(value)

    return chosen


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongField(f"must be true or false, not {_shown(value)}")
    return value


def _multiplier(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongField(f"must be a number, not {_shown(value)}")
    if not math.isfinite(value) or value <= 0:
        raise WrongField(f"must be above 0, not {_shown(value)}")
    return float(value)


def _whole(least: int, most: int) -> Callable[[object], int]:
    def number(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise WrongField(f"must be a whole number from {least} to {most}, not {_shown(value)}")
        return value

    return number


def _list_of(read: Callable[[object], _T]) -> Callable[[object], tuple[_T, ...]]:
    def several(value: object) -> tuple[_T, ...]:
        if not isinstance(value, list):
            raise WrongField(f"must be a list, not {_shown(value)}")
        return tuple(read(item) for item in value)

    return several


def _parts(
    value: object, needed: tuple[str, ...], allowed: tuple[str, ...]
) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise WrongField(f"must hold tables with {', '.join(needed)}, not {_shown(value)}")
    strange = [name for name in value if name not in allowed]
    if strange:
        raise WrongField(f"has a part {strange[0]!r}; its parts are {', '.join(allowed)}")
    lacking = [name for name in needed if name not in value]
    if lacking:
        raise WrongField(f"lacks its part {lacking[0]!r}")
    return value


def _series(value: object) -> Series:
    if isinstance(value, str):
        return Series(_text(value))
    parts = _parts(value, ("code",), ("code", "numerator", "denominator", "group"))
    return Series(**{name: _text(part) for name, part in parts.items()})


def _break(value: object) -> Break:
    parts = _parts(value, ("on", "reason"), ("on", "reason"))
    day = parts["on"]
    if not isinstance(day, date) or isinstance(day, datetime):
        raise WrongField(f"has a part 'on' that must be a day like 2022-09-01, not {_shown(day)}")
    return Break(day, _text(parts["reason"]))


def _predecessor(value: object) -> Predecessor:
    parts = _parts(value, ("code", "caveat"), ("code", "caveat"))
    return Predecessor(_text(parts["code"]), _text(parts["caveat"]))


def _shown(value: object) -> str:
    said = repr(value)
    return said if len(said) <= _LONGEST_SHOWN else f"{said[:_LONGEST_SHOWN]}…"


FIELDS: dict[str, Callable[[object], object]] = {
    "code": _text,
    "name": _text,
    "theme": _text,
    "kind": _one_of(get_args(IndicatorKind)),
    "numerator": _text,
    "denominator": _text,
    "multiplier": _multiplier,
    "unit": _text,
    "polarity": _one_of(get_args(Polarity)),
    "year_kind": _one_of(get_args(YearKind)),
    "decimals": _whole(0, _MOST_DECIMALS),
    "method": _one_of(get_args(Method)),
    "suppress_below": _whole(0, 1000),
    "suppression": _text,
    "source": _text,
    "series": _list_of(_series),
    "breaks": _list_of(_break),
    "succeeds": _list_of(_predecessor),
    "caveat": _text,
    "banded": _yes_or_no,
}
"""Every field of a definition with what reads it, in the order of the reference page."""
