"""Numbers that are no values: ages, levels and stages, grades, codes, list numbers, the time within which."""

from __future__ import annotations

from oneplan.document.phrases.ages import is_age, past_ages, says_who
from oneplan.document.phrases.tokens import CODE, DASHES, NUMBER, WORD, Tokens, words

_NUMBERED = words(
    "level levels stage stages tier tiers band bands grade grades phase phases section "
    "sections page pages priority priorities action article schedule part step objective "
    "version category categories sign signs indicator indicators pi pis ni nis psa lpi li "
    "bv bvpi phof ascof nhsof kpi kpis vsb standard standards chapter paragraph annex "
    "appendix item ref reference form class grades option options wave round cohort "
    "attainment progress age ages aged step outcome theme strand no nos scale scales unit "
    "dose route recommendation recommendations regulation clause level"
)
_RETURNS = words("return form audit")
_YEARS_OF_SCHOOL = frozenset(("year", "years", "yr", "yrs", "y"))
_NUMBER_WORDS = words("one two three four five six seven eight nine ten eleven twelve thirteen")
_AND = DASHES | {",", "&", "and", "/", "or", "to"}
_SINGULAR_TIMES = frozenset(("minute", "hour", "day", "week", "month", "mph", "mile", "metre"))
_EXAMS = words("gcse gcses gce gces igcse o a as")
_AFTER_A_NAME = words("in for and by with across is at to used of")
_NOT_AFTER = frozenset(("the", "these", "those", "our", "its", "every", "per"))


def skip_numbered(tokens: Tokens, place: int) -> int | None:
    """The place after "Level 4+", "Years 7, 8 and 9", "aged 0-5", "PIs 2, 4a & 9"; None where none is."""
    low = tokens.low(place)
    if low not in _NUMBERED and low not in _YEARS_OF_SCHOOL:
        return _past_reference(tokens, place)
    after = place + 1
    while tokens.low(after) in (".", "-", "of") and after < place + 3:
        after += 1
    if low in _YEARS_OF_SCHOOL and not _small(tokens, after, 14):
        return None
    if low in ("to", "a") or not _label(tokens, after):
        return None
    return _past_list(tokens, after)


def _past_reference(tokens: Tokens, place: int) -> int | None:
    """The place after the reference of an action, "HO 2.3"."""
    token, number = tokens.at(place), tokens.at(place + 1)
    lettered = token.kind == WORD and token.text.isupper() and 2 <= len(token.text) <= 4
    if (
        not lettered
        or number.kind != NUMBER
        or "." not in number.text
        or tokens.low(place + 2) == "%"
    ):
        return None
    return place + 2


def _small(tokens: Tokens, place: int, most: int) -> bool:
    value = tokens.at(place).value
    return (value is not None and value <= most) or tokens.low(place) in _NUMBER_WORDS


def _label(tokens: Tokens, place: int) -> bool:
    token = tokens.at(place)
    if token.low in _NUMBER_WORDS:
        return True
    return token.kind == NUMBER and tokens.low(place + 1) not in ("%", "per")


def _past_list(tokens: Tokens, place: int) -> int:
    after = place + 1
    while True:
        after = _past_suffix(tokens, after)
        joint = after
        while tokens.low(joint) in _AND and joint < after + 2:
            joint += 1
        if joint == after:
            return after
        if not (_label(tokens, joint) or _lone_letter(tokens, joint)):
            return after
        if tokens.low(after) in ("to", "and", ",") and (tokens.at(joint).value or 0) > 30:
            return after
        after = joint + 1


def _lone_letter(tokens: Tokens, place: int) -> bool:
    token = tokens.at(place)
    return token.kind == WORD and len(token.text) == 1 and token.text in "bcdefgh"


def _past_suffix(tokens: Tokens, after: int) -> int:
    while tokens.at(after).glued and (
        tokens.low(after) in ("+", "*") or _one_letter(tokens, after)
    ):
        after += 1
    if tokens.low(after) == "+":
        after += 1
    if (
        tokens.low(after) == "."
        and tokens.at(after + 1).kind == NUMBER
        and tokens.at(after + 1).glued
    ):
        after += 2
    if tokens.low(after) in ("or", "and") and tokens.low(after + 1) in (
        "above",
        "over",
        "below",
        "higher",
        "under",
    ):
        after += 2
    return after


