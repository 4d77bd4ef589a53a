"""How numbers, dates, periods and lists are said on the pages."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, datetime

from oneplan.document.schema import Due, Period
from oneplan.partnership.plans.stages import Stage
from oneplan.vocabulary.figures import number_in_words

STAGES = {Stage.DRAFT: "Being written", Stage.AGREED: "Agreed", Stage.ENDED: "Over"}
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])")
_LONGEST_HEADING = 110
_BEGINS_PHRASE = frozenset(
    "and or but nor to so by with without for from in into at on of as across after before between "
    "through under over who whose which that where when while if because than including especially "
    "particularly such have has is are was were will".split()
)
_LEADING_ON = _BEGINS_PHRASE | frozenset(
    "what how why the a an all any each every some our their its his her these those this not no more most be "
    "been being can may must should".split()
)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 action", "36 actions", "1,221 measures"."""
    return f"{number_in_words(number)} {one if number == 1 else many or one + 's'}"


def spelled(number: int) -> str:
    """A number as a sentence has it: in words up to nine, "no" for none."""
    return _SMALL[number] if number < len(_SMALL) else number_in_words(number)


def spelled_count(number: int, one: str, many: str | None = None) -> str:
    """A counted noun as a sentence has it: "six actions", "no outcomes", "19 areas"."""
    return f"{spelled(number)} {one if number == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def title(text: str) -> str:
    """A part's title for its page: a capital first, without the list's comma or semicolon."""
    return sentence(" ".join(text.split()).rstrip(";,"))


def pounds(amount: float, currency: str | None = None) -> str:
    """An exact sum: "£7,590,658", "€80", "£1.50"; pounds where no currency is named."""
    sign = {"EUR": "€", "USD": "$", None: "£", "GBP": "£"}.get(currency, f"{currency} ")
    digits = f"{abs(amount):,.0f}" if amount == int(amount) else f"{abs(amount):,.2f}"
    return f"{'−' if amount < 0 else ''}{sign}{digits}"


def month_in_words(month: str) -> str:
    """ "2010-03" as "March 2010"; what is no month as it stands."""
    found = _MONTH.fullmatch(month)
    if not found:
        return month
    return f"{calendar.month_name[int(found['month'])]} {found['year']}"


def last_day(month: str) -> str:
    """ "2010-03" as "31 March 2010"; what is no month as it stands."""
    found = _MONTH.fullmatch(month)
    if not found:
        return month
    _, days = calendar.monthrange(int(found["year"]), int(found["month"]))
    return f"{days} {month_in_words(month)}"


def period_in_words(period: str | None) -> str:
    """A measure's period: a month in words, a year kind as published; empty for none."""
    return month_in_words(period) if period else ""


def due_in_words(due: Due | None) -> str:
    """By when, as one date or period; what was not understood stands as printed."""
    if due is None:
        return ""
    if due.month:
        return last_day(due.month)
    return due.period or due.text


def plan_period(period: Period | None) -> str:
    """The years of a plan: "2009–10", "2014–17"; empty where the plan does not say."""
    if period is None or not (period.start or period.end):
        return ""
    start, end = (period.start or "")[:4], (period.end or "")[:4]
    if not start or not end or start == end:
        return start or end
    return f"{start}–{end[2:] if start[:2] == end[:2] else end}"


def heading(text: str) -> str:
    """A text short enough to head a page; a long one is cut at a phrase and says so."""
    return abridged(text.rstrip(".;, "), _LONGEST_HEADING)


def short(text: str, words: int = 10) -> str:
    """The first words of a text for a link or a cell, cut where a phrase ends."""
    all_words = text.split()
    if len(all_words) <= words:
        return " ".join(all_words).rstrip(".;,")
    return _cut(all_words[: words + 1])


def abridged(text: str, letters: int) -> str:
    """The text if it has no more than so many letters, else as much of it, cut where a phrase ends."""
    plain = " ".join(text.split())
    if len(plain) <= letters:
        return plain
    fitting = plain[: letters + 1].count(" ")
    return _cut(plain.split(" ")[: fitting + 1]) if fitting > 1 else f"{plain[:letters]}\u00a0…"


def _cut(words: Sequence[str]) -> str:
    """All words but the last as far as the last phrase in them goes, with an ellipsis.

    A phrase ends before a word that begins another, or at a mark; half of the words stay at least.
    """
    most = len(words) - 1
    ends = (at for at in range(most, most // 2, -1) if _parts(words[at - 1], words[at]))
    kept = list(words[: next(ends, most)])
    while len(kept) > 1 and kept[-1].casefold() in _LEADING_ON:
        kept.pop()
    return f"{' '.join(kept).rstrip('.,;:(–-/ ')}\u00a0…"


def _parts(before: str, after: str) -> bool:
    """Whether a phrase ends between two words."""
    if before.casefold() in _LEADING_ON:
        return False
    return before[-1] in ",;:)." or after[0] in "(–-/" or after.casefold() in _BEGINS_PHRASE


def rows(text: str, across: int = 56) -> int:
    """How many rows a box needs that shows a text and leaves some to go on: from 3 to 18."""
    needed = sum(1 + len(line) // across for line in text.splitlines())
    return min(max(needed + 1, 3), 18)


def day(when: date) -> str:
    """A day in words, "22 November 2026"."""
    return f"{when.day} {when:%B %Y}"


def moment(when: datetime) -> str:
    """A day and a time in words, "22 November 2026, 09:05", as the moment's own clock shows it."""
    return f"{day(when)}, {clock(when)}"


def clock(when: datetime) -> str:
    """A time of day, "09:05", as the moment's own clock shows it."""
    return f"{when:%H:%M}"
