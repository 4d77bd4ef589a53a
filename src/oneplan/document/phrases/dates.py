"""By-when cells and the periods of a text."""

from __future__ import annotations

from oneplan.document.phrases.days import MONTHS
from oneplan.document.phrases.periods import (
    PeriodFound,
    first_month,
    last_month,
    recognise_period,
)
from oneplan.document.phrases.tokens import NUMBER, Tokens, words
from oneplan.document.schema import Due

__all__ = ["PeriodFound", "find_periods", "first_month", "last_month", "read_due"]

_CUES = words(
    "below above under than in by for during of since from to until end start beginning early mid late before "
    "after baseline year throughout summer and between within at - – — ( , ; : ."
)
_NOUNS_OF_YEARS = words(
    "baseline baselines figure figures data target targets level levels survey census "
    "results outturn average plan tests exam exams position return returns and to onwards cohort cohorts"
)


_SMALL = words(
    "of on for in by with from across through as at compared against or when so that this the than we they it our all every each there then is will where which if "
    "among under over into per via due but fewer less more no not at half most everyone people"
)


def find_periods(text: str) -> list[PeriodFound]:
    """Every period in the text in order, impossible ones included; a bare number only where it is a year."""
    tokens = Tokens(text)
    found = []
    place = 0
    while place < len(tokens):
        recognised = period_at(tokens, place)
        if recognised is None:
            place += 1
            continue
        period, place = recognised
        found.append(period)
    return found


def period_at(tokens: Tokens, place: int) -> tuple[PeriodFound, int] | None:
    """The period at a place in running text, where a number of four digits may also be a count."""
    recognised = recognise_period(tokens, place)
    if recognised is None or recognised[1] != place + 1:
        return recognised
    if tokens.at(place).kind != NUMBER:
        return recognised
    return recognised if _is_year(tokens, place) else None


def _is_year(tokens: Tokens, place: int) -> bool:
    following = tokens.at(place + 1)
    if (following.low in ("%", "/") and following.glued) or tokens.low(place - 1) in (
        "£",
        "€",
        "$",
    ):
        return False
    if following.low in ("", ".", ",", ";", ")", ":", "-", "–") or following.low in _NOUNS_OF_YEARS:
        return True
    return tokens.low(place - 1) in _CUES and not _counts_things(tokens, place)


def _counts_things(tokens: Tokens, place: int) -> bool:
    """Whether "to 2012 children in 2011/12": a count, for a noun and not a small word follows it."""
    before = tokens.low(place - 1)
    if before not in ("to", "from", "of", "by", "at") or (before == "by" and place == 1):
        return False
    following = tokens.at(place + 1)
    return (
        following.text.islower()
        and following.low not in _NOUNS_OF_YEARS
        and following.low not in _SMALL
    )


def read_due(text: str, neighbour: str | None = None) -> Due | None:
    """By when, from a cell; the latest date where it names several. None for an empty cell.

    ``neighbour`` is the text beside or below, for a month whose year stands there.
    """
    printed = " ".join(text.split())
    if not printed:
        return None
    tokens = Tokens(printed)
    periods = [period for period in find_periods(printed) if period.period]
    if not periods and neighbour and tokens.low(len(tokens) - 1) in MONTHS:
        joined = f"{printed} {' '.join(neighbour.split())}"
        periods = [period for period in find_periods(joined) if period.start < len(printed)]
        if periods:
            printed = joined[: periods[-1].end]
    if not periods:
        return Due(text=printed)
    latest = max(periods, key=lambda found: last_month(found.period or "", found.year_kind))
    return Due(text=printed, month=latest.month, period=None if latest.month else latest.period)
