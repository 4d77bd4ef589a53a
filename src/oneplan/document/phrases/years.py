"""Years in a text: one of them, the split year "2008/09", a span "2005-7" – and pairs that are no year."""

from __future__ import annotations

from typing import NamedTuple

from oneplan.document.phrases.tokens import DASHES, NUMBER, WORD, Tokens
from oneplan.document.schema import YearKind

YEAR_KINDS: dict[str, YearKind] = {
    "academic": "academic",
    "school": "academic",
    "financial": "financial",
    "fiscal": "financial",
    "calendar": "calendar",
}
_OF_PUPILS = frozenset(("year", "years", "yr", "yrs", "age", "ages", "aged"))
FIRST_YEAR, LAST_YEAR = 1950, 2060


class Read(NamedTuple):
    """What a recogniser understood and the place after it."""

    after: int
    period: str | None
    problem: str | None = None
    year_kind: YearKind | None = None
    first: str | None = None


def split_year(first: int) -> str:
    """The year that begins in ``first``, as "2008/09"."""
    return f"{first}/{(first + 1) % 100:02d}"


def whole(tokens: Tokens, place: int) -> int | None:
    """The whole number at a place, None where there is none."""
    token = tokens.at(place)
    if token.kind != NUMBER or len(token.text) > 4 or not token.text.isdigit():
        return None
    return int(token.text)


def year_at(tokens: Tokens, place: int) -> int | None:
    """A year of four digits in living memory or plan, None otherwise."""
    number = whole(tokens, place)
    return number if number is not None and FIRST_YEAR <= number <= LAST_YEAR else None


def century(two_digits: int) -> int:
    """The year that two digits mean: 09 is 2009, 98 is 1998."""
    return two_digits + (2000 if two_digits < 70 else 1900)


def recognise_year(tokens: Tokens, place: int) -> Read | None:
    """A year, a split year or a span of years at a place."""
    number = whole(tokens, place)
    if number is None or len(tokens.at(place).text) == 3:
        return None
    if len(tokens.at(place).text) == 4:
        return recognise_pair(tokens, place, number) or _single_year(place, number)
    return _short_pair(tokens, place, number)


def _single_year(place: int, number: int) -> Read | None:
    return Read(place + 1, str(number)) if FIRST_YEAR <= number <= LAST_YEAR else None


def _short_pair(tokens: Tokens, place: int, first: int) -> Read | None:
    second = whole(tokens, place + 2)
    if len(tokens.at(place).text) != 2 or tokens.low(place + 1) != "/" or second is None:
        return None
    if len(tokens.at(place + 2).text) != 2 or second != (first + 1) % 100:
        return None
    if tokens.low(place + 3) in ("year", "/", "%") or tokens.low(place - 1) in _OF_PUPILS:
        kind_before = tokens.low(place - 2) in YEAR_KINDS
        if not kind_before:
            return None
    return Read(place + 3, split_year(century(first)))


def recognise_pair(tokens: Tokens, place: int, first: int) -> Read | None:
    """Two years joined by a slash or dash, the first of which stands at a place."""
    join = tokens.low(place + 1)
    if join == "/" or join in DASHES:
        return _joined_years(tokens, place, first, slash=join == "/")
    return None


def _joined_years(tokens: Tokens, place: int, first: int, *, slash: bool) -> Read | None:
    second_token = tokens.at(place + 2)
    second = whole(tokens, place + 2)
    if second is None or len(second_token.text) == 3 or counts(tokens, place + 2):
        return None
    after = place + 3
    if len(second_token.text) == 4:
        return _years_in_full(after, first, second, slash=slash)
    if not FIRST_YEAR <= first <= LAST_YEAR:
        return None
    short = second if len(second_token.text) == 2 else first % 100 - first % 10 + second
    if short == (first + 1) % 100:
        return Read(after, split_year(first))
    if slash:
        return Read(after, None, f"{first}/{second_token.text} is no year")
    return _dashed(after, first, short, is_month=len(second_token.text) == 2 and 1 <= second <= 12)


def _dashed(after: int, first: int, short: int, *, is_month: bool) -> Read:
    """ "2005-7" is a span of years, "2009-03" a month, "2009-5" neither."""
    if short > first % 100:
        return Read(after, str(first - first % 100 + short), first=str(first))
    if is_month:
        return Read(after, f"{first}-{short:02d}")
    return Read(after, None, f"{first}–{short:02d} runs backwards")


def _years_in_full(after: int, first: int, second: int, *, slash: bool) -> Read | None:
    if not FIRST_YEAR <= second <= LAST_YEAR:
        return None
    if not FIRST_YEAR <= first <= LAST_YEAR:
        return Read(after, None, f"{first} is no likely year")
    if second == first + 1:
        return Read(after, split_year(first))
    if second <= first:
        return Read(after, None, f"{first}–{second} runs backwards")
    if slash:
        return Read(after, None, f"{first}/{second} is no year")
    return Read(after, str(second), first=str(first))


def counts(tokens: Tokens, place: int) -> bool:
    """Whether a number counts something and ends no date: "10%", "10k", "10 per"."""
    following = tokens.at(place + 1)
    return following.low in ("%", "per") or (following.glued and following.kind == WORD)