def _one_letter(tokens: Tokens, place: int) -> bool:
    return tokens.at(place).kind == WORD and len(tokens.at(place).text) <= 2


def skip_number(tokens: Tokens, place: int) -> int | None:
    """The place after a number that is an age, a grade, a list number or counts what is already known."""
    after = past_ages(tokens, place) or _past_adjective(tokens, place)
    if after is not None:
        return after
    after = _past_grades(tokens, place)
    if after is not None:
        return after
    returns = tokens.low(place + 1) in _RETURNS and tokens.at(place).text.isdigit()
    if returns or says_who(tokens, place):
        return place + 2
    named = _ends_a_name(tokens, place) or _list_number(tokens, place)
    if named or _known_count(tokens, place) or is_age(tokens, place):
        return place + 1
    return _past_date_like(tokens, place)


def _past_adjective(tokens: Tokens, place: int) -> int | None:
    """The place after "4 week" in "4 week quitters": a time in the singular describes a thing."""
    singular = tokens.low(place + 1) in _SINGULAR_TIMES and tokens.at(place + 2).kind == WORD
    return place + 2 if singular and (tokens.at(place).value or 1) > 1 else None


def _past_grades(tokens: Tokens, place: int) -> int | None:
    after = place + 1
    if tokens.low(after) == "+":
        after += 1
    if tokens.low(after) == "or" and tokens.low(after + 1) in ("more", "above"):
        after += 2
    if tokens.low(after) == "good":
        after += 1
    token = tokens.at(after)
    if token.text in ("A", "C", "B", "AG") and tokens.low(after + 1) in ("*", *DASHES, "/"):
        return _past_grade_range(tokens, after + 1)
    return after + 1 if token.low in _EXAMS and token.low not in ("a", "o", "as") else None


def _past_grade_range(tokens: Tokens, after: int) -> int:
    limit = after + 6
    while after < limit and (
        tokens.low(after) in ("*", *DASHES, "/")
        or (len(tokens.at(after).text) == 1 and tokens.at(after).text.isupper())
    ):
        after += 1
    return after


def _list_number(tokens: Tokens, place: int) -> bool:
    if place > 1 or (place == 1 and tokens.low(0) != "("):
        return False
    if (
        not _small(tokens, place, 99)
        or tokens.low(place + 1) not in (".", ")")
        or not tokens.at(place + 1).glued
    ):
        return False
    return tokens.at(place + 2).kind in (WORD, CODE)


def _ends_a_name(tokens: Tokens, place: int) -> bool:
    """Whether "the Graded Care Profile 2 in 80% of cases": a digit that belongs to a name of several words."""
    number, following = tokens.at(place), tokens.at(place + 1)
    if len(number.text) != 1 or following.kind != WORD or following.low not in _AFTER_A_NAME:
        return False
    before, first = tokens.at(place - 1), tokens.at(place - 2)
    return (
        all(word.kind == WORD and word.text[:1].isupper() for word in (before, first)) and place > 2
    )


def _known_count(tokens: Tokens, place: int) -> bool:
    """Whether "the 3 priority areas": the article says that these are known, not aimed at."""
    if tokens.low(place + 1) in ("%", "per"):
        return False
    if tokens.low(place + 1) == "of" and tokens.low(place + 2) in (
        "which",
        "whom",
        "these",
        "them",
    ):
        return True
    if tokens.low(place - 1) == "of" and tokens.low(place - 2) in ("", "each", "all", "one", "any"):
        return True
    return tokens.low(place - 1) in _NOT_AFTER


def _past_date_like(tokens: Tokens, place: int) -> int | None:
    """Past "24/7", "1:1", "1-1", "1 to 1": pairs of numbers that are one word."""
    joint, second = tokens.low(place + 1), tokens.at(place + 2)
    if second.kind != NUMBER:
        return None
    if joint in ("/", ":") and second.glued:
        return place + 3
    same = second.text == tokens.at(place).text == "1"
    return place + 3 if same and joint in (*DASHES, "to") else None
